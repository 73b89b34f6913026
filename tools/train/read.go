package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/seeds"
)

// sample is a name of a text with its features and what it is.
type sample struct {
	source   string
	features []names.Feature
	// rules is what the names are without the judge, label what they should be.
	rules, label int
	// count is the number of its occurrences.
	count int
}

// piece is a line of annotated text, in code points.
type piece struct {
	Text    string   `json:"text"`
	Spans   [][3]any `json:"spans"`
	Unknown [][2]int `json:"unknown"`
	Source  string   `json:"source"`
}

// weightOf says how much a source counts: annotations by hand more than votes of
// programs. Sources that are not named are not read.
var weightOf = map[string]float32{
	"wikigold": 3, "uner": 3, "crossner": 2, "redocred": 1,
	"currentevents": .7, tenth: .7, "wikinews": .7, "masc": .5, "ewt": .3, "knowledgenet": .5,
}

// tenth is every tenth piece of the largest source, to measure within it.
const tenth = "currentevents/10"

// kinds are the labels that are names of the judge's first three kinds.
var kinds = map[string]int{"PERSON": 0, "ORG": 1, "GPE": 2, "LOC": 2, "FAC": 2}

const (
	noName  = 3
	ignored = -1
)

func read(path string) ([]sample, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	zip, err := gzip.NewReader(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	a, err := analyze.New()
	if err != nil {
		return nil, err
	}
	tables := seeds.Load()
	var out []sample
	r := bufio.NewReaderSize(zip, 1<<20)
	for number := 1; ; number++ {
		line, err := r.ReadBytes('\n')
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		var p piece
		if err := json.Unmarshal(line, &p); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", path, number, err)
		}
		if weightOf[p.Source] == 0 {
			continue
		}
		if p.Source == "currentevents" && number%10 == 0 {
			p.Source = tenth
		}
		doc := a.Analyze(p.Text)
		for _, c := range names.Candidates(doc, tables) {
			votes := [4]int{}
			for _, s := range c.Spans {
				if k := p.label(doc, s); k != ignored {
					votes[k]++
				}
			}
			label := slices.Index(votes[:], slices.Max(votes[:]))
			if votes[label] == 0 || 2*votes[label] <= votes[0]+votes[1]+votes[2]+votes[3] {
				continue
			}
			out = append(out, sample{source: p.Source, features: c.Features, rules: c.Kind, label: label, count: len(c.Spans)})
		}
	}
}

// label returns what the annotation says of the tokens: ignored where it is
// not known or has other borders.
func (p *piece) label(doc *analyze.Doc, r analyze.Range) int {
	start, end := doc.Tokens[r.Start].Start, doc.Tokens[r.End-1].End
	for _, u := range p.Unknown {
		if u[0] < end && u[1] > start {
			return ignored
		}
	}
	out := noName
	for _, s := range p.Spans {
		from, to := int(s[0].(float64)), int(s[1].(float64))
		if from >= end || to <= start {
			continue
		}
		k, ok := kinds[s[2].(string)]
		if !ok {
			continue
		}
		if out != noName && out != k {
			return ignored
		}
		// A name that is much longer or shorter is another one.
		if 2*(min(to, end)-max(from, start)) < max(to, end)-min(from, start) {
			return ignored
		}
		out = k
	}
	return out
}

func sources(samples []sample) []string {
	var out []string
	for i := range samples {
		if s := samples[i].source; !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return out
}
