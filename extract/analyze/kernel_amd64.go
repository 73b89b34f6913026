package analyze

import "golang.org/x/sys/cpu"

// fastKernel returns the fastest kernel that this processor can run.
func fastKernel() *kernel {
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		return &fmaKernel
	}
	return &plainKernel
}

// fmaKernel needs AVX2 and FMA. k is a multiple of four everywhere.
var fmaKernel = kernel{
	rows: func(k int, a []float32, lda int, w, bias, c []float32, ldc int) {
		_, _, _ = a[(rowsAtOnce-1)*lda+k-1], w[k*panel-1], bias[panel-1]
		_ = c[(rowsAtOnce-1)*ldc+panel-1]
		fmaRows(k, &a[0], lda, &w[0], &bias[0], &c[0], ldc)
	},
	row: func(k int, a, w, bias, c []float32) {
		_, _, _, _ = a[k-1], w[k*panel-1], bias[panel-1], c[panel-1]
		fmaRow(k, &a[0], &w[0], &bias[0], &c[0])
	},
	add: func(a, b []float32) {
		_ = b[len(a)-1]
		fmaAdd(len(a), &a[0], &b[0])
	},
	norm: func(out, x, y, g, beta []float32) {
		_, _, _ = out[width-1], x[width-1], y[pieces*width-1]
		_, _ = g[width-1], beta[width-1]
		fmaNorm(&out[0], &x[0], &y[0], &g[0], &beta[0])
	},
}

//go:noescape
func fmaRows(k int, a *float32, lda int, w, bias, c *float32, ldc int)

//go:noescape
func fmaRow(k int, a, w, bias, c *float32)

//go:noescape
func fmaAdd(n int, a, b *float32)

//go:noescape
func fmaNorm(out, x, y, gain, beta *float32)
