package names

import (
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/seeds"
)

// headlined returns the country that a headline names first, by its name, its
// adjective, or a town that no other country has: "Peru ministers quit",
// "Kandahar mayor held"; nil when it names none.
func headlined(title string, tables *seeds.Tables) *seeds.Country {
	words := strings.FieldsFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune(".'’", r) })
	for i, w := range words {
		if !unicode.IsUpper([]rune(w)[0]) {
			continue
		}
		for n := min(4, len(words)-i); n > 0; n-- {
			if c := countryIn(strings.Join(words[i:i+n], " "), tables); c != nil {
				return c
			}
		}
	}
	return nil
}

// countryIn returns the country that words of a headline name; nil when they name none.
func countryIn(name string, tables *seeds.Tables) *seeds.Country {
	name = strings.TrimRight(name, "'’")
	name = strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s")
	if len(name) <= 3 && name != strings.ToUpper(name) {
		return nil // "Us"
	}
	if c := tables.CountryNamed(name); c != nil {
		return c
	}
	if c := tables.Demonym(name); c != nil {
		return c
	}
	if m := tables.Metonym(name); m != nil && m.Country != "" {
		return tables.Country(m.Country)
	}
	if l := tables.Places(name); len(l) == 1 || len(l) > 0 && l[0].Kind == "capital" {
		return tables.Country(l[0].Country)
	}
	return nil
}
