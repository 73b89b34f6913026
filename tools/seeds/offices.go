package main

import (
	"fmt"
	"html"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
)

// listCountry says which country each list of office holders is about.
var listCountry = map[string]string{
	"united-kingdom-cabinet": "GB", "us-cabinet": "US", "france-cabinet": "FR", "japan-ministers": "JP", "india-ministers": "IN",
	"russia-cabinet": "RU", "ukraine-cabinet": "UA", "belarus-ministers": "BY", "pakistan-ministers": "PK", "south-korea-ministers": "KR",
	"israel-ministers": "IL", "turkey-ministers": "TR", "yemen": "YE", "china-ministers": "CN", "iran-ministers": "IR", "uae-ministers": "AE",
	"world": "",
}

// since is the year after which an office must still have been held to be worth a row.
const since = "1990"

// readOffices joins every-politician's holders and foreign ministers with
// the leaders of the World Factbook. The second has no Wikidata ids: its
// people are joined to the first by country, office and surname.
func readOffices(dir string, cs *countries) (people, offices [][]string, err error) {
	name := map[string]string{}
	add := func(qid, who, title, body, from, to, source string) {
		name[qid] = who
		offices = append(offices, []string{qid, title, body, from, to, source})
	}
	rows, err := readCSV(filepath.Join(dir, "every-politician/holders.csv"), ',')
	if err != nil {
		return nil, nil, err
	}
	for _, r := range rows {
		body, known := listCountry[r["source"]]
		if !known {
			return nil, nil, fmt.Errorf("no country for the list %q", r["source"])
		}
		if r["person"] == "" || r["qid"] == "" || r["end"] != "" && r["end"] < since || r["end"] == "" && r["start"] < "1985" {
			continue
		}
		if body == "" {
			body = worldBody(r["position"])
		}
		add(r["qid"], r["person"], r["position"], body, r["start"], r["end"], "every-politician")
	}
	rows, err = readCSV(filepath.Join(dir, "every-politician/world_html_current.csv"), ',')
	if err != nil {
		return nil, nil, err
	}
	for _, r := range rows {
		add(r["personID"], r["person"], r["position"], worldBody(r["position"]), r["start"], r["end"], "every-politician")
	}
	rows, err = readCSV(filepath.Join(dir, "every-politician/world_sources_foreign_scraped.csv"), ',')
	if err != nil {
		return nil, nil, err
	}
	for _, r := range rows {
		if body := cs.byWikidata[r["country"]]; body != "" && strings.HasPrefix(r["person"], "Q") {
			add(r["person"], r["name"], "Foreign Minister", body, r["start"], "", "every-politician")
		}
	}
	leaders, err := readLeaders(filepath.Join(dir, "factbook/leaders.tsv"), cs)
	if err != nil {
		return nil, nil, err
	}
	aliases := map[string][]string{}
	for _, l := range leaders {
		key := l.match(offices, name)
		if key == "" {
			key = "factbook:" + l.body + ":" + l.name
			name[key] = l.name
		}
		if name[key] != l.name {
			aliases[key] = append(aliases[key], l.name)
		}
		if l.full != l.name {
			aliases[key] = append(aliases[key], l.full)
		}
		offices = append(offices, []string{key, l.title, l.body, l.from, "", "factbook"})
	}
	for key, who := range name {
		qid, source := key, "every-politician"
		if strings.HasPrefix(key, "factbook:") {
			qid, source = "", "factbook"
		}
		slices.Sort(aliases[key])
		people = append(people, []string{key, qid, who, strings.Join(slices.Compact(aliases[key]), "|"), source})
	}
	return people, offices, nil
}

// worldBody returns the organisation that a world position names after "of the".
func worldBody(position string) string {
	if i := strings.Index(position, " of the "); i > 0 {
		return position[i+len(" of the "):]
	}
	return ""
}

// leader is an entry of the World Factbook's list.
type leader struct {
	name, full, surname, title, body, from string
}

var (
	sinceDate  = regexp.MustCompile(`\(since ([^)]*)\)`)
	leaderRank = regexp.MustCompile(`^([A-Z]{3,} |Acting |Caretaker |Interim |Transitional |Transition |Executive |State |Federal |Supreme |Vice )*(President|Prime Minister|King|Queen|Emir|Sultan|Chancellor|Premier|Taoiseach|Supreme Leader|Grand Duke|Prince|Emperor|Pope|Amir|Captain Regent|Governor General|Governor|Chief Minister|Chief Executive|Crown Prince|Head of Government|Minister of State|Secretary of State)\b`)
	rank       = regexp.MustCompile(`^(Dr\.|Sr\. Gen\.|Gen\.|Lt\. Gen\.|Col\.|Brig\. Gen\.|Maj\. Gen\.|Field Marshal|Sir|Dame|Sheikh|SHEIKH|Justice|Rev\.|Ret\.|Capt\.|Mr\.|Crown Prince and Prime Minister|and)\s+`)
)

// readLeaders reads "President Gabriel BORIC (since 11 March 2022)": the
// surname is in capitals.
func readLeaders(path string, cs *countries) ([]leader, error) {
	rows, err := readCSV(path, '\t')
	if err != nil {
		return nil, err
	}
	var out []leader
	for _, r := range rows {
		text := html.UnescapeString(r["text"])
		title := strings.TrimSpace(leaderRank.FindString(text))
		body := cs.byGEC[r["gec"]]
		m := sinceDate.FindStringSubmatch(text)
		if title == "" || body == "" || m == nil {
			continue
		}
		rest := strings.TrimSpace(text[len(title):strings.Index(text, "(since")])
		rest = strings.TrimSpace(strings.TrimPrefix(rest, "(Prime Minister)"))
		rest = strings.TrimSpace(strings.SplitN(rest, ",", 2)[0])
		for rank.MatchString(rest) {
			rest = strings.TrimSpace(rank.ReplaceAllString(rest, ""))
		}
		l := leader{title: title, body: body, from: parseSince(m[1])}
		var before, caps, after []string
		for w := range strings.FieldsSeq(rest) {
			switch {
			case isSurname(w):
				caps = append(caps, surnameCase(w))
			case len(caps) == 0:
				before = append(before, w)
			default:
				after = append(after, w)
			}
		}
		if len(caps) == 0 || len(before)+len(caps)+len(after) < 2 || strings.Contains(rest, "(") {
			continue
		}
		l.surname = strings.Join(caps, " ")
		if len(before) > 0 {
			l.name = before[0] + " " + l.surname
		} else if len(after) > 0 {
			l.name = l.surname + " " + after[0]
		} else {
			l.name = l.surname
		}
		l.full = strings.Join(slices.Concat(before, caps, after), " ")
		out = append(out, l)
	}
	return out, nil
}

// isSurname reports whether a word of a leader's name is the surname, which
// the source prints in capitals: "BORIC", "al-SUDANI".
func isSurname(w string) bool {
	w = w[strings.LastIndexByte(w, '-')+1:]
	return w == strings.ToUpper(w) && len([]rune(strings.Trim(w, "."))) > 1 && unicode.IsLetter([]rune(w)[0])
}

// surnameCase turns "MARTIN-REYNOLDS" into "Martin-Reynolds" and "al-SUDANI" into "al-Sudani".
func surnameCase(w string) string {
	if i := strings.LastIndexByte(w, '-'); i >= 0 && w[:i] == strings.ToLower(w[:i]) {
		return w[:i+1] + titleCase(w[i+1:])
	}
	return titleCase(w)
}

// match returns the id of the one person whom the other sources know in the
// leader's office and whose name has the same surname.
func (l leader) match(offices [][]string, name map[string]string) string {
	found := ""
	for _, o := range offices {
		if o[2] != l.body || o[5] != "every-politician" || o[4] != "" || !strings.Contains(strings.ToLower(o[1]), strings.ToLower(l.title)) {
			continue
		}
		if strings.Contains(fold(name[o[0]]), fold(l.surname)) {
			if found != "" && found != o[0] {
				return ""
			}
			found = o[0]
		}
	}
	return found
}

func parseSince(s string) string {
	for _, layout := range []string{"2 January 2006", "2 Jan 2006", "January 2006", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(map[bool]string{true: "2006-01-02", false: "2006-01"}[layout[0] == '2' && len(layout) > 4])
		}
	}
	return ""
}

// titleCase turns "BIN-SALMAN" into "Bin-Salman".
func titleCase(w string) string {
	if strings.Trim(w, "IVX") == "" {
		return w // a monarch's number
	}
	up := true
	return strings.Map(func(r rune) rune {
		defer func() { up = !unicode.IsLetter(r) && r != '.' }()
		if up {
			return unicode.ToUpper(r)
		}
		return unicode.ToLower(r)
	}, w)
}

func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
