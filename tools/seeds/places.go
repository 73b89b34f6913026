package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// place is a row of places.tsv in the making.
type place struct {
	name, kind, country, wikidata, source string
	population                            int
	aliases                               []string
}

// readPlaces joins the cities of Natural Earth (with Wikidata ids) and
// GeoNames, first-level regions (GeoNames) and territories with ids (rigour).
func readPlaces(dir string, cs *countries) ([][]string, error) {
	byID := map[string]*place{}
	var all []*place
	if err := readNaturalEarth(filepath.Join(dir, "natural-earth/ne_50m_populated_places.json"), byID, &all); err != nil {
		return nil, err
	}
	if err := readCities(filepath.Join(dir, "geonames/cities_100k_or_capital.tsv"), byID, &all); err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, t := range cs.territories {
		all = append(all, &place{name: t.name, kind: "region", country: t.parent, wikidata: t.wikidata, source: "rigour"})
		known[t.parent+t.name] = true
	}
	b, err := os.ReadFile(filepath.Join(dir, "geonames/admin1CodesASCII.txt"))
	if err != nil {
		return nil, err
	}
	for line := range strings.SplitSeq(string(b), "\n") {
		f := strings.Split(line, "\t")
		if len(f) < 3 || known[f[0][:2]+f[1]] || strings.ContainsAny(f[1], "(0123456789") {
			continue
		}
		p := &place{name: f[1], kind: "region", country: f[0][:2], source: "geonames"}
		if f[2] != f[1] {
			p.aliases = append(p.aliases, f[2])
		}
		all = append(all, p)
	}
	var out [][]string
	for _, p := range all {
		if !latin(p.name) {
			continue
		}
		slices.Sort(p.aliases)
		out = append(out, []string{p.name, p.kind, p.country, p.wikidata, strconv.Itoa(p.population), strings.Join(slices.Compact(p.aliases), "|"), p.source})
	}
	return out, nil
}

func readNaturalEarth(path string, byID map[string]*place, all *[]*place) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var d struct {
		Features []struct {
			Properties struct {
				NAME, NAME_EN, NAMEASCII, NAMEALT, NAMEPAR, FEATURECLA, ISO_A2, Wikidataid string
				POP_MAX, GEONAMEID                                                         float64
			}
		}
	}
	if err := json.Unmarshal(b, &d); err != nil {
		return err
	}
	for _, f := range d.Features {
		q := f.Properties
		p := &place{name: q.NAME_EN, kind: "city", country: q.ISO_A2, wikidata: q.Wikidataid, source: "natural-earth", population: int(q.POP_MAX)}
		if p.name == "" {
			p.name = q.NAME
		}
		if q.FEATURECLA == "Admin-0 capital" {
			p.kind = "capital"
		}
		for _, a := range append(strings.Split(q.NAMEALT, "|"), q.NAME, q.NAMEASCII, q.NAMEPAR) {
			p.alias(a)
		}
		byID[strconv.Itoa(int(q.GEONAMEID))] = p
		*all = append(*all, p)
	}
	return nil
}

func readCities(path string, byID map[string]*place, all *[]*place) error {
	rows, err := readCSV(path, '\t')
	if err != nil {
		return err
	}
	seen := map[string]*place{}
	for _, p := range *all {
		for _, n := range append(p.aliases, p.name) {
			seen[p.country+n] = p
		}
	}
	for _, r := range rows {
		pop, _ := strconv.Atoi(r["pop"])
		p := byID[r["geonameid"]]
		if p == nil {
			p = seen[r["country"]+r["name"]]
		}
		if p == nil {
			p = &place{name: r["name"], kind: "city", country: r["country"], source: "geonames"}
			*all = append(*all, p)
		} else if p.source == "natural-earth" {
			p.source = "natural-earth+geonames"
		}
		p.population = max(p.population, pop)
		p.alias(r["name"])
		if r["feature"] == "PPLC" {
			p.kind = "capital"
		}
	}
	return nil
}

func (p *place) alias(a string) {
	a = strings.TrimSpace(a)
	if a != "" && a != p.name && latin(a) && !slices.Contains(p.aliases, a) {
		p.aliases = append(p.aliases, a)
	}
}
