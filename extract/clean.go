package extract

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// cleaned is a text without the stretches that are no sentences, and where
// each of its code points stands in the original.
type cleaned struct {
	text string
	// at maps a code point of text to one of the original; it has one more entry for the end.
	at []int
	// heads are the datelines left out, as stretches of the original in code points.
	heads [][2]int
}

// Lines that are no sentences of the article. Left in, they would draw the
// next sentence into their tree.
var (
	urlLine    = regexp.MustCompile(`^(?:https?://|www\.)\S+$`)
	byline     = regexp.MustCompile(`^(?i:by|von|reporting by|written by|edited by|editing by|additional reporting by)\s+\p{Lu}[\p{L}.'’-]+(?:\s+(?:and\s+)?\p{Lu}[\p{L}.'’,;-]*){0,9}(?:\s*[|/].*)?$`)
	credits    = regexp.MustCompile(`^\(?(?i:reporting by|writing by|editing by|additional reporting by|photo(?: credit)?:|image(?: source| credit)?:|picture:|source:|©|copyright|all rights reserved|getty images)`)
	invitation = regexp.MustCompile(`^(?i:read (?:more|also|next)\b|see also:|also read:?|related(?: (?:articles|stories|topics|links))?:?$|advertisement$|share (?:this|on)\b|sign up (?:for|to)\b|subscribe (?:to|now|here)\b|follow us\b|click here\b|download (?:the|our) app\b|watch:|listen:|story continues below\b|more (?:on this story|from)\b|join (?:us|our)\b.*(?:telegram|whatsapp|newsletter)|comments?$|print this\b)`)

	// dateline is "Moscow [Russia], August 7 :", "GENEVA, 3 May (Reuters) -" or "WASHINGTON —" before a first sentence.
	datePart   = `(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?`
	placePart  = `\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]+|de|of|the|al)){0,3}(?: ?\[[^\]\n]{2,40}\])?(?:[,/] ?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2})?`
	agencyPart = `\([\p{L}\p{N} .&/-]{2,30}\)`
	dateline   = regexp.MustCompile(`^(?:` + placePart + `,? ` + datePart + `(?: ?` + agencyPart + `)?|` + placePart + `,? ?` + agencyPart + `|\p{Lu}[\p{Lu}.'’-]+(?:[ ,]+\p{Lu}[\p{Lu}.'’-]+){0,4})\s*(?::|--|—|–|-)\s+`)
	// dateLine is a line that only says the day.
	dateLine = regexp.MustCompile(`^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?` + datePart + `$`)
	// agency is a bare "(ANI)" at the end of a line.
	agency = regexp.MustCompile(`\s\((?:ANI|AP|AFP|Reuters|PTI|IANS|UPI|dpa|TASS|Xinhua)\)$`)
)

// clean leaves out bare addresses, dates and bylines, invitations to read on,
// and the dateline before the first sentence.
func clean(text string) cleaned {
	var b strings.Builder
	var at []int
	var heads [][2]int
	pos, lines := 0, 0
	for len(text) > 0 {
		line, rest, found := strings.Cut(text, "\n")
		n := utf8.RuneCountInString(line)
		keepFrom, keepTo := 0, n
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "":
		case noSentence(trimmed):
			if keepTo = 0; dateLine.MatchString(trimmed) {
				heads = append(heads, [2]int{pos, pos + n})
			}
		default:
			lines++
			if lead := utf8.RuneCountInString(line) - utf8.RuneCountInString(strings.TrimLeft(line, " \t")); lines <= 3 {
				if m := dateline.FindString(trimmed); m != "" {
					keepFrom = lead + utf8.RuneCountInString(m)
					heads = append(heads, [2]int{pos + lead, pos + keepFrom})
				}
			}
			if m := agency.FindString(line); m != "" {
				keepTo = n - utf8.RuneCountInString(m)
			}
		}
		i := 0
		for _, r := range line {
			if i >= keepFrom && i < keepTo {
				b.WriteRune(r)
				at = append(at, pos+i)
			}
			i++
		}
		pos += n
		if found {
			b.WriteByte('\n')
			at = append(at, pos)
			pos++
		}
		text = rest
	}
	return cleaned{text: b.String(), at: append(at, pos), heads: heads}
}

// noSentence reports whether a whole line is an address, a byline or an invitation.
func noSentence(line string) bool {
	if urlLine.MatchString(line) || dateLine.MatchString(line) {
		return true
	}
	if utf8.RuneCountInString(line) > 120 {
		return false
	}
	return byline.MatchString(line) || credits.MatchString(line) || invitation.MatchString(line) && !strings.HasSuffix(line, ".")
}

// header returns the top of a text, where a date may stand.
func header(text string) string {
	r := []rune(text)
	if len(r) > 300 {
		r = r[:300]
	}
	return string(r)
}
