package extract

import "regexp"

// dateline is what stands before a first sentence: "Moscow [Russia], August 7
// :", "GENEVA, 3 May (Reuters) -", "WASHINGTON —", "MOSCOW, March 14. /TASS/.",
// "Oct. 2 (UPI) --" or "(CNN)".
var (
	placePart  = `\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]+|de|of|the|al)){0,3}(?: ?\[[^\]\n]{2,40}\])?(?:[,/] ?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2})?`
	agencyPart = `(?:\([\p{L}\p{N} .&/-]{2,30}\)|/[\p{L} .-]{2,20}/\.?)`
	dashPart   = `\.?\s*(?::|--|—|–|-|―)\s+`
	dateline   = regexp.MustCompile(`^(?:` +
		`(?:` + agencyPart + dashPart + `)?(?:` + placePart + `[,.]? ` + dayPart + `?` + datePart + `(?:[,.]? ?` + agencyPart + `)?|` + placePart + `,? ?` + agencyPart + `|` + capsPart + `)` + dashPart +
		`|` + placePart + `[,.]? ` + datePart + `\.? ?/[\p{L} .-]{2,20}/\.?\s+` +
		`|` + placePart + `\. ` + datePart + `\. ?\p{Lu}[\p{Lu}-]+\s*(?:–|—|-)\s+` +
		`|` + datePart + ` ?` + agencyPart + dashPart +
		`|\((?:CNN|AP|AFP|Reuters|UPI|Bloomberg|CNN Business|ANI|PTI|IANS)\)\s*(?:--|—|–|-)?\s*)`)
	capsPart = `\p{Lu}[\p{Lu}.'’-]+(?:[ ,]+\p{Lu}[\p{Lu}.'’-]+){0,4}(?:, \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)?`
	// sure is a dateline that stands nowhere else than before a first sentence, however much is printed above.
	sure = regexp.MustCompile(agencyPart + `\s*(?::|--|—|–|-|―)?\s*$`)
	// trailer is a bare "(ANI)" at the end of a line.
	trailer = regexp.MustCompile(`\s\((?:ANI|AP|AFP|Reuters|PTI|IANS|UPI|dpa|TASS|Xinhua|Bernama|KUNA|WAM|ANSA)\)$`)
)
