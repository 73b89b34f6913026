package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// readOrgs reads the intergovernmental organisations that OpenSanctions lists with their Wikidata ids.
func readOrgs(dir string) ([][]string, error) {
	rows, err := readCSV(filepath.Join(dir, "opensanctions-meta/igo_qids.csv"), ',')
	if err != nil {
		return nil, err
	}
	var out [][]string
	for _, r := range rows {
		if r["qid"] != "" && r["name"] != "" {
			out = append(out, []string{r["name"], "igo", "", r["qid"], "", "opensanctions"})
		}
	}
	return out, nil
}

// readFirstNames reads the US Census of 1990's first names with their
// shares, and keeps those that one gender has at least nine times as often.
func readFirstNames(dir string) ([][]string, error) {
	share := map[string][2]float64{}
	for i, file := range []string{"dist.male.first", "dist.female.first"} {
		f, err := os.Open(filepath.Join(dir, file))
		if err != nil {
			return nil, err
		}
		sc := bufio.NewScanner(f)
		for sc.Scan() {
			var name string
			var freq float64
			if _, err := fmt.Sscan(sc.Text(), &name, &freq); err != nil {
				return nil, fmt.Errorf("%s: %w", file, err)
			}
			s := share[name]
			s[i] = freq
			share[name] = s
		}
		if err := sc.Err(); err != nil {
			return nil, err
		}
		_ = f.Close()
	}
	var out [][]string
	for name, s := range share {
		gender := ""
		switch {
		case s[0] > 9*s[1]:
			gender = "m"
		case s[1] > 9*s[0]:
			gender = "f"
		}
		out = append(out, []string{strings.ToUpper(name[:1]) + strings.ToLower(name[1:]), gender, "us-census-1990"})
	}
	return out, nil
}
