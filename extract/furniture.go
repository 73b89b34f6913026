package extract

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// What is printed around an article: addresses, bylines, credits, dates and
// times of day, invitations to read on, buttons. Left in, it would draw the
// next sentence into its tree, and titles of other articles would be read as
// news of this one.
var (
	address = regexp.MustCompile(`^(?:https?://|www\.)\S+$`)
	// rule is a line of marks that parts two sections.
	rule   = regexp.MustCompile(`^[\s_*=~#.•·–—-]{2,}$`)
	byline = regexp.MustCompile(`^(?i:by|von|reporting by|written by|edited by|editing by|additional reporting by|from)\s+\p{Lu}[\p{L}.'’-]+(?:\s+(?:and\s+|in\s+)?\p{Lu}[\p{L}.'’,;-]*){0,9}(?:\s*[|/].*)?$`)
	// credits are who wrote, filmed and owns; they may be sentences.
	credits = regexp.MustCompile(`^\(?(?i:(?:additional )?(?:reporting|writing|editing|production|research) by|compiled by|with (?:inputs|reporting|files|additional reporting) (?:from|by)|photo(?:graph)?(?:s| credit| by)?:|photograph(?:s)?: |image(?:s| source| credit)?:|image source,|image credit|picture:|source:|©|copyright|all rights reserved|getty images|our standards:|license photo|this (?:article|story|report) (?:was|is|has been|first|originally)\b.*\b(?:published|generated|syndicated|appeared|produced|edited|updated)|(?:the )?(?:associated press|reuters|ap|afp|bloomberg)\b.*\bcontributed\b|follow (?:\S+ ){1,4}(?:coverage|on (?:twitter|x|facebook|instagram))|published in dawn)|^\p{Lu}.{3,200}\bcontributed (?:to )?(?:this (?:report|story|article)|reporting)\b`)
	// invitation leads to other articles, whose titles may follow on the line or below it.
	invitation = regexp.MustCompile(`^(?i:read (?:more|also|next|full|the full|our)\b|see (?:also|more)\b|also (?:read|see|watch)\b|(?:related|recommended|trending|must read|most read|top stories|latest news|more stories|more news|more coverage|editors?['’]s? picks?|you may (?:also )?like|don['’]t miss)(?: (?:articles?|stor(?:y|ies)|topics?|links?|news|content|coverage|reading|on .*))?\s*:?$|(?:related|read more|more|also read|watch|listen|recommended|key reads?|opinion|analysis|explainer|photos|video|live)\s*[:|»>→]\s*\S|more (?:on this story|from|on this topic|about this)\b|watch:|listen:|explore more\b|list of \d+ items?$|end of list$)`)
	// upper is UPI's and others' link within the text: RELATED and a title.
	upper  = regexp.MustCompile(`^(?:RELATED|READ MORE|READ|MORE|WATCH|SEE ALSO|ALSO READ|LISTEN|EXPLAINED|PHOTOS|VIDEO|OPINION|LIVE UPDATES?)\s*[:|]?\s+\p{Lu}\p{Ll}`)
	button = regexp.MustCompile(`^(?i:\[?(?:ad|advertisement|sponsored|promoted content)s?\]?|(?:story |article )?continues? (?:below|after)(?: (?:this )?(?:ad|advertisement|promotion))?|(?:skip|back) to .{2,30}|share(?: (?:this|on|via|article|full article|save)\b.{0,40})?|save|print(?: this)?.{0,20}|tweet|email|e-mail|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|copy link|comments?(?: \(?\d+\)?)?|\d+ comments?|toggle caption|hide caption|enlarge(?: this image)?|close|menu|search|play|loading\.*|live|breaking|news|world|home|listen(?: to this (?:article|story))?(?: \d.*)?|\d+ min(?:ute)?s?(?: read| listen)?|(?:estimated )?reading time.*|sign (?:up|in)\b.*|subscribe\b.*|log ?in\b.*|register\b.*|follow us\b.*|click here\b.*|download (?:the|our) app\b.*|join (?:us|our)\b.*(?:telegram|whatsapp|newsletter|channel).*|get (?:the|our) .{0,40}newsletter.*|support (?:our|independent) .{0,40}journalism.*|donate.{0,20}|view (?:gallery|comments|image|all).*|topics|tags?:.*|related topics|key (?:points|takeaways)|in (?:brief|short|this article)|correspondent|staff (?:writer|reporter|correspondent)|web desk|news desk|agencies)$`)
	// stamp is when a page was made: "Published On 12 Mar 2023", "14 March 2023, 10:15 GMT", "Updated 5 hours ago".
	stamp = regexp.MustCompile(`^(?i:(?:first |last )?(?:published|posted|updated|modified|issued|created|date)(?: (?:on|at|time|date))?\s*[:|,-]?\s*.{0,50}\d.{0,40}|\d+ (?:minutes?|hours?|days?|weeks?|months?) ago)$`)
	clock = regexp.MustCompile(`^(?:` + dayPart + `)?` + datePart + `,?(?: (?:at )?\d{1,2}[:.]\d{2}.{0,20})$`)
	// signOff is what an agency puts below a story: "REUTER", "- Xinhua", "AFP/mb", "ENDS", "-30-".
	signOff = regexp.MustCompile(`^[-–—*(\[<#\s]*(?:(?:REUTERS?|Reuters?|AP|AFP|UPI|dpa|DPA|TASS|Tass|ITAR-TASS|Interfax|Xinhua|XINHUA|Kyodo|Bernama|PTI|ANI|IANS|PA|ANSA|EFE|AAP|NZPA|KUNA|SPA|WAM|MENA|IRNA|PANA|SAPA)(?:[ /-]\p{L}{1,4}){0,3}|(?i:ends?|enditem|more to come|more to follow)|30)[-–—*)\]>#.\s]*$`)
	// numbered is a picture of a row: "1 of 3 | ...".
	numbered = regexp.MustCompile(`^\d+ (?:of|/) \d+ ?[|:-]`)
	oldPhoto = regexp.MustCompile(`^(?:FILE|File) ?(?:PHOTO|photo|[-–—:])`)
	// caption is what stands before the words under a picture.
	caption = regexp.MustCompile(`^(?i:image caption|media caption|caption|pictured)\s*[,:]\s*`)

	dayPart  = `(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? |(?:Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun)\.?,? )`
	datePart = `(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?`
	// dateLine is a line that only says the day.
	dateLine = regexp.MustCompile(`^` + dayPart + `?` + datePart + `$`)
)

// furniture reports whether a whole line is none of the article's sentences.
func furniture(line string) bool {
	if address.MatchString(line) || dateLine.MatchString(line) || rule.MatchString(line) {
		return true
	}
	n := utf8.RuneCountInString(line)
	if n > 300 {
		return false
	}
	if numbered.MatchString(line) || oldPhoto.MatchString(line) || credits.MatchString(line) {
		return true
	}
	if n > 160 {
		return false
	}
	return signOff.MatchString(line) || byline.MatchString(line) || button.MatchString(line) || stamp.MatchString(line) || clock.MatchString(line) ||
		(invitation.MatchString(line) || upper.MatchString(line)) && !strings.HasSuffix(line, ".")
}

// title reports whether a line below an invitation to read on may be the title
// of another article or the day of it.
func title(line string) bool {
	return utf8.RuneCountInString(line) <= 160 && !ends(line)
}
