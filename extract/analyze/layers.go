package analyze

import "fmt"

// Sizes of the networks.
const (
	width  = 96        // numbers that stand for a token
	pieces = 3         // of a maxout layer
	window = 3 * width // a token with its two neighbours
	blocks = 4         // of the encoder
	padded = 4         // rows of zeros before and after the text
)

// tableRows is how many rows each attribute's embedding table has.
var tableRows = [attrs]uint32{5000, 1000, 2500, 2500, 50, 50}

// firstSeed is the hash seed of the first attribute; the others follow.
const firstSeed = 8

// maxout is a layer that takes the largest of three sums and normalises.
type maxout struct {
	matrix
	g, beta []float32
}

// tok2vec turns words into vectors that know their surroundings.
type tok2vec struct {
	tables [][]float32
	mix    maxout
	block  [blocks]maxout
}

// newTok2vec reads a network whose tensors' names begin with prefix and which
// looks at the first n attributes.
func newTok2vec(r *reader, prefix string, n int) *tok2vec {
	t := new(tok2vec)
	for a := range n {
		t.tables = append(t.tables, r.tensor(fmt.Sprintf("%s.E%d", prefix, a), int(tableRows[a])*width))
	}
	t.mix = r.maxout(prefix+".m0", n*width)
	for b := range t.block {
		t.block[b] = r.maxout(fmt.Sprintf("%s.m%d", prefix, b+1), window)
	}
	return t
}

// embed writes the concatenated hash embeddings of a word's attributes to x.
func (t *tok2vec) embed(ids *[attrs]uint64, x []float32, k *kernel) {
	for a, table := range t.tables {
		row := x[a*width : (a+1)*width]
		for i, key := range rowKeys(ids[a], uint64(firstSeed+a)) {
			at := int(key%tableRows[a]) * width
			if i == 0 {
				copy(row, table[at:at+width])
			} else {
				k.add(row, table[at:at+width])
			}
		}
	}
}

// inputs is the width of what embed writes.
func (t *tok2vec) inputs() int { return len(t.tables) * width }

// encoder holds the memory of one run of a network over a text.
type encoder struct {
	in, out, sums []float32
}

// rowsOf is how many rows go through a layer together: as many as fit into
// the first cache beside a panel of weights.
const rowsOf = 32

// start makes room for n tokens and returns where their vectors are to be
// written: n rows of width numbers.
func (e *encoder) start(n int) []float32 {
	// One row of zeros stands beyond the padding on either side, for the
	// windows; up to three more are read by the kernel.
	size := (n + 2*padded + 2 + rowsAtOnce) * width
	e.in, e.out = resize(e.in, size), resize(e.out, size)
	e.sums = resize(e.sums, rowsOf*window)
	first := (padded + 1) * width
	for _, s := range [][]float32{e.in, e.out} {
		clear(s[:first])
		clear(s[first+n*width:])
	}
	return e.in[first : first+n*width]
}

// run takes the vectors written after start through the blocks and returns
// them; they are valid until the next start. The rows behind the last token
// may be read but hold nothing of use.
func (e *encoder) run(t *tok2vec, n int, k *kernel) []float32 {
	for b := range t.block {
		layer := &t.block[b]
		for row := 1; row <= n+2*padded; row += rowsOf {
			count := min(rowsOf, n+2*padded+1-row)
			layer.times(k, count, e.in[(row-1)*width:], width, e.sums)
			for i := range count {
				x := e.in[(row+i)*width : (row+i+1)*width]
				y := e.sums[i*window : (i+1)*window]
				k.norm(e.out[(row+i)*width:(row+i+1)*width], x, y, layer.g, layer.beta)
			}
		}
		e.in, e.out = e.out, e.in
	}
	return e.in[(padded+1)*width:]
}

// reader takes tensors from a weights file and keeps the first error.
type reader struct {
	*weights
	err error
}

func (r *reader) tensor(name string, size int) []float32 {
	t, err := r.weights.tensor(name)
	if err == nil && len(t) != size {
		err = fmt.Errorf("weights: tensor %s has %d numbers, want %d", name, len(t), size)
	}
	if err != nil {
		if r.err == nil {
			r.err = err
		}
		return make([]float32, size)
	}
	return t
}

// matrix reads a linear layer; outputs is rounded up to whole panels.
func (r *reader) matrix(name string, inputs, outputs int) matrix {
	outputs = (outputs + panel - 1) / panel * panel
	return matrix{inputs, outputs, r.tensor(name+".W", inputs*outputs), r.tensor(name+".b", outputs)}
}

func (r *reader) maxout(name string, inputs int) maxout {
	return maxout{r.matrix(name, inputs, pieces*width), r.tensor(name+".G", width), r.tensor(name+".beta", width)}
}
