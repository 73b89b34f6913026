package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// country is a row of countries.tsv in the making.
type country struct {
	code, wikidata, name string
	aliases, demonyms    []string
}

// territory is a part of a country that has a Wikidata id of its own: a
// state, a province, a dependency.
type territory struct {
	name, parent, wikidata string
}

// countries holds the countries by ISO code, and ways to their codes.
type countries struct {
	byCode      map[string]*country
	byWikidata  map[string]string
	byISO3      map[string]string
	byGEC       map[string]string
	territories []territory
}

// notCountryNames are forms that a source gives as names of a country but
// which name one of its parts or its people.
var notCountryNames = map[string]bool{
	"Gaza": true, "Gaza Strip": true, "West Bank": true, "Palestinian": true, "Best Korea": true, "Province of China": true,
	"England": true, "Congo": true, "Korea": true, "IRL": true, "Russian": true,
}

// readCountries joins territories (rigour), codes (country-codes), display
// names (CLDR) and demonyms (i18n-nationality, Xponents).
func readCountries(dir string) (*countries, error) {
	cs := &countries{byCode: map[string]*country{}, byWikidata: map[string]string{}, byISO3: map[string]string{}, byGEC: map[string]string{}}
	if err := cs.readTerritories(filepath.Join(dir, "rigour/data.jsonl")); err != nil {
		return nil, err
	}
	if err := cs.readCodes(filepath.Join(dir, "country-codes/country-codes.csv")); err != nil {
		return nil, err
	}
	if err := cs.readDisplayNames(filepath.Join(dir, "cldr/en.json")); err != nil {
		return nil, err
	}
	if err := cs.readDemonyms(dir); err != nil {
		return nil, err
	}
	return cs, nil
}

func (cs *countries) readTerritories(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<22)
	for sc.Scan() {
		var t struct {
			Name, Full_name, In_sentence, Alpha3, Qid, Parent, Code string
			Is_country, Is_jurisdiction                             bool
			Names_strong                                            []string
			Other_qids                                              []string
		}
		if err := json.Unmarshal(sc.Bytes(), &t); err != nil {
			return err
		}
		code := strings.ToUpper(t.Code)
		if len(code) == 2 && (t.Is_country || code == "PS") {
			c := &country{code: code, wikidata: t.Qid, name: t.Name}
			c.add(t.Full_name)
			for _, n := range t.Names_strong {
				c.add(n)
			}
			cs.byCode[code] = c
			cs.byWikidata[t.Qid] = code
			for _, q := range t.Other_qids {
				cs.byWikidata[q] = code
			}
			if t.Alpha3 != "" {
				cs.byISO3[strings.ToUpper(t.Alpha3)] = code
			}
			continue
		}
		if t.Qid == "" || t.Parent == "" || strings.Contains(t.Name, "(") || !latin(t.Name) {
			continue
		}
		tr := territory{name: t.Name, parent: strings.ToUpper(strings.SplitN(t.Parent, "-", 2)[0]), wikidata: t.Qid}
		cs.territories = append(cs.territories, tr)
	}
	return sc.Err()
}

func (cs *countries) readCodes(path string) error {
	rows, err := readCSV(path, ',')
	if err != nil {
		return err
	}
	for _, r := range rows {
		c := cs.byCode[r["ISO3166-1-Alpha-2"]]
		if c == nil {
			continue
		}
		cs.byISO3[r["ISO3166-1-Alpha-3"]] = c.code
		for gec := range strings.SplitSeq(r["FIPS"], ",") {
			cs.byGEC[strings.ToLower(strings.TrimSpace(gec))] = c.code
		}
		c.add(r["UNTERM English Short"])
		c.add(strings.TrimPrefix(r["UNTERM English Formal"], "the "))
		c.add(r["CLDR display name"])
	}
	return nil
}

func (cs *countries) readDisplayNames(path string) error {
	var d struct {
		Main struct {
			En struct {
				LocaleDisplayNames struct{ Territories map[string]string }
			}
		}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, &d); err != nil {
		return err
	}
	for k, name := range d.Main.En.LocaleDisplayNames.Territories {
		if c := cs.byCode[strings.SplitN(k, "-alt", 2)[0]]; c != nil {
			c.add(name)
		}
	}
	return nil
}

func (cs *countries) readDemonyms(dir string) error {
	b, err := os.ReadFile(filepath.Join(dir, "i18n-nationality/langs/en.json"))
	if err != nil {
		return err
	}
	var nat struct{ Nationalities map[string]string }
	if err := json.Unmarshal(b, &nat); err != nil {
		return err
	}
	for code, d := range nat.Nationalities {
		if c := cs.byCode[code]; c != nil {
			c.addDemonym(strings.TrimSuffix(d, " "))
		}
	}
	f, err := os.Open(filepath.Join(dir, "xponents/nationalities.csv"))
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	r := csv.NewReader(f)
	r.Comment, r.FieldsPerRecord = '#', -1
	rows, err := r.ReadAll()
	if err != nil {
		return err
	}
	for _, rec := range rows {
		c := cs.byCode[cs.byISO3[rec[1]]]
		// Rows whose first letters differ from the country's are peoples
		// (Abkhaz) and irregular forms; the irregular ones are hand-kept.
		if c == nil || len(rec[0]) < 4 || !strings.HasPrefix(strings.ToLower(c.name), rec[0][:3]) {
			continue
		}
		words := strings.Fields(rec[0])
		for i, w := range words {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
		c.addDemonym(strings.Join(words, " "))
	}
	return nil
}

func (c *country) add(name string) {
	name = strings.TrimSpace(strings.TrimPrefix(name, "the "))
	name = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(name, " (the)"), "*"))
	if name == c.name || len(name) < 2 || !latin(name) || notCountryNames[name] || strings.ContainsAny(name, "(,[") ||
		!unicode.IsUpper([]rune(name)[0]) || slices.Contains(c.aliases, name) {
		return
	}
	if len(name) > 4 && name == strings.ToUpper(name) {
		return
	}
	c.aliases = append(c.aliases, name)
}

func (c *country) addDemonym(d string) {
	if d != "" && !slices.Contains(c.demonyms, d) {
		c.demonyms = append(c.demonyms, d)
	}
}

func (cs *countries) rows() [][]string {
	count := map[string]int{}
	for _, c := range cs.byCode {
		for _, a := range c.aliases {
			count[a]++
		}
	}
	var out [][]string
	for _, c := range cs.byCode {
		keep := slices.DeleteFunc(slices.Clone(c.aliases), func(a string) bool { return count[a] > 1 })
		slices.Sort(keep)
		slices.Sort(c.demonyms)
		out = append(out, []string{c.code, c.wikidata, c.name, strings.Join(keep, "|"), strings.Join(c.demonyms, "|"), "rigour+codes+cldr+nationality+xponents"})
	}
	return out
}

// latin reports whether s is written in Latin letters.
func latin(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return true
}
