package names

import (
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/seeds"
)

// Find reads the names of an analysed article, published on the given day
// (zero when unknown), and returns its entities with their mentions and the
// offices that it gives to people. The article's id is part of the identity
// of entities that nothing but the article identifies.
func Find(doc *analyze.Doc, published news.Date, article news.ID, tables *seeds.Tables) *Names {
	return FindAt(doc, published, article, Setting{}, tables)
}

// Setting is what is known of an article beside its text.
type Setting struct {
	// Home is the ISO code of the publisher's country, "" when not known: bodies
	// and offices that the text gives no country, and that no country of the
	// article claims, are that country's.
	Home string
	// Title is the headline, "" when there is none: the country that it names
	// first is most likely that of offices without one.
	Title string
}

// FindAt is Find for an article with a setting.
func FindAt(doc *analyze.Doc, published news.Date, article news.ID, at Setting, tables *seeds.Tables) *Names {
	if tables.Country(at.Home) == nil {
		at.Home = ""
	}
	f := newFinder(doc, published, article, at.Home, tables)
	f.title = headlined(at.Title, tables)
	f.survey()
	f.judge()
	f.chain()
	f.metonyms()
	f.phrases()
	f.bodies()
	f.roles()
	f.nominals()
	f.pronouns()
	f.later()
	f.nested()
	return f.finish()
}

func newFinder(doc *analyze.Doc, published news.Date, article news.ID, home string, tables *seeds.Tables) *finder {
	return &finder{doc: doc, on: published, article: article, home: home, tables: tables, by: newIndex()}
}

// survey finds the names by network, tables and rules.
func (f *finder) survey() {
	f.read()
	f.guess()
	f.mend()
	f.known()
	f.scan()
	f.rules()
	f.hope()
}

// kind is what a stretch of capitalised words may be.
type kind int

const (
	none kind = iota
	person
	organization
	place
	country
	demonym
	// group is a people, faith or movement: no entity, but it blocks others.
	group
)

// coarse maps the network's labels to kinds; others are no names here.
var coarse = map[string]kind{"PERSON": person, "ORG": organization, "GPE": place, "LOC": place, "FAC": place, "NORP": group}

// span is a name before it belongs to an entity.
type span struct {
	analyze.Range
	kind kind
	// country is set for kind country and demonym, org where the tables know it.
	country *seeds.Country
	org     *seeds.Org
	metonym *seeds.Metonym
	// settled is true where the wording says what the name is.
	settled bool
	entity  int
}

// finder holds what is known of one article while its names are read.
type finder struct {
	doc     *analyze.Doc
	on      news.Date
	article news.ID
	tables  *seeds.Tables
	// home is the ISO code of the publisher's country, or "".
	home string
	// title is the country that the headline names first, or nil.
	title *seeds.Country
	// mainland caches dominant.
	mainland *string

	spans []span
	// over maps a token to the span that covers it, -1 for none.
	over []int
	// key holds seeds.Key of each token, lower whether a word occurs in lower case too.
	key []string
	// firsts are the first names of people of the article, lasts the last words of their names.
	firsts, lasts map[string]bool
	// givens are the first words of people's names, before the rules.
	givens map[string]bool
	// persons finds the network's people by the key of their last word.
	persons map[string][]analyze.Range
	// titles caches lookTitle, homonyms homonym.
	titles map[string]*seeds.Title
	// storms are the names of storms in the article; storm makes them.
	storms   map[string]bool
	homonyms map[string]bool
	lower    map[string]bool

	// nominalAt maps the first token of a nominal mention ("Iraqi government") to its index.
	nominalAt map[int]int
	entities  []*entity
	by        index
	// named maps a token to the mention by name that covers it, -1 for none.
	named    []int
	mentions []Mention
	found    []tenure
	// saidOf maps a pronoun's token to its mention, nil until pronouns are read.
	saidOf map[int]int
	// dead are the people of whose death the article tells.
	dead map[int]bool
}

// read prepares what is looked up for every token.
func (f *finder) read() {
	n := len(f.doc.Tokens)
	f.key = make([]string, n)
	f.over = make([]int, n)
	f.lower = map[string]bool{}
	f.titles = map[string]*seeds.Title{}
	for i, t := range f.doc.Tokens {
		f.key[i] = seeds.Key(t.Text)
		f.over[i] = -1
		if f.key[i] != "" && t.Text == t.Lower && unicode.IsLower(rune0(t.Text)) {
			f.lower[f.key[i]] = true
		}
	}
}

// add puts a span in place of all that it overlaps.
func (f *finder) add(s span) {
	f.drop(s.Range)
	s.entity = -1
	f.spans = append(f.spans, s)
	for i := s.Start; i < s.End; i++ {
		f.over[i] = len(f.spans) - 1
	}
}

// drop removes the spans that overlap r.
func (f *finder) drop(r analyze.Range) {
	for i := r.Start; i < r.End; i++ {
		if k := f.over[i]; k >= 0 {
			for j := f.spans[k].Start; j < f.spans[k].End; j++ {
				f.over[j] = -1
			}
			f.spans[k].kind = none
		}
	}
}

// tidy drops removed spans and sorts the rest by place.
func (f *finder) tidy() {
	f.spans = slices.DeleteFunc(f.spans, func(s span) bool { return s.kind == none || s.End <= s.Start })
	slices.SortFunc(f.spans, func(a, b span) int { return a.Start - b.Start })
	for i := range f.over {
		f.over[i] = -1
	}
	for k, s := range f.spans {
		for i := s.Start; i < s.End; i++ {
			f.over[i] = k
		}
	}
}

// text returns the words of r as printed.
func (f *finder) text(r analyze.Range) string {
	var b strings.Builder
	for i := r.Start; i < r.End; i++ {
		t := &f.doc.Tokens[i]
		if t.Pos == "SPACE" {
			b.WriteByte(' ')
			continue
		}
		b.WriteString(t.Text)
		if t.Space && i < r.End-1 {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// keys returns the keys of r's tokens that have one.
func (f *finder) keys(r analyze.Range) []string {
	var out []string
	for i := r.Start; i < r.End; i++ {
		if f.key[i] != "" && !f.doc.IsSpace(i) {
			out = append(out, f.key[i])
		}
	}
	return out
}

// head returns the token of r whose head lies outside it, the last when there are several.
func (f *finder) head(r analyze.Range) int {
	for i := r.End - 1; i >= r.Start; i-- {
		h := f.doc.Tokens[i].Head
		if h == i || h < r.Start || h >= r.End {
			return i
		}
	}
	return r.End - 1
}

// capital reports whether token i starts with a capital letter.
func (f *finder) capital(i int) bool { return unicode.IsUpper(rune0(f.doc.Tokens[i].Text)) }

// opens reports whether token i is the first word of its sentence or of a quote in it.
func (f *finder) opens(i int) bool {
	for j := i - 1; j >= 0 && f.doc.Tokens[j].Sent == f.doc.Tokens[i].Sent; j-- {
		if t := f.doc.Tokens[j]; t.Pos != "PUNCT" && t.Pos != "SPACE" {
			return false
		}
	}
	return true
}

// lowerAt returns the token in lower case, "" outside the text.
func (f *finder) lowerAt(i int) string {
	if i < 0 || i >= len(f.doc.Tokens) {
		return ""
	}
	return f.doc.Tokens[i].Lower
}

// proper reports whether token i is a capitalised proper noun.
func (f *finder) proper(i int) bool {
	return i >= 0 && i < len(f.doc.Tokens) && f.capital(i) && strings.HasPrefix(f.doc.Tokens[i].Tag, "NNP")
}

func rune0(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// size returns the number of tokens of r.
func size(r analyze.Range) int { return r.End - r.Start }
