package extract

import (
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"
)

// function words that make up a third of any English text and are rare elsewhere.
var english = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(`the of and to in a is that for on was with as it by at from his has had have he she they
		be are were not this which an but or their who been its will would after than about said more when there into
		we our you your can could should what over before also no if so we i my us her him them up out all`) {
		set[w] = true
	}
	return set
}()

// language returns the BCP 47 tag of a text's language: by its function
// words for English, by letter statistics for others, "und" when the text is
// too short to tell.
func language(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
	if len(words) == 0 {
		return "und"
	}
	if len(words) > 2000 {
		words = words[:2000]
	}
	n := 0
	for _, w := range words {
		if english[w] {
			n++
		}
	}
	share := float64(n) / float64(len(words))
	if share >= .25 {
		return "en"
	}
	info := whatlanggo.Detect(text)
	switch {
	case info.Lang == whatlanggo.Eng:
		return "en"
	case share >= .12 && !info.IsReliable():
		return "en"
	case info.Lang >= 0 && (info.IsReliable() || info.Script != unicode.Latin):
		if code := info.Lang.Iso6391(); code != "" {
			return code
		}
		return info.Lang.Iso6393()
	case info.Script == unicode.Latin && len(words) < 12:
		// A line or two of names: nothing speaks against English.
		return "en"
	}
	return "und"
}
