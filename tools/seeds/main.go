// Command seeds makes the tables under seeds/tables from open reference data,
// in one compact format of the project's own. Run it from the root of the
// repository:
//
//	go run ./tools/seeds -refdata ../shared/refdata -census names/ -out seeds/tables
//
// What each source is and which licence it has stands in seeds/SOURCES.md.
package main

import (
	"bufio"
	"encoding/csv"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	refdata := flag.String("refdata", "../shared/refdata", "folder with the reference data")
	census := flag.String("census", "", "folder with the US Census files dist.male.first and dist.female.first; empty keeps the table of first names")
	out := flag.String("out", "seeds/tables", "folder that the tables go to")
	flag.Parse()
	log.SetFlags(0)
	if err := run(*refdata, *census, *out); err != nil {
		log.Fatalf("seeds: %v", err)
	}
}

func run(refdata, census, out string) error {
	countries, err := readCountries(refdata)
	if err != nil {
		return err
	}
	if err := write(out, "countries.tsv", "code\twikidata\tname\taliases\tdemonyms\tsource", countries.rows()); err != nil {
		return err
	}
	places, err := readPlaces(refdata, countries)
	if err != nil {
		return err
	}
	if err := write(out, "places.tsv", "name\tkind\tcountry\twikidata\tpopulation\taliases\tsource", places); err != nil {
		return err
	}
	people, offices, err := readOffices(refdata, countries)
	if err != nil {
		return err
	}
	if err := write(out, "people.tsv", "key\twikidata\tname\taliases\tsource", people); err != nil {
		return err
	}
	if err := write(out, "offices.tsv", "person\ttitle\tbody\tfrom\tto\tsource", offices); err != nil {
		return err
	}
	orgs, err := readOrgs(refdata)
	if err != nil {
		return err
	}
	if err := write(out, "orgs.tsv", "name\tkind\tcountry\twikidata\taliases\tsource", orgs); err != nil {
		return err
	}
	if census == "" {
		return nil
	}
	first, err := readFirstNames(census)
	if err != nil {
		return err
	}
	return write(out, "firstnames.tsv", "name\tgender\tsource", first)
}

// write puts the rows, sorted and without doubles, under the header.
func write(dir, name, header string, rows [][]string) error {
	lines := make([]string, 0, len(rows))
	for _, r := range rows {
		for i, c := range r {
			r[i] = strings.Join(strings.Fields(c), " ")
		}
		lines = append(lines, strings.Join(r, "\t"))
	}
	slices.Sort(lines)
	lines = slices.Compact(lines)
	f, err := os.Create(filepath.Join(dir, name))
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, header)
	for _, l := range lines {
		fmt.Fprintln(w, l)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	log.Printf("%s: %d rows", name, len(lines))
	return f.Close()
}

// readCSV returns the rows of a file with a header, each as a map from
// column to value.
func readCSV(path string, comma rune) ([]map[string]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, true, -1
	all, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var out []map[string]string
	for _, rec := range all[1:] {
		m := make(map[string]string, len(rec))
		for i, h := range all[0] {
			if i < len(rec) {
				m[h] = strings.TrimSpace(rec[i])
			}
		}
		out = append(out, m)
	}
	return out, nil
}
