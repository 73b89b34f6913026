package eval

import "github.com/newsgraph/newsgraph/news"

// spanOf reads a stretch of text, given as a pair or as start and end.
func spanOf(v any) (news.Span, bool) {
	switch v := v.(type) {
	case []any:
		if len(v) >= 2 {
			a, ok1 := v[0].(float64)
			b, ok2 := v[1].(float64)
			return news.Span{Start: int(a), End: int(b)}, ok1 && ok2
		}
	case map[string]any:
		a, ok1 := v["start"].(float64)
		b, ok2 := v["end"].(float64)
		return news.Span{Start: int(a), End: int(b)}, ok1 && ok2
	}
	return news.Span{}, false
}

// shared returns how many code points two spans share.
func shared(a, b news.Span) int { return max(0, min(a.End, b.End)-max(a.Start, b.Start)) }

func sharedAll(as, bs []news.Span) int {
	n := 0
	for _, a := range as {
		for _, b := range bs {
			n += shared(a, b)
		}
	}
	return n
}

func length(ss []news.Span) int {
	n := 0
	for _, s := range ss {
		n += s.Len()
	}
	return n
}

// dice returns how much of their text two lists of spans share, from 0 to 1.
func dice(as, bs []news.Span) float64 {
	return 2 * float64(sharedAll(as, bs)) / float64(max(1, length(as)+length(bs)))
}
