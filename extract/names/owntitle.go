package names

import "strings"

// ownTitles are titles that few countries have in this wording; the first has
// it by far more often than others in English news.
var ownTitles = map[string][]string{}

func init() {
	for codes, titles := range map[string]string{
		"US":                "secretary of the treasury,white house press secretary,homeland security secretary,secretary of homeland security,secretary of commerce,secretary of transportation,national security spokesman,white house spokesman",
		"US VA PR":          "secretary of state,deputy secretary of state,under secretary of state,assistant secretary of state",
		"US PH MX":          "secretary of defense,defense secretary,interior secretary,secretary of the interior,energy secretary,agriculture secretary,labor secretary",
		"US GB":             "treasury secretary,transportation secretary,commerce secretary",
		"GB PH MX IN PK BD": "foreign secretary",
		"GB IN PK":          "home secretary,defence secretary",
		"GB PH US MX":       "health secretary,education secretary,trade secretary",
		"GB":                "chancellor of the exchequer,business secretary,culture secretary,work and pensions secretary,environment secretary,leader of the house of commons",
		"IE":                "taoiseach,tánaiste",
		"IN":                "external affairs minister,union home minister,union minister",
		"US IN GB PK":       "national security advisor",
	} {
		for t := range strings.SplitSeq(titles, ",") {
			ownTitles[t] = strings.Fields(codes)
		}
	}
}

// ownTitle returns the country that has the title in this wording: the only
// one of them that the article names, else the one of those that stands out,
// else the one that has it most often, unless the article is about a country
// that may have it too; -1 for other titles.
func (f *finder) ownTitle(o office, person int, class string) int {
	codes := ownTitles[strings.Join(f.keys(o.Range), " ")]
	if len(codes) == 0 {
		return -1
	}
	among := map[int]bool{}
	for _, code := range codes {
		if f.mentionsCountry(code) {
			among[f.countryEntity(f.tables.Country(code))] = true
		}
	}
	if len(among) > 0 {
		if c := f.mainCountry(o, person, class, among); c >= 0 {
			return c
		}
	}
	if len(among) == 0 && len(codes) > 1 && f.key[o.role] == "secretary" && o.role == o.End-1 {
		if c := f.mainCountry(o, person, class, nil); c >= 0 {
			return c
		}
	}
	return f.countryEntity(f.tables.Country(codes[0]))
}
