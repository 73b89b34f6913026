package seeds

import (
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// plain writes letters with marks as they are often printed without them.
var plain = strings.NewReplacer(
	"á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "ā", "a", "ă", "a", "ą", "a", "æ", "ae",
	"ç", "c", "ć", "c", "č", "c", "ċ", "c", "ď", "d", "đ", "d", "ð", "d",
	"é", "e", "è", "e", "ê", "e", "ë", "e", "ē", "e", "ė", "e", "ę", "e", "ě", "e", "ə", "a",
	"ğ", "g", "ģ", "g", "ġ", "g", "ħ", "h", "í", "i", "ì", "i", "î", "i", "ï", "i", "ī", "i", "į", "i", "ı", "i", "i̇", "i",
	"ķ", "k", "ł", "l", "ļ", "l", "ľ", "l", "ĺ", "l", "ñ", "n", "ń", "n", "ň", "n", "ņ", "n",
	"ó", "o", "ò", "o", "ô", "o", "ö", "o", "õ", "o", "ø", "o", "ō", "o", "ő", "o", "œ", "oe",
	"ŕ", "r", "ř", "r", "ś", "s", "š", "s", "ş", "s", "ș", "s", "ß", "ss", "ť", "t", "ţ", "t", "ț", "t", "þ", "th",
	"ú", "u", "ù", "u", "û", "u", "ü", "u", "ū", "u", "ů", "u", "ű", "u", "ų", "u",
	"ý", "y", "ÿ", "y", "ź", "z", "ż", "z", "ž", "z",
)

// Key returns the form under which names are compared: news.Fold without the
// marks on Latin letters.
func Key(name string) string {
	f := news.Fold(name)
	for i := 0; i < len(f); i++ {
		if f[i] >= 0x80 {
			return plain.Replace(f)
		}
	}
	return f
}
