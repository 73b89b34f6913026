// Package extract reads one article: entities with their mentions, and
// claims with the exact stretches of text that state them. It is a pure
// function of the article, the tables and the weights.
package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/extract/facts"
	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/extract/speech"
	"github.com/newsgraph/newsgraph/extract/timex"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/seeds"
)

// Version names the rules, tables and weights: an article that another
// version has read is read anew.
const Version = "3"

// limit is how many code points are read at once; a longer text, which is no
// article but a book or a log, is read in parts that end at a line break.
const limit = 200_000

// Extractor reads articles. It is safe for many goroutines.
type Extractor struct {
	analyzer *analyze.Analyzer
	tables   *seeds.Tables
}

// New loads weights and tables, which takes some tens of milliseconds.
func New() (*Extractor, error) {
	a, err := analyze.New()
	if err != nil {
		return nil, fmt.Errorf("load the analyzer: %w", err)
	}
	t := seeds.Load()
	if err := facts.Check(); err != nil {
		return nil, fmt.Errorf("load the tables of facts: %w", err)
	}
	return &Extractor{analyzer: a, tables: t}, nil
}

// Article returns what the article says. On text that is not English it
// returns the language only, and on odd text it finds less; it never fails.
func (x *Extractor) Article(a *news.Article) news.Extraction {
	out := news.Extraction{Article: a.ID, Extractor: Version, Language: language(a.Text)}
	if out.Language != "en" {
		return out
	}
	// The day that the text itself states counts when it is close to the given one.
	published := a.Published
	if d := timex.Dateline(x.analyzer.Analyze(header(a.Text))); !d.IsZero() && (published.IsZero() || abs(published.Days(d)) <= 7) {
		published = d
	}
	w := writer{article: a, published: published, origin: origin(a.Text)}
	for _, text := range parts(a.Text, limit) {
		x.part(&w, text, &out)
		w.offset += utf8.RuneCountInString(text)
	}
	return out
}

// part reads one part of the text and adds what it says to out.
func (x *Extractor) part(w *writer, text string, out *news.Extraction) {
	doc := x.analyze(text)
	borders(doc)
	at := names.Setting{Home: names.Home(w.article.Source, w.article.URL), Title: w.article.Title}
	found := names.FindAt(doc, w.published, w.article.ID, at, x.tables)
	times := timex.Find(doc, w.published)
	said := speech.Find(doc, found)
	claims, err := facts.Find(facts.Input{Doc: doc, Names: found, Times: times, Said: said, Published: w.published})
	if err != nil {
		// New has read the same tables.
		panic(fmt.Sprintf("tables of facts: %v", err))
	}
	w.doc, w.runes, w.names = doc, []rune(text), found
	out.Timexes = append(out.Timexes, w.timexes(times)...)
	out.Reported = append(out.Reported, w.reported(said)...)
	var made []news.Claim
	for i := range claims {
		made = append(made, w.claim(&claims[i]))
	}
	out.Claims = append(out.Claims, made...)
	out.Entities = unite(out.Entities, w.entities(made))
}

// parts cuts a text at line breaks into parts of at most n code points; a
// line that is longer is cut at a blank, or anywhere when it has none.
func parts(text string, n int) []string {
	var out []string
	for len(text) > n { // bytes: no fewer than code points
		end, last, blank, k := len(text), 0, 0, 0
		for i, r := range text {
			if k == n {
				end = i
				break
			}
			switch r {
			case '\n':
				last = i + 1
			case ' ':
				blank = i + 1
			}
			k++
		}
		if end == len(text) {
			break
		}
		if last > 0 {
			end = last
		} else if blank > 0 {
			end = blank
		}
		out = append(out, text[:end])
		text = text[end:]
	}
	return append(out, text)
}

// unite adds the entities of a later part to those of the parts before it.
func unite(all, more []news.Mentioned) []news.Mentioned {
	if len(all) == 0 {
		return more
	}
	at := map[news.ID]int{}
	for i := range all {
		at[all[i].ID] = i
	}
	for _, m := range more {
		if i, ok := at[m.ID]; ok {
			all[i].Mentions = append(all[i].Mentions, m.Mentions...)
		} else {
			all = append(all, m)
		}
	}
	return all
}

func abs(n int) int { return max(n, -n) }

// restore makes the offsets of a document that was read from a cleaned text
// those of the original.
func restore(doc *analyze.Doc, text string, at []int) {
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		end := at[t.Start]
		if t.End > t.Start {
			end = at[t.End-1] + 1
		}
		t.Start, t.End = at[t.Start], end
	}
	doc.Text = text
}

// origin returns the hash of a text's words, by which copies of one wire
// story are known.
func origin(text string) string {
	h := sha256.Sum256([]byte(news.Fold(text)))
	return hex.EncodeToString(h[:16])
}

// writer turns tokens and indices into spans and ids.
type writer struct {
	article *news.Article
	// published is the article's day of publication, or the one that the text itself states.
	published news.Date
	origin    string
	// doc, runes and names are those of the part being read, which begins at offset.
	doc    *analyze.Doc
	runes  []rune
	names  *names.Names
	offset int
}

// span returns where tokens stand in the text, without white space at the ends.
func (w *writer) span(r analyze.Range) news.Span {
	for r.Start < r.End-1 && w.doc.IsSpace(r.Start) {
		r.Start++
	}
	for r.End-1 > r.Start && w.doc.IsSpace(r.End-1) {
		r.End--
	}
	return news.Span{Start: w.offset + w.doc.Tokens[r.Start].Start, End: w.offset + w.doc.Tokens[r.End-1].End}
}

func (w *writer) spans(rs []analyze.Range) []news.Span {
	var out []news.Span
	for _, r := range rs {
		if r.End > r.Start {
			out = append(out, w.span(r))
		}
	}
	return out
}

func (w *writer) text(s news.Span) string { return string(w.runes[s.Start-w.offset : s.End-w.offset]) }

// entities returns the entities that the article mentions or a claim names
// (the country that a person in office acts for may have no mention).
func (w *writer) entities(claims []news.Claim) []news.Mentioned {
	named := map[news.ID]bool{}
	for i := range claims {
		for _, a := range claims[i].Actors {
			named[a.Entity], named[a.For] = true, true
		}
		for _, id := range claims[i].AttributedTo {
			named[id] = true
		}
	}
	out := make([]news.Mentioned, len(w.names.Entities))
	for i, e := range w.names.Entities {
		out[i].Entity = e
	}
	for _, m := range w.names.Mentions {
		s, kind := w.span(m.Tokens), m.Kind
		if m.Use == names.Demonym {
			kind = news.NominalMention // "Russian" speaks of Russia and is not its name
		}
		out[m.Entity].Mentions = append(out[m.Entity].Mentions, news.Mention{Span: s, Text: w.text(s), Kind: kind})
	}
	return slices.DeleteFunc(out, func(m news.Mentioned) bool { return len(m.Mentions) == 0 && !named[m.ID] })
}

func (w *writer) timexes(times []timex.Timex) []news.Timex {
	var out []news.Timex
	for _, t := range times {
		if t.Value != "" {
			out = append(out, news.Timex{Span: w.span(t.Tokens), Type: t.Type, Value: t.Value})
		}
	}
	return out
}

func (w *writer) reported(said []speech.Attribution) []news.Attribution {
	var out []news.Attribution
	for _, s := range said {
		if len(s.Content) > 0 {
			out = append(out, news.Attribution{Source: w.spans(s.Source), Cue: w.spans(s.Cue), Content: w.spans(s.Told()), Direct: s.Direct})
		}
	}
	return out
}

// claim turns a found claim into one with ids and spans.
func (w *writer) claim(c *facts.Claim) news.Claim {
	out := news.Claim{
		Article: w.article.ID, Type: c.Type, Status: c.Status, Date: c.Date, Details: c.Details,
		Confidence: c.Confidence, Published: w.published, Origin: w.origin,
		Trigger: w.span(analyze.Range{Start: c.Trigger, End: c.Trigger + 1}), Content: w.spans(c.Content),
	}
	for _, a := range c.Actors {
		n := news.Actor{Role: a.Role, Entity: w.names.Entities[a.Entity].ID}
		if a.For >= 0 {
			n.For = w.names.Entities[a.For].ID
		}
		out.Actors = append(out.Actors, n)
	}
	out.Actors = news.SortActors(out.Actors)
	for _, e := range c.By {
		if id := w.names.Entities[e].ID; !slices.Contains(out.AttributedTo, id) {
			out.AttributedTo = append(out.AttributedTo, id)
		}
	}
	for _, s := range c.Sents {
		sp := w.span(w.doc.Sents[s])
		out.Evidence = append(out.Evidence, news.Evidence{Span: sp, Quote: w.text(sp)})
	}
	if c.Type == news.Statement {
		var words []string
		for _, s := range out.Content {
			words = append(words, w.text(s))
		}
		out.Text = strings.Join(words, " ")
	}
	out.Identify()
	return out
}
