package analyze

// hidden is the width of a transition system's hidden layer, and sums that of
// its two pieces together.
const (
	hidden = 64
	sums   = 2 * hidden
)

// scorer rates the actions of a transition system by the tokens in its slots.
type scorer struct {
	slots, actions      int
	first, lower, upper matrix
	bias                []float32   // of the hidden layer
	pad                 [][]float32 // what an empty slot adds to it
}

func newScorer(r *reader, prefix string, slots, actions int) *scorer {
	s := &scorer{
		slots: slots, actions: actions,
		first: r.matrix(prefix+".lin", width, hidden),
		upper: r.matrix(prefix+".upper", hidden, actions),
		bias:  r.tensor(prefix+".lower.b", sums),
	}
	// The tokens' sums carry no bias: it is added once for a state.
	s.lower = matrix{hidden, slots * sums, r.tensor(prefix+".lower.W", slots*sums*hidden), make([]float32, slots*sums)}
	pad := r.tensor(prefix+".lower.pad", slots*sums)
	for f := range slots {
		s.pad = append(s.pad, pad[f*sums:(f+1)*sums])
	}
	return s
}

// A chunk is the run of tokens whose sums are computed together; chunksKept
// bounds how many of them are held: 32 MB for the parser.
const (
	chunkRows  = 32
	chunksKept = 256
)

// chunk holds the sums of chunkRows tokens for all slots.
type chunk struct {
	of   int // its number, counted from the start of the text
	used int
	sums []float32
}

// rating is the memory of one run of a scorer over a text.
type rating struct {
	z      []float32
	chunks []chunk
	at     map[int]int // number of a chunk -> where it is held
	clock  int
	u, h   []float32
	scores []float32
}

// start takes the vectors of n tokens, behind which three rows may be read.
func (g *rating) start(s *scorer, x []float32, n int, k *kernel) {
	g.z = resize(g.z, (n+chunkRows+rowsAtOnce)*hidden)
	s.first.times(k, n, x, width, g.z)
	clear(g.z[n*hidden:])
	g.u, g.h = resize(g.u, sums), resize(g.h, hidden)
	g.scores = resize(g.scores, s.upper.outputs)
	g.clock = 0
	g.at = map[int]int{}
}

// sums returns what token t adds to the hidden layer from slot f. The sums
// are computed for chunks of tokens when first asked for. Only the chunks
// asked for last are kept, so that a long text needs no more memory.
func (g *rating) sums(s *scorer, t, f int, k *kernel) []float32 {
	number := t / chunkRows
	i, ok := g.at[number]
	if !ok {
		i = g.free()
		c := &g.chunks[i]
		c.of, c.sums = number, resize(c.sums, chunkRows*s.lower.outputs)
		s.lower.times(k, chunkRows, g.z[number*chunkRows*hidden:], hidden, c.sums)
		g.at[number] = i
	}
	g.clock++
	g.chunks[i].used = g.clock
	from := (t%chunkRows)*s.lower.outputs + f*sums
	return g.chunks[i].sums[from : from+sums]
}

// free returns the place for a further chunk: an unused one, or that of the
// chunk which was used longest ago.
func (g *rating) free() int {
	if n := len(g.at); n < chunksKept {
		if n == len(g.chunks) {
			g.chunks = append(g.chunks, chunk{})
		}
		return n
	}
	oldest := 0
	for i := range g.chunks {
		if g.chunks[i].used < g.chunks[oldest].used {
			oldest = i
		}
	}
	delete(g.at, g.chunks[oldest].of)
	return oldest
}

// score rates all actions with the given tokens in the slots; -1 is an empty slot.
func (g *rating) score(s *scorer, slots []int, k *kernel) []float32 {
	copy(g.u, s.bias)
	for f, t := range slots {
		if t < 0 {
			k.add(g.u, s.pad[f])
		} else {
			k.add(g.u, g.sums(s, t, f, k))
		}
	}
	for o := range g.h {
		g.h[o] = max(g.u[o], g.u[hidden+o])
	}
	s.upper.timesRow(k, g.h, g.scores)
	return g.scores[:s.actions]
}

// best returns the first of the highest scores among actions from to end-1,
// if it is higher than that of action so far (-1: none).
func best(scores []float32, so, from, end int) int {
	for i := from; i < end; i++ {
		if so < 0 || scores[i] > scores[so] {
			so = i
		}
	}
	return so
}
