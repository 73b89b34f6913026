// Package names finds the people, countries, organisations and places of an
// article, with all their mentions in one chain each, and the offices that
// people hold.
package names

import (
	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// Use says what a mention of a capital, a building or a demonym stands for where it is used.
type Use int

// The uses of a mention.
const (
	// Plain: the name stands for what it names.
	Plain Use = iota
	// Actor: a place name that stands for a government ("Moscow said").
	Actor
	// Demonym: an adjective or noun made from a country ("Russian", "Russians").
	Demonym
)

// Mention is one place where the article speaks of an entity.
type Mention struct {
	// Tokens is where it stands, without title or article.
	Tokens analyze.Range
	// Head is the token that governs the mention in the tree.
	Head int
	// Entity is an index into Names.Entities.
	Entity int
	// Kind is name, nominal or pronoun.
	Kind news.MentionKind
	Use  Use
}

// Role is an office that the article gives to a person.
type Role struct {
	// Person and Of are indices into Names.Entities; Of is -1 when the text names no body.
	Person, Of int
	// Title is where the title stands, Text the title as printed, without article, modifiers "former" and "acting", and country.
	Title          analyze.Range
	Text           string
	Former, Acting bool
	// Mention is the index of the mention of the person beside which the title stands.
	Mention int
	// Also holds further mentions of the person beside which the same office stands.
	Also []int
	// Confidence is the probability that a careful reader agrees.
	Confidence float64
}

// Names is what Find found.
type Names struct {
	Entities []news.Entity
	// Mentions are in text order; two may cover the same tokens when a phrase
	// speaks of two entities ("Russian President": the country and the person).
	Mentions []Mention
	Roles    []Role

	at    [][]int
	kinds []string
}

// OrgKind returns what kind of organisation entity e is by the tables: media,
// platform, igo, ngo, ministry, agency, parliament, court, party, armed or
// company; "" when they don't know it.
func (n *Names) OrgKind(e int) string {
	if e < 0 || e >= len(n.kinds) {
		return ""
	}
	return n.kinds[e]
}

// At returns the indices of the mentions that cover token i, shortest first.
func (n *Names) At(i int) []int { return n.at[i] }
