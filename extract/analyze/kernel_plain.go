package analyze

import "math"

// plainRows takes two columns at a time: their eight sums, two weights and
// four numbers fit into sixteen registers.
func plainRows(k int, a []float32, lda int, w, bias, c []float32, ldc int) {
	a0, a1, a2, a3 := a[:k], a[lda:][:k], a[2*lda:][:k], a[3*lda:][:k]
	for j := 0; j < panel; j += 2 {
		u, v := bias[j], bias[j+1]
		p0, p1, q0, q1, r0, r1, s0, s1 := u, v, u, v, u, v, u, v
		column := w[j:]
		for i, x := range a0 {
			pair := (*[2]float32)(column[i*panel:])
			u, v = pair[0], pair[1]
			y, z, t := a1[i], a2[i], a3[i]
			p0 += x * u
			p1 += x * v
			q0 += y * u
			q1 += y * v
			r0 += z * u
			r1 += z * v
			s0 += t * u
			s1 += t * v
		}
		c[j], c[j+1] = p0, p1
		c[ldc+j], c[ldc+j+1] = q0, q1
		c[2*ldc+j], c[2*ldc+j+1] = r0, r1
		c[3*ldc+j], c[3*ldc+j+1] = s0, s1
	}
}

// plainRow sums in two halves of eight columns, so that the sums stay in
// registers.
func plainRow(k int, a, w, bias, c []float32) {
	a = a[:k]
	w = w[:k*panel]
	for half := 0; half < panel; half += 8 {
		b := bias[half : half+8 : half+8]
		s0, s1, s2, s3, s4, s5, s6, s7 := b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]
		for i, x := range a {
			v := w[i*panel+half : i*panel+half+8 : i*panel+half+8]
			s0 += x * v[0]
			s1 += x * v[1]
			s2 += x * v[2]
			s3 += x * v[3]
			s4 += x * v[4]
			s5 += x * v[5]
			s6 += x * v[6]
			s7 += x * v[7]
		}
		o := c[half : half+8 : half+8]
		o[0], o[1], o[2], o[3], o[4], o[5], o[6], o[7] = s0, s1, s2, s3, s4, s5, s6, s7
	}
}

func plainAdd(a, b []float32) {
	b = b[:len(a)]
	for i := range a {
		a[i] += b[i]
	}
}

func plainNorm(out, x, y, g, beta []float32) {
	var best [width]float32
	y0, y1, y2 := y[:width], y[width:2*width], y[2*width:3*width]
	var sum float32
	for i := range best {
		best[i] = max(y0[i], y1[i], y2[i])
		sum += best[i]
	}
	mean := sum / width
	var square float32
	for _, v := range best {
		square += (v - mean) * (v - mean)
	}
	scale := 1 / float32(math.Sqrt(float64(square/width+1e-8)))
	out, x, g, beta = out[:width], x[:width], g[:width], beta[:width]
	for i, v := range best {
		out[i] = x[i] + (v-mean)*scale*g[i] + beta[i]
	}
}
