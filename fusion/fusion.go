// Package fusion decides which claims of many articles speak of the same
// fact, and what that fact is. Its functions depend on the set of claims
// alone: not on their order, their grouping into batches or their repetition.
//
// A claim is complete when it names all that its type needs to tell one fact
// from another (a meeting: two participants and a day); complete claims with
// the same key are one fact, a core. A vague claim joins the one core that
// it fits, when there is exactly one, and otherwise shares a fact with the
// claims of the same vague key. It never changes which cores there are.
//
// So that the work for an article does not grow with the graph, complete
// claims are filed under blocks, and each claim looks for cores only in one
// block, its home: the answer for a claim is a function of the claims filed
// under its home. Whoever adds or removes a claim need therefore look again
// only at the claims filed under that claim's blocks.
package fusion

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// filing says where one claim belongs.
type filing struct {
	// key is the fact's key, complete or vague.
	key string
	// home is the block in which the claim looks for cores.
	home string
	// blocks are those in which a complete claim is found; nil for a vague one.
	blocks []string
}

func (f *filing) complete() bool { return len(f.blocks) > 0 }

// fileAs returns where c belongs, by the rules of its type.
func fileAs(c *news.Claim) filing {
	if c.Count != 0 {
		return repeated(c)
	}
	switch c.Type {
	case news.Meeting:
		return fileMeeting(c)
	case news.Sanction:
		return fileSanction(c)
	case news.Statement:
		return fileStatement(c)
	case news.Agreement:
		return fileAgreement(c)
	case news.Position:
		return filePosition(c)
	case news.Attack:
		return fileAttack(c)
	case news.Event:
		return fileEvent(c)
	}
	return alone(c)
}

// fits reports whether claim v may speak of the same thing as the complete
// claim x of another key that is filed under v's home. Where v is complete
// too, fits holds only if x says strictly more, so it runs in no circle.
func fits(v, x *news.Claim) bool {
	switch v.Type {
	case news.Meeting:
		return meetingFits(v, x)
	case news.Sanction:
		return sanctionFits(v, x)
	case news.Agreement:
		return agreementFits(v, x)
	case news.Position:
		return positionFits(v, x)
	case news.Attack:
		return attackFits(v, x)
	case news.Event:
		return eventFits(v, x)
	}
	return false
}

// Blocks returns the block in which c looks for cores, and the blocks under
// which others find it, sorted: none unless its key is complete. The home of
// a complete claim is one of its blocks.
func Blocks(c *news.Claim) (home string, core []string) {
	f := fileAs(c)
	return f.home, f.blocks
}

// Assign returns the key of the fact to which each claim belongs. The answer
// is right for every claim whose home block is complete in claims: all
// claims of the store that are filed under it, as home or as core, are there.
func Assign(claims []news.Claim) map[news.ID]string {
	claims = distinct(claims)
	filings := make([]filing, len(claims))
	blocks := map[string]*block{}
	for i := range claims {
		filings[i] = fileAs(&claims[i])
		blocks[filings[i].home] = nil
	}
	for i := range claims {
		for _, name := range filings[i].blocks {
			b, looked := blocks[name]
			if !looked {
				continue
			}
			if b == nil {
				b = &block{cores: map[string][]*news.Claim{}, joined: map[string]string{}}
				blocks[name] = b
			}
			b.cores[filings[i].key] = append(b.cores[filings[i].key], &claims[i])
		}
	}
	out := make(map[news.ID]string, len(claims))
	for i := range claims {
		f := &filings[i]
		b := blocks[f.home]
		switch {
		case b == nil:
			out[claims[i].ID] = f.key
		case f.complete():
			out[claims[i].ID] = b.resolve(f.key)
		default:
			out[claims[i].ID] = b.join(f.key, []*news.Claim{&claims[i]})
		}
	}
	return out
}

// block holds the complete claims filed under one block, by key.
type block struct {
	cores  map[string][]*news.Claim
	joined map[string]string
}

// resolve returns the key of the fact that the core belongs to: its own, or
// that of the one wider core that it is a part of.
func (b *block) resolve(core string) string {
	if key, ok := b.joined[core]; ok {
		return key
	}
	key := b.join(core, b.cores[core])
	b.joined[core] = key
	return key
}

// join returns the key of the one fact that claims with the given key may
// join; the key itself when there is none or more than one.
func (b *block) join(key string, claims []*news.Claim) string {
	found := ""
	for other, core := range b.cores {
		if other == key || !allFit(claims, core) {
			continue
		}
		switch to := b.resolve(other); {
		case found == "":
			found = to
		case found != to:
			return key
		}
	}
	if found == "" {
		return key
	}
	return found
}

func allFit(claims, core []*news.Claim) bool {
	for _, v := range claims {
		if !slices.ContainsFunc(core, func(x *news.Claim) bool { return fits(v, x) }) {
			return false
		}
	}
	return true
}

// Facts returns the facts that the claims make under the rulings, sorted by id.
func Facts(claims []news.Claim, rulings []news.Ruling) []news.Fact {
	claims = distinct(rule(claims, rulings))
	keys := Assign(claims)
	groups := map[string][]news.Claim{}
	for _, c := range claims {
		groups[keys[c.ID]] = append(groups[keys[c.ID]], c)
	}
	facts := make([]news.Fact, 0, len(groups))
	for key, group := range groups {
		facts = append(facts, Derive(key, group))
	}
	slices.SortFunc(facts, func(a, b news.Fact) int { return cmp.Compare(a.ID, b.ID) })
	return facts
}

// distinct returns the claims sorted by id, each id once. Where one id comes
// with two contents, the one whose JSON sorts first stands.
func distinct(claims []news.Claim) []news.Claim {
	sorted := slices.Clone(claims)
	slices.SortFunc(sorted, func(a, b news.Claim) int {
		if c := cmp.Compare(a.ID, b.ID); c != 0 {
			return c
		}
		return cmp.Compare(asJSON(&a), asJSON(&b))
	})
	return slices.CompactFunc(sorted, func(a, b news.Claim) bool { return a.ID == b.ID })
}

func asJSON(c *news.Claim) string {
	b, err := json.Marshal(c)
	if err != nil {
		return err.Error() // a claim holds a confidence that is no number
	}
	return string(b)
}
