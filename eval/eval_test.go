package eval_test

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/eval"
)

var update = flag.Bool("update", false, "write the goldens")

const gold = `{"doc":"set:a","published":"2024-05-16","title":"T","text":"Mercier met Hollmann. He may visit Peru.","entities":[
{"key":"mercier","type":"person","name":"Alain Mercier","surface":["Mercier"]},{"key":"hollmann","type":"person","name":"Greta Hollmann","surface":["Hollmann"]},
{"key":"peru","type":"country","name":"Peru","surface":["Peru"]}],"facts":[
{"type":"meeting","status":"happened","participants":["mercier","hollmann"],"place":null,"date":{"from":"2024-05-15","to":"2024-05-15"},"evidence":[[0,21]]},
{"type":"event","status":"possible","kind":"visit","participants":["mercier"],"place":"peru","date":null,"evidence":[[22,39]]},
{"type":"sanction","status":"imposed","measure":"tariff","imposers":["peru"],"targets":["hollmann"],"evidence":[[22,39]],"accept":{"measure":["other"]}},
{"type":"position","person":"mercier","title":"president","of":"peru","former":false,"evidence":[[0,21]]},
{"type":"statement","speaker":"mercier","direct":false,"content":[22,39],"date":null,"evidence":[[22,39]],"note":"optional"},
{"type":"attack","status":"happened","attackers":[],"targets":[],"evidence":[[0,21]]}]}`

func found(facts string) string {
	return `{"id":"a","entities":[{"id":"1","type":"person","name":"Alain Mercier","mentions":[{"text":"Mercier"}]},
{"id":"2","type":"person","name":"Greta Hollmann","mentions":[{"text":"Hollmann"}]},{"id":"3","type":"country","name":"Peru","mentions":[{"text":"Peru"}]}],"facts":[` + facts + `]}`
}

func score(t *testing.T, facts string) eval.Report {
	t.Helper()
	flat := func(s string) *strings.Reader { return strings.NewReader(strings.ReplaceAll(s, "\n", " ")) }
	g, err := eval.ReadGold(flat(gold))
	if err != nil {
		t.Fatal(err)
	}
	f, err := eval.ReadFound(flat(found(facts)))
	if err != nil {
		t.Fatal(err)
	}
	return eval.Score(g, f)
}

func TestScore(t *testing.T) {
	const meeting = `{"type":"meeting","status":"happened","participants":["1","2"],"date":{"from":"2024-05-15","to":"2024-05-15"},"evidence":[{"start":0,"end":21}]}`
	for _, c := range []struct {
		name, facts, typ    string
		found, hit, strict  int
		wrong               int
		missedOrExtraExists string
	}{
		{name: "the same meeting", facts: meeting, typ: "meeting", found: 1, hit: 1, strict: 1},
		{name: "a date where the gold has another", facts: strings.ReplaceAll(meeting, "2024-05-15", "2024-05-14"), typ: "meeting", found: 1, hit: 1},
		{name: "one participant too few", facts: strings.Replace(meeting, `"1","2"`, `"1"`, 1), typ: "meeting", found: 1, hit: 1},
		{name: "another sentence", facts: strings.Replace(meeting, `"start":0,"end":21`, `"start":22,"end":39`, 1), typ: "meeting", found: 1, missedOrExtraExists: "extra"},
		{name: "evidence far too long", facts: strings.Replace(meeting, `"end":21`, `"end":900`, 1), typ: "meeting", found: 1, missedOrExtraExists: "missed"},
		{name: "found twice", facts: meeting + "," + meeting, typ: "meeting", found: 2, hit: 1, strict: 1, missedOrExtraExists: "extra"},
		{name: "possible told as happened", facts: `{"type":"event","status":"happened","kind":"visit","participants":["1"],"place":"3","date":null,"evidence":[{"start":22,"end":39}]}`, typ: "event", found: 1, hit: 1, wrong: 1},
		{name: "an accepted measure", facts: `{"type":"sanction","status":"imposed","measure":"other","imposers":["3"],"targets":["2"],"date":null,"evidence":[{"start":22,"end":39}]}`, typ: "sanction", found: 1, hit: 1, strict: 1},
		{name: "another title", facts: `{"type":"position","person":"1","title":"envoy","of":"3","former":false,"evidence":[{"start":0,"end":21}]}`, typ: "position", found: 1, hit: 1},
		{name: "an optional statement counts neither way", facts: `{"type":"statement","speaker":"1","content":{"start":22,"end":39},"evidence":[{"start":22,"end":39}]}`, typ: "statement", found: 0},
		{name: "a fact that names nobody counts nothing", facts: `{"type":"attack","status":"happened","attackers":[],"targets":[],"evidence":[{"start":0,"end":21}]}`, typ: "attack", found: 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := score(t, c.facts)
			n := r.Types[c.typ]
			if n.Found != c.found || n.Hit != c.hit || n.Strict != c.strict || r.WrongHappened != c.wrong {
				t.Errorf("found %d, hit %d, strict %d, wrong happened %d; want %d, %d, %d, %d", n.Found, n.Hit, n.Strict, r.WrongHappened, c.found, c.hit, c.strict, c.wrong)
			}
			exists := c.missedOrExtraExists == ""
			for _, p := range r.Problems {
				exists = exists || p.Kind == c.missedOrExtraExists && p.Fact["type"] == c.typ
			}
			if !exists {
				t.Errorf("no problem of kind %q", c.missedOrExtraExists)
			}
		})
	}
}

// TestPrint holds the table.
func TestPrint(t *testing.T) {
	r := score(t, `{"type":"meeting","status":"happened","participants":["1","2"],"date":null,"evidence":[{"start":0,"end":21}]},
{"type":"event","status":"happened","kind":"visit","participants":["1"],"place":"3","date":null,"evidence":[{"start":22,"end":39}]}`)
	var b bytes.Buffer
	if err := r.Print(&b, 9); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/print.golden", b.String())
}

// golden holds text against a file, or writes the file with -update.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("table (-want +got); if the change is for the better, -update writes it:\n%s", d)
	}
}

// Of an article that is held back only totals are told.
func TestHeldBackIsNotShown(t *testing.T) {
	held := true
	gold := []eval.Gold{{Doc: "x:a", Text: "Peru elected Anna.", Held: &held, Facts: []eval.Fact{
		{"type": "event", "status": "happened", "kind": "election", "participants": []any{"p"}, "evidence": []any{[]any{0., 18.}}},
	}}}
	r := eval.Score(gold, nil)
	if n := r.Types["event"].Gold; n != 1 {
		t.Errorf("%d events annotated, want 1", n)
	}
	if len(r.Problems) > 0 {
		t.Errorf("a mistake of an article that is held back is shown: %+v", r.Problems)
	}
	held = false
	if r = eval.Score(gold, nil); len(r.Problems) != 1 || r.Problems[0].Sentence != "Peru elected Anna." {
		t.Errorf("problems %+v, want the missed election with its sentence", r.Problems)
	}
}

func TestReadGoldNamesTheLine(t *testing.T) {
	_, err := eval.ReadGold(strings.NewReader("{\"doc\":\"x\"}\n{broken\n"))
	if err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("error %v does not name line 2", err)
	}
}
