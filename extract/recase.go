package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// recase returns a text of the same number of code points in which lines all
// in capitals are written as usual, so that the network, which has seen few of
// them, finds their names: each word as it stands elsewhere in the text, words
// of the list in lower case, others with a capital.
func recase(text string) string {
	if !strings.ContainsFunc(text, unicode.IsUpper) {
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	shouted := false
	for _, l := range lines {
		shouted = shouted || shouts(l)
	}
	if !shouted {
		return text
	}
	forms := map[string]string{}
	for _, l := range lines {
		if !shouts(l) {
			learn(forms, l)
		}
	}
	for i, l := range lines {
		if shouts(l) {
			lines[i] = speakLow(l, forms)
		}
	}
	return strings.Join(lines, "")
}

// shouts reports whether a line has at least three words of letters, and
// capitals only, or next to.
func shouts(line string) bool {
	upper, lower, words := 0, 0, 0
	in := false
	for _, r := range line {
		letter := unicode.IsLetter(r)
		if letter && !in {
			words++
		}
		in = letter || r == '\''
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return words >= 3 && upper > 12*lower
}

// learn notes how the words of a line are written. A word in lower case is
// one; a capital counts where it starts no sentence.
func learn(forms map[string]string, line string) {
	start := true
	for _, w := range strings.FieldsFunc(line, func(r rune) bool {
		return !unicode.IsLetter(r) && r != '.' && r != '!' && r != '?' && r != ':' && r != '"' && r != '“'
	}) {
		word := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		first, _ := utf8.DecodeRuneInString(word)
		key := strings.ToLower(word)
		switch {
		case word == "":
		case unicode.IsLower(first):
			forms[key] = word
		case !start && forms[key] == "":
			forms[key] = word
		}
		start = strings.HasSuffix(w, ".") && len(w) > 3 || strings.ContainsAny(w, "!?:\"“")
	}
}

// speakLow writes a line in capitals as usual.
func speakLow(line string, forms map[string]string) string {
	out := []rune(line)
	start := true
	for i := 0; i < len(out); {
		if !unicode.IsLetter(out[i]) {
			if out[i] == '.' || out[i] == '!' || out[i] == '?' {
				start = true
			}
			i++
			continue
		}
		end := i
		for end < len(out) && unicode.IsLetter(out[end]) {
			end++
		}
		word := string(out[i:end])
		key := strings.ToLower(word)
		dotted := end < len(out) && out[end] == '.' && end-i == 1 // "U.S."
		tail := i > 0 && (out[i-1] == '\'' || out[i-1] == '’') && end-i <= 2
		as := key
		switch form := forms[key]; {
		case utf8.RuneCountInString(key) != end-i, dotted && !tail:
			as = word
		case tail:
		case form != "":
			as = form
		case common[key]:
		case end-i <= 3 && !strings.ContainsAny(key, "aeiouy"):
			as = word // "FBI" has vowels, "PKK" none
		default:
			as = capitalised(key)
		}
		if start && !dotted {
			as = capitalised(as)
		}
		copy(out[i:end], []rune(as))
		start = start && dotted
		i = end
	}
	return string(out)
}

func capitalised(word string) string {
	r, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[n:]
}

// common are words that headlines are made of and that are no names.
var common = wordSet(`a an the and or but nor so yet if as at by for from in into of off on onto out over per than that to under until up upon via with
	within without about above across after against along among around before behind below beneath beside between beyond despite down during except near
	since through throughout toward towards he she it they we you i him her his hers its their them us our your my me who whom whose which what when where why how
	this these those there here all any both each every few more most other some such no not only own same too very can could may might must shall should will
	would be am is are was were been being have has had having do does did doing get gets got go goes went gone make makes made say says said tell tells told
	call calls called urge urges urged warn warns warned vow vows vowed deny denies denied accuse accuses accused claim claims claimed ask asks asked seek seeks sought
	meet meets met visit visits visited sign signs signed reject rejects rejected approve approves approved back backs backed attack attacks attacked bomb bombs
	bombed bombing kill kills killed killing die dies died dead death deaths wound wounded injured injure injures shot shoot shooting arrest arrests arrested
	hold holds held seize seizes seized free freed release releases released win wins won lose loses lost vote votes voted elect elects elected election elections
	open opens opened close closes closed end ends ended begin begins began start starts started stop stops stopped rise rises rose fall falls fell cut cuts hit
	hits face faces faced take takes took taken give gives gave given leave leaves left return returns returned plan plans planned agree agrees agreed order
	orders ordered fire fires fired launch launches launched strike strikes struck ban bans banned fight fights fighting fought support supports supported
	oppose opposes opposed help helps helped send sends sent find finds found keep keeps kept want wants wanted need needs think thinks talk talks talked
	new old first last next two three four five six seven eight nine ten hundred thousand million billion one today yesterday tomorrow week weeks month months
	year years day days hour hours night morning time man men woman women child children people person person's family official officials government governments
	president minister ministers prime foreign interior defense defence finance secretary general leader leaders chief head spokesman spokeswoman spokesperson police
	army military troops soldiers soldier forces force guerrilla guerrillas rebel rebels terrorist terrorists gunman gunmen group groups party parties court judge
	law bill deal agreement accord treaty peace war ceasefire truce crisis conflict sanctions tariff tariffs trade oil gas price prices market markets bank banks
	economy economic tax budget company companies firm workers union city town village capital country countries nation nations state states border region
	north south east west northern southern eastern western central national international world human rights press news report reports reported source sources
	case cases virus health hospital school church building bridge house home car plane ship train airport road street power water fire storm flood earthquake
	protest protests protester protesters march rally summit meeting conference vow visit aid relief refugee refugees hostage hostages prisoner prisoners prison
	explosion blast bomb bombs missile missiles rocket rockets gun guns weapon weapons nuclear armed heavy light big small major minor top high low long short good bad
	early late former acting deputy senior political social public private local federal urban responsible against alleged armed according because while also still
	now then just even again ever never always already almost least less many much however therefore although though whether either neither yes`)
