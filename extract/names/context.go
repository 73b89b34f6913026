package names

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// classNouns say by apposition, "is a" or right before a name what it names.
var classNouns = map[string]kind{}

func init() {
	for k, list := range map[kind]string{
		organization: `company firm corporation manufacturer carmaker automaker planemaker chipmaker drugmaker airline bank lender insurer retailer supermarket chain brewer
			publisher broadcaster newspaper magazine website startup start-up conglomerate utility operator producer brokerage exchange subsidiary supplier contractor
			party union movement militia agency watchdog charity club team band label think-tank organisation organization group network channel station ministry
			university college institute regulator distributor wholesaler shipbuilder steelmaker developer hospital alliance coalition front army guerrilla squad
			cartel gang sect faction foundation federation confederation syndicate consortium institution outfit daily weekly giant bloc cooperative holding non-profit nonprofit`,
		place: `city town village hamlet suburb neighbourhood neighborhood district province region county state island islands river lake mountain valley desert
			port capital stronghold resort church cathedral mosque basilica temple shrine monastery museum palace castle fortress square street bridge airport stadium
			prison jail border-crossing enclave peninsula strait archipelago township municipality commune camp settlement landmark`,
	} {
		for w := range strings.FieldsSeq(list) {
			classNouns[w] = k
		}
	}
}

// businessNouns follow a company's name and no person's: "Daimler shares".
var businessNouns = words(`shares share stock stocks shareholders shareholder executives subsidiary plant factory dealership profit profits earnings revenue revenues
	plc ag sa gmbh inc ltd llc nv spa bonds employees headquarters workforce branch branches stores flights`)

// holdings stand before "in" or "of" and a company, fighters behind an armed group.
var (
	holdings = words("shares share stake stakes stock investment")
	fighters = words("fighters rebels militants insurgents gunmen militia militiamen guerrillas")
	// taking are verbs whose object is a place.
	taking = words("capture seize recapture retake besiege bombard shell liberate occupy overrun evacuate enter flee reach leave storm")
)

// happenings are last words of names of laws, treaties, events, prizes and
// works, which are none of the entities.
var happenings = words(`act treaty war wars summit award awards prize medal cup games olympics paralympics accord accords pact protocol agreement convention bill law
	constitution amendment festival championship championships marathon crisis revolution uprising declaration communique communiqué doctrine deal massacre genocide
	holocaust earthquake hurricane typhoon cyclone tsunami day week month year era age riots protests attacks bombing bombings operation memorandum resolution
	referendum election elections intifada armistice ceasefire truce inquiry report code clause open derby`)

// happening reports whether a name heads a word for what happens or is made:
// "Treaty of Lisbon", "Affordable Care Act", "Operation Inherent Resolve".
func (f *finder) happening(r analyze.Range) bool {
	if size(r) < 2 || f.tables.Org(f.text(r)) != nil {
		return false
	}
	head := f.key[r.End-1]
	for i := r.Start + 1; i < r.End; i++ {
		if w := f.lowerAt(i); w == "of" || w == "on" || w == "for" || w == "against" {
			head = f.key[i-1]
			break
		}
	}
	return happenings[head] || f.key[r.Start] == "operation" || f.key[r.Start] == "hurricane" || f.key[r.Start] == "typhoon"
}

// context settles what names are by the words around all their occurrences,
// where the network's guess has nothing else to stand on: a person without a
// known first name, an organisation or place that the tables don't have.
func (f *finder) context() {
	votes := map[string]*[group + 1]int{}
	names := make([]string, len(f.spans))
	for k, s := range f.spans {
		if !f.unsure(s) {
			continue
		}
		n := strings.Join(f.keys(s.Range), " ")
		names[k] = n
		if votes[n] == nil {
			votes[n] = &[group + 1]int{}
		}
		if v := f.vote(s); v != none {
			votes[n][v]++
		}
	}
	for k := range f.spans {
		s := &f.spans[k]
		v := votes[names[k]]
		if names[k] == "" || v == nil {
			continue
		}
		for _, to := range []kind{organization, place} {
			if s.kind != to && v[to] > v[person] && v[to] > v[organization+place-to] && v[to] > 0 {
				s.kind, s.settled = to, true
				break
			}
		}
		if s.kind == organization && size(s.Range) > 1 && v[person] > v[organization]+v[place] && f.plainName(s.Start, s.End) {
			s.kind, s.settled = person, true
		}
	}
}

// unsure reports whether nothing but the network says what the name is.
func (f *finder) unsure(s span) bool {
	if s.org != nil || s.country != nil || s.metonym != nil || size(s.Range) > 3 {
		return false
	}
	switch s.kind {
	case person:
		return f.tables.Gender(f.doc.Tokens[s.Start].Text) == "" && (size(s.Range) > 1 || !f.lasts[f.key[s.End-1]])
	case organization:
		return f.tables.Org(f.text(s.Range)) == nil && suffixes[f.key[s.End-1]] == none && !isAcronym(f.doc.Tokens[s.Start].Text)
	case place:
		return len(f.tables.Places(f.text(s.Range))) == 0 && suffixes[f.key[s.End-1]] == none
	}
	return false
}

// vote returns what the words around one occurrence say that a name is.
func (f *finder) vote(s span) kind {
	h := f.head(s.Range)
	t := &f.doc.Tokens[h]
	if i := s.Start - 1; i >= 0 {
		if w := f.key[i]; honorifics[w] || ranks[w] != "" && f.capital(i) {
			return person
		}
	}
	next := f.lowerAt(s.End)
	if next == "'s" || next == "’s" {
		next = f.lowerAt(s.End + 1)
	}
	if businessNouns[next] || fighters[next] {
		return organization
	}
	if s.kind == place && f.lowerAt(s.Start-1) == "to" && f.lowerAt(s.Start-2) == "according" {
		return organization
	}
	if w := f.lowerAt(s.Start - 1); (w == "in" || w == "of") && holdings[f.lowerAt(s.Start-2)] {
		return organization
	}
	// "the carmaker Daimler", "the town of Kramatorsk", "Daimler, a carmaker,".
	if i := s.Start - 1; i > 0 && f.over[i] < 0 && f.doc.Tokens[i].Sent == t.Sent {
		if k := classNouns[f.lowerAt(i)]; k != none && !f.capital(i) && f.doc.Tokens[i].Tag == "NN" {
			return k
		}
		if f.lowerAt(i) == "of" && classNouns[f.lowerAt(i-1)] == place && !f.capital(i-1) && f.doc.Tokens[i-1].Tag == "NN" {
			return place
		}
	}
	for _, k := range f.doc.Children(h) {
		c := &f.doc.Tokens[k]
		if c.Dep == "appos" && k > h && f.over[k] < 0 {
			if v := classNouns[c.Lower]; v != none {
				return v
			}
			if f.roleWord(k) {
				return person
			}
		}
		if c.Dep == "relcl" {
			switch w := f.lowerAt(f.doc.Subtree(k).Start); w {
			case "who", "whom":
				return person
			}
		}
	}
	return f.voteOfVerb(h)
}

// voteOfVerb returns what the verb that a name is the subject of says that it
// is: "Hagia Sophia was a church", "Daimler said it would cut jobs".
func (f *finder) voteOfVerb(h int) kind {
	t := &f.doc.Tokens[h]
	if t.Dep == "dobj" && taking[strings.ToLower(f.doc.Tokens[t.Head].Lemma)] && f.doc.Child(h, "appos", "amod", "compound") < 0 {
		return place
	}
	if t.Dep != "nsubj" || t.Head == h {
		return none
	}
	verb := t.Head
	if strings.EqualFold(f.doc.Tokens[verb].Lemma, "be") {
		if a := f.doc.Child(verb, "attr"); a > verb {
			if v := classNouns[f.doc.Tokens[a].Lower]; v != none {
				return v
			}
			if f.roleWord(a) {
				return person
			}
		}
		return none
	}
	if !sayings[strings.ToLower(f.doc.Tokens[verb].Lemma)] {
		return none
	}
	for _, k := range f.doc.Children(verb) {
		if f.doc.Tokens[k].Dep == "nsubj" && k > h && k < verb {
			return none // the tree gives the verb a second subject
		}
	}
	for _, dep := range []string{"ccomp", "xcomp"} {
		c := f.doc.Child(verb, dep)
		if c < 0 {
			continue
		}
		if n := f.doc.Child(c, "nsubj", "nsubjpass"); n > verb {
			switch w := f.lowerAt(n); {
			case w == "he" || w == "she":
				return person
			case w == "it" && f.refersBack(c):
				return organization
			}
		}
	}
	for _, k := range f.doc.Children(verb) {
		if f.doc.Tokens[k].Dep != "dobj" {
			continue
		}
		switch w := f.lowerAt(f.doc.Subtree(k).Start); w {
		case "its":
			return organization
		case "his", "her":
			return person
		}
	}
	return none
}

// refersBack reports whether "it" as the subject of verb c speaks of
// somebody: not "it is raining", "it was clear that".
func (f *finder) refersBack(c int) bool {
	if strings.EqualFold(f.doc.Tokens[c].Lemma, "be") {
		return f.hypothetical(c)
	}
	return f.doc.Child(c, "nsubjpass") < 0 || f.doc.Child(c, "agent") < 0
}
