package analyze

import (
	"slices"
	"strings"
)

// tree is a text's dependency tree while it is finished: every word has a
// head, roots their own position.
type tree struct {
	head  []int
	label []string
	// left and right are the first and last word below each word.
	left, right []int
	starts      []bool // words that begin a sentence
}

// newTree parses n tokens whose vectors g has taken; given tells which of them
// begin a sentence for certain.
func newTree(p *parser, g *rating, n int, given []bool, k *kernel) *tree {
	head, action := p.parse(g, n, given, k)
	t := &tree{head: head, label: make([]string, n), left: make([]int, n), right: make([]int, n), starts: make([]bool, n)}
	for i := range head {
		if head[i] < 0 {
			t.head[i], t.label[i] = i, "ROOT"
		} else {
			t.label[i] = p.labels[action[i]]
		}
	}
	t.span()
	return t
}

// liftMark parts the label of an arc that was lifted to make the tree
// projective from the label of the word it belongs under.
const liftMark = "||"

// lower hangs the words of lifted arcs under the word they belong to: the
// first below their present head, level by level, that has the label. White
// space, given by space, is passed over.
func (t *tree) lower(space func(i int) bool) {
	var kids [][]int
	for i, l := range t.label {
		own, under, ok := strings.Cut(l, liftMark)
		if !ok {
			continue
		}
		if kids == nil {
			kids = t.children()
		}
		if to := t.find(kids, i, under, space); to != t.head[i] {
			siblings := kids[t.head[i]]
			at, _ := slices.BinarySearch(siblings, i)
			kids[t.head[i]] = slices.Delete(siblings, at, at+1)
			at, _ = slices.BinarySearch(kids[to], i)
			kids[to] = slices.Insert(kids[to], at, i)
			t.head[i] = to
		}
		t.label[i] = own
	}
	if kids != nil {
		t.span()
	}
}

// children lists each word's children in text order.
func (t *tree) children() [][]int {
	kids := make([][]int, len(t.head))
	for i, h := range t.head {
		if h != i {
			kids[h] = append(kids[h], i)
		}
	}
	return kids
}

// find returns the word that word i with a lifted arc belongs under. The
// spans are those from before any word was moved.
func (t *tree) find(kids [][]int, i int, label string, space func(i int) bool) int {
	queue := []int{t.head[i]}
	for at := 0; at < len(queue); at++ {
		q := queue[at]
		for _, c := range kids[q] {
			if c == i || c < t.left[q] || c > t.right[q] || space(c) {
				continue
			}
			if t.label[c] == label {
				return c
			}
			queue = append(queue, c)
		}
	}
	return t.head[i]
}

// passes bounds how often span goes through a text: more than one is needed
// only where arcs cross.
const passes = 12

// span works out the spans below all words and from them where sentences start.
func (t *tree) span() {
	n := len(t.head)
	for i := range n {
		t.left[i], t.right[i] = i, i
	}
	for range passes {
		for i, h := range t.head {
			t.widen(i, h)
		}
		for i := n - 1; i >= 0; i-- {
			t.widen(i, t.head[i])
		}
		clear(t.starts)
		for i, h := range t.head {
			if h == i {
				t.starts[t.left[i]] = true
			}
		}
		if t.whole() {
			break
		}
	}
}

// widen makes a head's span cover its child's.
func (t *tree) widen(child, head int) {
	t.left[head] = min(t.left[head], t.left[child])
	t.right[head] = max(t.right[head], t.right[child])
}

// whole reports whether all heads lie in the sentence of their word. The last
// sentence's last word is not looked at, as in the original.
func (t *tree) whole() bool {
	n := len(t.head)
	start := 0
	for i := range n {
		if i > 0 && t.starts[i] || i == n-1 {
			for j := start; j < i; j++ {
				if t.head[j] < start || t.head[j] > i {
					return false
				}
			}
			start = i
		}
	}
	return true
}

// sentences returns the sentences' stretches of tokens.
func (t *tree) sentences() []Range {
	var out []Range
	start := 0
	for i := 1; i <= len(t.starts); i++ {
		if i == len(t.starts) || t.starts[i] {
			out = append(out, Range{start, i})
			start = i
		}
	}
	return out
}
