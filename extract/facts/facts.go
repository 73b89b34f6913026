// Package facts reads claims from an analysed article: who met whom, who
// imposed what on whom, who said what, and how far each of it is real. What
// verbs and nouns mean stands in tables; the code walks the dependency tree.
package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/extract/speech"
	"github.com/newsgraph/newsgraph/extract/timex"
	"github.com/newsgraph/newsgraph/news"
)

// Input is what the earlier stages found in one article.
type Input struct {
	Doc       *analyze.Doc
	Names     *names.Names
	Times     []timex.Timex
	Said      []speech.Attribution
	Published news.Date
}

// Actor is an entity of Input.Names in a role. For is the entity in whose
// name it acts, or -1.
type Actor struct {
	Role   news.Role
	Entity int
	For    int
}

// Claim is what the article says at one or more places, with entities as
// indices into Input.Names.Entities and stretches of tokens.
type Claim struct {
	Type   news.FactType
	Status news.Status
	Actors []Actor
	Date   news.DateRange
	news.Details
	// Content is what is said; nil for other types than Statement.
	Content []analyze.Range
	// By is who is quoted for it, outermost first.
	By []int
	// Trigger is the word that it was read from.
	Trigger int
	// Sents are the indices of the sentences that state it, ascending.
	Sents []int
	// Confidence is the probability that a careful reader agrees.
	Confidence float64

	// level is how real the words make it, before the type's own statuses.
	level level
	// definite is true for "the meeting": it speaks of one that stands elsewhere too.
	definite bool
	// support is the verb that lent its subject, or -1.
	support int
	// future is true for a "would" that no condition governs.
	future bool
	// since is true when its date is only where it begins.
	since bool
	// lone is true for a meeting with people whom the text does not name.
	lone bool
	// guess is true when its only participant is the country that the article is about.
	guess bool
	// unnamed are targets that stand only for people of theirs without a name.
	unnamed []int
	// cause is the word for the accident that did the harm, or -1.
	cause int
	// pending is true for a mention without actors that must join another claim.
	pending bool
	// anchor and offset date it by another event's token; anchor is -1 when nothing does.
	anchor, offset int
}

// In returns the entities in the given role.
func (c *Claim) In(r news.Role) []int {
	var out []int
	for _, a := range c.Actors {
		if a.Role == r {
			out = append(out, a.Entity)
		}
	}
	return out
}

// add puts entities into a role, without doubles.
func (c *Claim) add(r news.Role, entities ...int) {
	for _, e := range entities {
		if !slices.ContainsFunc(c.Actors, func(a Actor) bool { return a.Role == r && a.Entity == e }) {
			c.Actors = append(c.Actors, Actor{Role: r, Entity: e, For: -1})
		}
	}
}

// finder holds what the rules look at.
type finder struct {
	Input
	doc    *analyze.Doc
	lex    *lexicon
	byHead map[int][]int
	// together lists who is named together.
	together []group
	// inner holds for each token the innermost attribution, once one is asked for.
	inner  []int
	claims []Claim
	// faint are attacks of which the text names nobody and no place.
	faint []Claim
}

// Find returns the claims of an article in text order. It does no I/O, and
// on odd text finds less.
func Find(in Input) ([]Claim, error) {
	lex, err := load()
	if err != nil {
		return nil, err
	}
	f := &finder{Input: in, doc: in.Doc, lex: lex, byHead: map[int][]int{}}
	for i, m := range in.Names.Mentions {
		f.byHead[m.Head] = append(f.byHead[m.Head], i)
		// A name that the tree breaks ("Park Ji-won") hangs on several words.
		for k := m.Tokens.Start; k < m.Tokens.End; k++ {
			if h := in.Doc.Tokens[k].Head; k != m.Head && m.Kind == news.NameMention && (h < m.Tokens.Start || h >= m.Tokens.End) {
				f.byHead[k] = append(f.byHead[k], i)
			}
		}
	}
	f.together = f.groups()
	for tok := range f.doc.Tokens {
		switch t := &f.doc.Tokens[tok]; {
		case isVerb(t):
			f.verb(tok)
		case t.Pos == "NOUN" || t.Pos == "PROPN":
			f.noun(tok)
		}
	}
	f.drop()
	f.attribute()
	f.settle()
	f.repeat()
	f.merge()
	for i := range f.claims {
		f.square(&f.claims[i])
	}
	f.positions()
	f.statements()
	f.actFor()
	f.calibrate()
	slices.SortStableFunc(f.claims, func(a, b Claim) int { return a.Trigger - b.Trigger })
	return f.claims, nil
}

// actFor fills in the country in whose name a person in office imposes or agrees.
func (f *finder) actFor() {
	for i := range f.claims {
		for j := range f.claims[i].Actors {
			a := &f.claims[i].Actors[j]
			if (a.Role == news.Imposer || a.Role == news.Party) && f.Names.Entities[a.Entity].Type == news.Person {
				a.For = f.country(a.Entity)
			}
		}
	}
}

// country returns the country whose office a person holds, as the article
// says, or -1.
func (f *finder) country(person int) int {
	for _, r := range f.Names.Roles {
		if r.Person == person && r.Of >= 0 && !r.Former && f.Names.Entities[r.Of].Type == news.Country {
			return r.Of
		}
	}
	return -1
}
