package analyze

// panel is how many outputs of a matrix stand side by side, and rowsAtOnce
// how many rows the kernel multiplies in one go.
const (
	panel      = 16
	rowsAtOnce = 4
)

// kernel is a set of the inner loops. All of them give the same results but
// for rounding.
type kernel struct {
	// rows computes c[r][j] = bias[j] + sum over k of a[r][k]*w[k][j] for
	// four rows r and 16 columns j. a and c have lda and ldc numbers a row.
	rows func(k int, a []float32, lda int, w, bias, c []float32, ldc int)
	// row does the same for one row; k is a multiple of four.
	row func(k int, a, w, bias, c []float32)
	// add adds b to a; their length is a multiple of 16.
	add func(a, b []float32)
	// norm writes x + G*normalised(max over three blocks of y) + beta to
	// out, for a row of width numbers; y holds three times as many.
	norm func(out, x, y, g, beta []float32)
}

// plainKernel runs everywhere.
var plainKernel = kernel{rows: plainRows, row: plainRow, add: plainAdd, norm: plainNorm}

// matrix is a linear layer, packed in panels of 16 outputs.
type matrix struct {
	inputs, outputs int
	w, bias         []float32
}

// times multiplies n rows of a, each lda after the one before, and writes
// rows of m.outputs numbers to c. It may read and write up to three rows more.
func (m *matrix) times(k *kernel, n int, a []float32, lda int, c []float32) {
	for p := 0; p < m.outputs; p += panel {
		w := m.w[p*m.inputs : (p+panel)*m.inputs]
		for r := 0; r < n; r += rowsAtOnce {
			k.rows(m.inputs, a[r*lda:], lda, w, m.bias[p:p+panel], c[r*m.outputs+p:], m.outputs)
		}
	}
}

// timesRow multiplies a single row.
func (m *matrix) timesRow(k *kernel, a, c []float32) {
	for p := 0; p < m.outputs; p += panel {
		k.row(m.inputs, a, m.w[p*m.inputs:(p+panel)*m.inputs], m.bias[p:p+panel], c[p:p+panel])
	}
}
