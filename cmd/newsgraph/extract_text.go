package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/news"
)

// encodeText writes what an article says for people to read: each sentence
// that states something, and below it what it states.
func encodeText(it *ingest.Item, found news.Extraction) ([]byte, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "%s", first(it.Article.SourceID, it.File))
	if !it.Article.Published.IsZero() {
		fmt.Fprintf(&b, "  %s", it.Article.Published)
	}
	if it.Article.Title != "" {
		fmt.Fprintf(&b, "  %s", it.Article.Title)
	}
	b.WriteByte('\n')
	if found.Language != "en" {
		fmt.Fprintf(&b, "\n  not read: its language is %s\n", found.Language)
	}
	name := map[news.ID]string{}
	for _, e := range found.Entities {
		name[e.ID] = e.Name
	}
	claims := slices.Clone(found.Claims)
	slices.SortStableFunc(claims, func(x, y news.Claim) int { return x.Evidence[0].Start - y.Evidence[0].Start })
	at := -1
	for i := range claims {
		c := &claims[i]
		if s := c.Evidence[0]; s.Start != at {
			at = s.Start
			fmt.Fprintf(&b, "\n  %s\n", strings.Join(strings.Fields(s.Quote), " "))
		}
		fmt.Fprintf(&b, "    %s\n", describe(c, name))
	}
	return []byte(b.String()), nil
}

// describe puts a claim on one line: "possible meeting · participant Vladimir
// Putin, Donald Trump · 2025-08-11 to 2025-08-17 · says Yuri Ushakov · 0.83".
func describe(c *news.Claim, name map[news.ID]string) string {
	parts := []string{heading(c)}
	add := func(what, value string) {
		if value != "" {
			parts = append(parts, strings.TrimSpace(what+" "+value))
		}
	}
	names := func(ids []news.ID) string {
		var out []string
		for _, id := range ids {
			out = append(out, name[id])
		}
		return strings.Join(out, ", ")
	}
	for _, r := range news.Roles[c.Type] {
		word, _, _ := strings.Cut(strings.ToLower(string(r)), "_")
		add(word, names(c.In(r)))
	}
	if c.Former {
		add("", "former")
	}
	if c.Acting {
		add("", "acting")
	}
	add("", c.Title)
	add("", c.Name)
	add("rate", c.Rate)
	add("on", c.Goods)
	for _, n := range []struct {
		what  string
		count *int
	}{{"killed", c.Killed}, {"wounded", c.Wounded}} {
		if n.count != nil {
			add(n.what, strconv.Itoa(*n.count))
		}
	}
	add("", c.Condition)
	if from, to := c.Date.From.String(), c.Date.To.String(); from == to {
		add("", from)
	} else {
		add("", strings.TrimSpace(from+" to "+to))
	}
	if len(c.Content) > 0 {
		add("", strings.Join(strings.Fields(c.Text), " "))
	}
	if len(c.AttributedTo) > 0 {
		add("says", names(c.AttributedTo))
	}
	add("", strconv.FormatFloat(c.Confidence, 'f', 2, 64))
	return strings.Join(parts, " · ")
}

// heading says what a claim is and, where that can differ, how real: "threatened
// tariff", "possible in person meeting", "statement".
func heading(c *news.Claim) string {
	words := []string{string(c.Status)}
	switch c.Type {
	case news.Statement, news.Position:
		words = []string{string(c.Type)}
	case news.Sanction:
		words = append(words, strings.ReplaceAll(c.Measure, "_", " "))
		if c.Measure == "other" {
			words = append(words, "measure")
		}
	case news.Meeting:
		words = append(words, strings.ReplaceAll(c.Mode, "_", " "), string(c.Type))
	case news.Event:
		words = append(words, strings.ReplaceAll(c.Kind, "_", " "))
	case news.Attack:
		if words = append(words, c.Kind); c.Kind == "" {
			words = append(words, string(c.Type))
		}
	default:
		words = append(words, string(c.Type))
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}
