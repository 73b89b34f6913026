package graph

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// cast numbers the nodes that a statement needs again and again, so that it
// finds each of them once and its rows name them by their place in a list:
// looking up ids is what writing costs most.
type cast struct {
	ids []string
	at  map[news.ID]int
}

// place returns the place of the node with this id.
func (c *cast) place(id news.ID) int {
	if at, ok := c.at[id]; ok {
		return at
	}
	if c.at == nil {
		c.at = map[news.ID]int{}
	}
	at := len(c.ids)
	c.at[id] = at
	c.ids = append(c.ids, string(id))
	return at
}

// list returns the ids by their places; an empty list is no null.
func (c *cast) list() []string { return slices.Concat([]string{}, c.ids) }
