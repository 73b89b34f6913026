package ingest

import (
	"fmt"
	"io"
	"sync/atomic"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// Bar shows on a terminal how far a Run is: the bytes of input done, the
// articles and facts, and the time left.
type Bar struct {
	bars            *mpb.Progress
	bar             *mpb.Bar
	articles, facts atomic.Int64
}

// NewBar draws a bar on w, which should be a terminal. total is the size of
// the input in bytes, as Size gives it; where that is not known, the bar only counts.
func NewBar(w io.Writer, total int64, known bool) *Bar {
	b := &Bar{bars: mpb.New(mpb.WithOutput(w), mpb.WithWidth(40))}
	count := decor.Any(func(decor.Statistics) string {
		return fmt.Sprintf("  %d articles, %d facts", b.articles.Load(), b.facts.Load())
	})
	if known {
		left := decor.OnComplete(decor.AverageETA(decor.ET_STYLE_MMSS), "done")
		b.bar = b.bars.AddBar(max(total, 1),
			mpb.PrependDecorators(decor.Percentage(decor.WC{W: 5})), mpb.AppendDecorators(left, count))
	} else {
		b.bar = b.bars.AddSpinner(0, mpb.AppendDecorators(decor.CurrentKibiByte("% .1f"), count))
	}
	return b
}

// Observe moves the bar; it is an observer for Run.
func (b *Bar) Observe(e Event) {
	b.articles.Store(int64(e.So.Articles))
	b.facts.Store(int64(e.So.Facts.New))
	b.bar.SetCurrent(e.Bytes)
}

// Close finishes the bar and waits until it is drawn.
func (b *Bar) Close() {
	b.bar.SetTotal(-1, true)
	b.bar.Abort(false) // of nothing read there is no end that the bar knows
	b.bars.Wait()
}

// String returns the summary in one line.
func (s Summary) String() string {
	return fmt.Sprintf("%d articles: %d new, %d changed, %d unchanged, %d refused; claims: %d new, %d changed; facts: %d new, %d changed",
		s.Articles, s.New, s.Changed, s.Unchanged, s.Refused, s.Claims.New, s.Claims.Changed, s.Facts.New, s.Facts.Changed)
}
