package extract

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"
)

// function words that make up a third of any English text and are rare elsewhere.
var english = wordSet(`the of and to in a is that for on was with as it by at from his has had have he she they
	be are were not this which an but or their who been its will would after than about said more when there into
	we our you your can could should what over before also no if so we i my us her him them up out all`)

// wordSet returns the words of a list.
func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

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
	if len(words) < shortText && latin(text) {
		return shortLanguage(words)
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
	}
	return "und"
}

// shortText is the number of words below which letter statistics guess badly
// on texts full of names.
const shortText = 60

// foreign holds function words of other languages in Latin letters, none of
// which is an English one.
var foreign = map[string]string{
	"fr": "le la les des du et est une dans pour sur qui avec au aux par son sa ses que ce cette",
	"es": "el los las y en con una por del que al su sus se como para ha fue más",
	"pt": "os da em com uma não na dos das que pelo pela foi ao são para",
	"it": "il gli di della che con per una dei nel alla sono è ha del le",
	"de": "der das und den dem mit von ein eine auf für ist im zu des nicht sich hat",
	"nl": "de het een van en voor op heeft zijn dat niet door bij ook naar",
	"sv": "och att det som en på är av för med till den har inte om",
	"pl": "w z na nie się że jest przez oraz po od",
	"tr": "ve bir bu için ile da de olarak olan",
	"id": "dan di yang untuk dengan dari ini pada tidak akan",
}

// foreignWord maps each word of foreign to its languages.
var foreignWord = func() map[string][]string {
	of := map[string][]string{}
	for lang, words := range foreign {
		for w := range strings.FieldsSeq(words) {
			of[w] = append(of[w], lang)
		}
	}
	return of
}()

// shared are function words of English that other languages have too.
var shared = map[string]bool{"in": true, "a": true, "is": true, "was": true, "on": true, "an": true, "as": true, "no": true, "so": true, "us": true, "me": true, "or": true, "i": true, "him": true, "we": true, "all": true}

// shortLanguage returns the language that has more of its own function words
// among words than English has; English when there are none, as in a line of
// names.
func shortLanguage(words []string) string {
	count := map[string]int{}
	for _, w := range words {
		if english[w] && !shared[w] {
			count["en"]++
		}
		for _, lang := range foreignWord[w] {
			count[lang]++
		}
	}
	best := "en"
	for _, lang := range slices.Sorted(maps.Keys(count)) {
		if count[lang] > count[best] {
			best = lang
		}
	}
	return best
}

// latin reports whether most letters of text are Latin ones.
func latin(text string) bool {
	in, out := 0, 0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Latin, r):
			in++
		case unicode.IsLetter(r):
			out++
		}
	}
	return in > out
}
