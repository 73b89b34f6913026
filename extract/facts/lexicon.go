package facts

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/newsgraph/newsgraph/news"
)

// tables hold what English words mean for facts: verbs and nouns that speak
// of one, verbs that only lend a noun their subject, and words that change
// how real something is. Every row ends in a sentence that shows it.
//
//go:embed tables/*.tsv
var tables embed.FS

// frame is what one verb or noun says and where its actors stand.
type frame struct {
	lemma string
	// also is a verb's particle or a noun's modifier; "" when none is needed.
	also string
	typ  news.FactType
	// kind is a meeting's mode, a sanction's measure, an attack's or event's kind.
	kind string
	fill []slot
	// base is the status when the text says that it is real; for a noun, when
	// the text only mentions it ("" says nothing).
	base news.Status
	conf float64
}

// slot says which role the word in a grammatical place has.
type slot struct {
	// at is subj, obj, oprd, poss, mod or a preposition.
	at   string
	role news.Role
	// types are the entity types allowed; empty allows none.
	types map[news.EntityType]bool
	// staff is true where a country or body counts only through people who
	// act for it ("hosted Chinese officials", not "hosted China").
	staff bool
	// need is true when the frame means nothing without it.
	need bool
	// class is a class of words: the frame holds only where the place has one of them.
	class string
	// not is true where the frame holds only without such a word, or, with no
	// class, only where the place is empty.
	not bool
}

// support is a verb that says only that the thing named by a noun takes place.
type support struct {
	verb, also string
	// at is where the noun stands: obj, subj or a preposition.
	at    string
	types map[news.FactType]bool
	// subject is agent, target, patient or none, or the preposition before who acted.
	subject string
	base    news.Status
}

// lexicon holds all tables.
type lexicon struct {
	verbs    map[string][]frame
	nouns    map[string][]frame
	supports map[string][]support
	// operators are keyed by pos letter, lemma and relation ("V plan comp").
	operators map[string]effect
	words     map[string]map[string]bool
	beliefs   map[news.FactType]belief
}

// load reads the tables once; a broken table is a bug that the first caller sees.
var load = sync.OnceValues(func() (*lexicon, error) {
	l := &lexicon{
		verbs: map[string][]frame{}, nouns: map[string][]frame{}, supports: map[string][]support{},
		operators: map[string]effect{}, words: map[string]map[string]bool{}, beliefs: map[news.FactType]belief{},
	}
	for _, t := range []struct {
		file  string
		width int
		read  func(f []string) error
	}{
		{"verbs", 8, func(f []string) error { return l.frame(l.verbs, f) }},
		{"nouns", 8, func(f []string) error { return l.frame(l.nouns, f) }},
		{"supports", 7, l.support},
		{"operators", 5, l.operator},
		{"words", 2, l.class},
		{"confidence", 3, l.belief},
	} {
		b, err := tables.ReadFile("tables/" + t.file + ".tsv")
		if err != nil {
			return nil, fmt.Errorf("table of %s: %w", t.file, err)
		}
		for i, line := range strings.Split(string(b), "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			f := strings.Split(line, "\t")
			if len(f) != t.width {
				return nil, fmt.Errorf("table of %s, line %d: %d columns instead of %d", t.file, i+1, len(f), t.width)
			}
			if err := t.read(f); err != nil {
				return nil, fmt.Errorf("table of %s, line %d: %w", t.file, i+1, err)
			}
		}
	}
	return l, nil
})

// none returns "" for the dash that stands for an empty column.
func none(s string) string {
	if s == "-" {
		return ""
	}
	return s
}

var roleNames = map[string]news.Role{
	"participant": news.Participant, "venue": news.Venue, "imposer": news.Imposer, "target": news.Target,
	"party": news.Party, "attacker": news.Attacker,
}

var typeLetters = map[rune]news.EntityType{'p': news.Person, 'c': news.Country, 'o': news.Organization, 'l': news.Place}

// frame reads lemma, particle or modifier, type, kind, places, status, confidence and example.
func (l *lexicon) frame(into map[string][]frame, f []string) error {
	fr := frame{lemma: f[0], also: none(f[1]), typ: news.FactType(f[2]), kind: none(f[3]), base: news.Status(none(f[5]))}
	if _, ok := news.StandingOf(fr.typ, fr.base); !ok && fr.base != "" {
		return fmt.Errorf("%s has no status %q", fr.typ, fr.base)
	}
	var err error
	if fr.conf, err = strconv.ParseFloat(f[6], 64); err != nil {
		return fmt.Errorf("confidence: %w", err)
	}
	for s := range strings.FieldsSeq(none(f[4])) {
		at, rest, plain := strings.Cut(s, "=")
		if !plain {
			at, class, ok := strings.Cut(s, "~")
			if !ok {
				var not bool
				if at, class, not = strings.Cut(s, "^"); !not {
					return fmt.Errorf("place %q is neither place=role nor place~class nor place^class", s)
				}
			}
			fr.fill = append(fr.fill, slot{at: at, class: class, not: !ok})
			continue
		}
		if rest == "-" {
			continue
		}
		sl := slot{at: at, need: strings.HasSuffix(rest, "!")}
		name, types, _ := strings.Cut(strings.TrimSuffix(rest, "!"), "/")
		sl.role = roleNames[name]
		if sl.role == "" {
			return fmt.Errorf("no role %q", name)
		}
		sl.types = map[news.EntityType]bool{}
		for _, r := range types {
			if r == 's' {
				sl.staff, sl.types[news.Country], sl.types[news.Organization] = true, true, true
				continue
			}
			sl.types[typeLetters[r]] = true
		}
		fr.fill = append(fr.fill, sl)
	}
	into[fr.lemma] = append(into[fr.lemma], fr)
	return nil
}

// support reads verb, particle, position, types, subject, status and example.
func (l *lexicon) support(f []string) error {
	s := support{verb: f[0], also: none(f[1]), at: f[2], types: map[news.FactType]bool{}, subject: f[4], base: news.Status(f[5])}
	for t := range strings.FieldsSeq(f[3]) {
		s.types[news.FactType(t)] = true
	}
	l.supports[s.verb] = append(l.supports[s.verb], s)
	return nil
}

// operator reads lemma, pos letter, relations, effect and example.
func (l *lexicon) operator(f []string) error {
	e, ok := effects[f[3]]
	if !ok {
		return fmt.Errorf("no effect %q", f[3])
	}
	for rel := range strings.FieldsSeq(f[2]) {
		l.operators[f[1]+" "+f[0]+" "+none(rel)] = e
	}
	return nil
}

// class reads a class of words.
func (l *lexicon) class(f []string) error {
	if l.words[f[0]] != nil {
		return fmt.Errorf("the class %s stands twice", f[0])
	}
	set := map[string]bool{}
	for w := range strings.FieldsSeq(f[1]) {
		set[w] = true
	}
	l.words[f[0]] = set
	return nil
}

// is reports whether lemma is in a class of words.
func (l *lexicon) is(class, lemma string) bool { return l.words[class][strings.ToLower(lemma)] }

// Check reports what is wrong with the tables, nil when nothing is.
func Check() error {
	_, err := load()
	return err
}

// sanction reports whether a noun names a measure against somebody.
func (l *lexicon) sanction(lemma string) bool {
	return slices.ContainsFunc(l.nouns[lemma], func(fr frame) bool { return fr.typ == news.Sanction })
}
