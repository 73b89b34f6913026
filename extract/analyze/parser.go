package analyze

import (
	"fmt"
	"strings"
)

// parser builds a dependency tree by shifting and reducing (arc-eager, with
// words that may be put back and breaks between sentences).
type parser struct {
	*scorer
	labels []string // of each action, "" for shift and reduce
	// The actions stand in the order shift, reduce, left arcs, right arcs,
	// break; left and right are where the arcs begin.
	left, right, stop int
}

const (
	shift       = 0
	reduce      = 1
	parserSlots = 8
)

func newParser(r *reader) (*parser, error) {
	p := &parser{scorer: newScorer(r, "parser", parserSlots, len(r.Parser)), left: 2}
	for i, a := range r.Parser {
		move, label, _ := strings.Cut(a, "-")
		p.labels = append(p.labels, label)
		switch {
		case move == "R" && p.right == 0:
			p.right = i
		case move == "B":
			p.stop = i
		}
	}
	if p.right == 0 || p.stop != len(r.Parser)-1 {
		return nil, fmt.Errorf("weights: the parser's actions are not in order: %v", r.Parser)
	}
	return p, nil
}

// state is how far a text is parsed. Words are positions; -1 is none.
type state struct {
	stack    []int
	next     int   // first word that was never on the stack
	returned []int // words put back, the last one first
	n        int

	head   []int
	action []int  // that gave the word its head
	stuck  []bool // may not be shifted again
	breaks []bool // begins a sentence, as far as the actions say

	// Children by side in order of attachment: the last of each word, and
	// for each child the one before it.
	lastLeft, lastRight, before []int
}

// newState returns the state before the first action; breaks tells which words
// begin a sentence for certain and is written to.
func newState(n int, breaks []bool) *state {
	s := &state{n: n, stuck: make([]bool, n), breaks: breaks}
	all := make([]int, 5*n)
	for i := range all {
		all[i] = -1
	}
	for i, part := range []*[]int{&s.head, &s.action, &s.lastLeft, &s.lastRight, &s.before} {
		*part = all[i*n : (i+1)*n]
	}
	return s
}

// buffer returns the i-th word that is still to be shifted.
func (s *state) buffer(i int) int {
	if i < len(s.returned) {
		return s.returned[len(s.returned)-1-i]
	}
	if b := s.next + i - len(s.returned); b < s.n {
		return b
	}
	return -1
}

func (s *state) left() int { return s.n - s.next + len(s.returned) }

// top returns the i-th word from the top of the stack.
func (s *state) top(i int) int {
	if i < len(s.stack) {
		return s.stack[len(s.stack)-1-i]
	}
	return -1
}

func (s *state) push() {
	b := s.buffer(0)
	if len(s.returned) > 0 {
		s.returned = s.returned[:len(s.returned)-1]
	} else {
		s.next++
	}
	s.stack = append(s.stack, b)
}

func (s *state) pop() int {
	t := s.top(0)
	s.stack = s.stack[:len(s.stack)-1]
	return t
}

// children returns the list of last children that an arc belongs to.
func (s *state) children(head, child int) []int {
	if child < head {
		return s.lastLeft
	}
	return s.lastRight
}

// attach gives a word a head, in place of an older one.
func (s *state) attach(child, head, action int) {
	if old := s.head[child]; old >= 0 {
		if last := s.children(old, child); last[old] == child {
			last[old] = s.before[child]
		}
	}
	last := s.children(head, child)
	s.before[child] = last[head]
	last[head] = child
	s.head[child], s.action[child] = head, action
}

// slots writes the words that decide on the next action.
func (s *state) slots(out *[parserSlots]int) {
	b, t := s.buffer(0), s.top(0)
	*out = [parserSlots]int{b, s.buffer(1), t, s.top(1), s.top(2), -1, -1, -1}
	if b >= 0 {
		out[5] = s.lastLeft[b]
	}
	if t >= 0 {
		out[6], out[7] = s.lastLeft[t], s.lastRight[t]
	}
}

// parse returns the head of each word and the action that gave it, -1 for
// words without a head. No arc reaches over the beginning of a given sentence.
func (p *parser) parse(g *rating, n int, given []bool, k *kernel) (head, action []int) {
	s := newState(n, given)
	var slots [parserSlots]int
	for len(s.stack) > 0 || s.left() > 0 {
		s.slots(&slots)
		p.do(s, p.choose(s, g.score(p.scorer, slots[:], k)))
	}
	return s.head, s.action
}

// choose returns the valid action with the highest score.
func (p *parser) choose(s *state, scores []float32) int {
	a := -1
	b := s.buffer(0)
	waiting := s.left()
	starts := b >= 0 && s.breaks[b]
	if len(s.stack) == 0 || waiting >= 2 && !starts && !s.stuck[b] {
		a = shift
	}
	if len(s.stack) > 0 {
		a = best(scores, a, reduce, reduce+1)
		if waiting > 0 && !starts {
			a = best(scores, a, p.left, p.stop)
		}
	}
	if waiting >= 2 {
		if second := s.buffer(1); second == b+1 && !s.breaks[second] {
			a = best(scores, a, p.stop, p.stop+1)
		}
	}
	return a
}

// do changes the state by an action.
func (p *parser) do(s *state, a int) {
	switch {
	case a == shift:
		s.push()
	case a == reduce:
		t := s.pop()
		if s.head[t] < 0 && len(s.stack) > 0 {
			s.returned = append(s.returned, t)
			s.stuck[t] = true
		}
	case a < p.right:
		b := s.buffer(0)
		s.attach(s.top(0), b, a)
		s.stuck[b] = false
		s.pop()
	case a < p.stop:
		s.attach(s.buffer(0), s.top(0), a)
		s.push()
	default:
		s.breaks[s.buffer(1)] = true
	}
}
