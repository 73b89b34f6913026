package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"iter"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/extract"
	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/news"
)

// copier makes articles out of others.
type copier struct {
	originals []original
}

// original is an article with the places of the names that copies change.
type original struct {
	news.Article
	names []name
}

// name is a name in the text. key is equal for the names of one entity.
type name struct {
	news.Span
	key  string
	kind news.EntityType
}

// newCopier reads the originals.
func newCopier(x *extract.Extractor, items iter.Seq[ingest.Item]) (*copier, error) {
	c := &copier{}
	for it := range items {
		if it.Err != nil {
			return nil, fmt.Errorf("%s: %w", it.Where(), it.Err)
		}
		o := original{Article: it.Article}
		for _, m := range x.Article(&it.Article).Entities {
			if m.Type != news.Person && m.Type != news.Organization {
				continue
			}
			for _, mention := range m.Mentions {
				if mention.Kind == news.NameMention {
					o.names = append(o.names, name{mention.Span, string(m.ID), m.Type})
				}
			}
		}
		slices.SortFunc(o.names, func(a, b name) int { return a.Start - b.Start })
		c.originals = append(c.originals, o)
	}
	if len(c.originals) == 0 {
		return nil, fmt.Errorf("there are no articles to copy")
	}
	return c, nil
}

// items yields n articles: the originals, then copy after copy of all.
func (c *copier) items(n int) iter.Seq[ingest.Item] {
	return func(yield func(ingest.Item) bool) {
		for i := range n {
			o, round := &c.originals[i%len(c.originals)], i/len(c.originals)
			it := ingest.Item{File: "copy", Line: i + 1}
			it.Article = o.copy(round)
			if it.Warnings, it.Err = ingest.Prepare(&it.Article); !yield(it) {
				return
			}
		}
	}
}

// print writes n articles as JSON Lines.
func (c *copier) print(w io.Writer, n int) error {
	out := json.NewEncoder(w)
	for it := range c.items(n) {
		a := &it.Article
		line := map[string]string{"id": a.SourceID, "title": a.Title, "text": a.Text, "source": a.Source, "published": a.Published.String()}
		if err := errors.Join(it.Err, out.Encode(line)); err != nil {
			return err
		}
	}
	return nil
}

// copy returns the article as it is told in some round; round 0 is as it is.
func (o *original) copy(round int) news.Article {
	a := news.Article{
		SourceID: fmt.Sprintf("%s-%d", o.SourceID, round), Source: o.Source,
		Title: o.Title, Text: o.Text, Published: o.Published,
	}
	if round == 0 {
		return a
	}
	if !a.Published.IsZero() {
		a.Published = a.Published.AddDays(7 * round)
	}
	a.Text = later(o.renamed(round), round)
	return a
}

// renamed returns the text with the names of a round.
func (o *original) renamed(round int) string {
	text := []rune(o.Text)
	var b strings.Builder
	at := 0
	for _, n := range o.names {
		if n.Start < at || n.End > len(text) {
			continue
		}
		b.WriteString(string(text[at:n.Start]))
		b.WriteString(rename(string(text[n.Start:n.End]), n, round))
		at = n.End
	}
	b.WriteString(string(text[at:]))
	return b.String()
}

// rename gives a person another surname, and an organisation of several
// words, or whose name is no abbreviation, another first word. One name in
// four stays.
func rename(s string, n name, round int) string {
	number := hash(n.key, round)
	if number%4 == 0 {
		return s
	}
	words := strings.Split(s, " ")
	last := len(words) - 1
	switch {
	case n.kind == news.Person && utf8.RuneCountInString(words[last]) > 3:
		words[last] = invented(number)
	case n.kind == news.Organization && last > 0 && words[0] != "the" && words[0] != "The":
		words[0] = invented(number)
	}
	return strings.Join(words, " ")
}

func hash(key string, round int) uint64 {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s %d", key, round)
	return h.Sum64()
}

// syllables make up names.
var syllables = []string{"ba", "do", "fel", "gar", "hin", "ka", "lor", "mi", "nov", "pel", "ra", "sen", "tor", "ul", "vek", "zan"}

// invented returns the name that belongs to a number.
func invented(number uint64) string {
	var b strings.Builder
	for range 4 {
		b.WriteString(syllables[number%16])
		number /= 16
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

var fullDate = regexp.MustCompile(`\b(January|February|March|April|May|June|July|August|September|October|November|December) ([1-9]|[12][0-9]|3[01]), ((?:19|20)[0-9][0-9])\b`)

// later moves the full dates of a text by as many weeks as its publication.
func later(text string, round int) string {
	return fullDate.ReplaceAllStringFunc(text, func(s string) string {
		t, err := time.Parse("January 2, 2006", s)
		if err != nil {
			return s
		}
		return t.AddDate(0, 0, 7*round).Format("January 2, 2006")
	})
}
