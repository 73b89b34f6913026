package eval

import (
	"fmt"
	"io"
	"strings"
)

// Sizes of the reliability plot, in pixels.
const (
	plotSide   = 320
	plotLeft   = 60
	plotTop    = 40
	plotBottom = 110
)

// Reliability draws the reliability diagram of outcomes as SVG: for each bin
// the share of right facts over their mean confidence, its area in proportion
// to the number of facts, beside the diagonal on which both are equal, and
// under it how many facts each bin holds.
func Reliability(w io.Writer, title string, outcomes []Outcome) error {
	var b strings.Builder
	width, height := plotLeft+plotSide+30, plotTop+plotSide+plotBottom
	x := func(p float64) float64 { return plotLeft + p*plotSide }
	y := func(p float64) float64 { return plotTop + (1-p)*plotSide }
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" font-family="Helvetica,Arial,sans-serif" font-size="12">`+"\n", width, height, width, height)
	fmt.Fprintf(&b, `<title>%s</title><rect width="%d" height="%d" fill="white"/>`+"\n", title, width, height)
	fmt.Fprintf(&b, `<text x="%d" y="22" font-size="13" font-weight="bold">%s</text>`+"\n", plotLeft, title)
	for i := 0; i <= 10; i += 2 {
		p := float64(i) / 10
		fmt.Fprintf(&b, `<path d="M%.0f %.0fH%.0fM%.0f %.0fV%.0f" stroke="#ddd" fill="none"/>`, x(0), y(p), x(1), x(p), y(0), y(1))
		fmt.Fprintf(&b, `<text x="%.0f" y="%.0f" text-anchor="end">%.1f</text><text x="%.0f" y="%.0f" text-anchor="middle">%.1f</text>`+"\n", x(0)-6, y(p)+4, p, x(p), y(0)+16, p)
	}
	fmt.Fprintf(&b, `<path d="M%.0f %.0fL%.0f %.0f" stroke="#888" stroke-dasharray="4,3" fill="none"/>`+"\n", x(0), y(0), x(1), y(1))
	bins := Bins(outcomes)
	most := 1
	for _, n := range bins {
		most = max(most, n.N)
	}
	base := float64(height - 24)
	for _, n := range bins {
		if n.N == 0 {
			continue
		}
		share := float64(n.Right) / float64(n.N)
		r := 4 + 8*float64(n.N)/float64(most)
		fmt.Fprintf(&b, `<circle cx="%.1f" cy="%.1f" r="%.1f" fill="#2b6cb0" fill-opacity="0.75"><title>%d of %d right at %.2f</title></circle>`, x(n.Mean), y(share), r, n.Right, n.N, n.Mean)
		h := 40 * float64(n.N) / float64(most)
		fmt.Fprintf(&b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="#a0aec0"/><text x="%.1f" y="%.1f" text-anchor="middle" font-size="10">%d</text>`+"\n",
			x(n.From)+2, base-h, x(.1)-x(0)-4, h, (x(n.From)+x(n.To))/2, base-h-3, n.N)
	}
	fmt.Fprintf(&b, `<text x="%.0f" y="%d" text-anchor="middle">confidence, and the number of facts</text>`+"\n", x(.5), height-8)
	fmt.Fprintf(&b, `<text transform="translate(18 %.0f) rotate(-90)" text-anchor="middle">share of right facts</text>`+"\n</svg>\n", y(.5))
	_, err := io.WriteString(w, b.String())
	return err
}
