package eval_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/eval"
)

// 0         1         2         3         4         5
// 0123456789012345678901234567890123456789012345678901234567
const marks = `{"doc":"m:a","published":"2024-05-16","text":"Peru's president, Ana Ruiz, said \"No\" in Lima on Monday.","gold":{
"entities":[{"start":0,"end":4,"type":"country","kind":"named"},{"start":18,"end":26,"type":"person","kind":"named"},{"start":41,"end":45,"type":"location","kind":"optional"}],
"timex":[{"start":49,"end":55,"value":"2024-05-13"}],
"attributions":[{"source":[{"start":0,"end":26}],"cue":[{"start":28,"end":32}],"content":[{"start":33,"end":37}],"direct":true}],
"roles":[{"person":{"start":18,"end":26},"title":"president","of":"Peru","former":false}]}}`

func TestScoreMarks(t *testing.T) {
	const (
		peru = `{"id":"1","type":"country","name":"Peru","mentions":[{"start":0,"end":6,"text":"Peru's","kind":"name"}]}`
		ruiz = `{"id":"2","type":"person","name":"Ana Ruiz","mentions":[{"start":18,"end":26,"text":"Ana Ruiz","kind":"name"}]}`
		lima = `{"id":"3","type":"place","name":"Lima","mentions":[{"start":41,"end":45,"text":"Lima","kind":"name"}]}`
		said = `{"source":[{"start":18,"end":26}],"content":[{"start":33,"end":37}],"direct":true}`
		role = `{"type":"position","person":"2","title":"president","of":"1","former":false}`
	)
	line := func(entities, times, said, facts string) string {
		return `{"id":"m:a","entities":[` + entities + `],"timexes":[` + times + `],"attributions":[` + said + `],"facts":[` + facts + `]}`
	}
	all := peru + "," + ruiz
	monday := `{"start":46,"end":55,"value":"2024-05-13"}`
	type figures struct{ Names, Times, Attributions, Quotes, Roles eval.Tally }
	right := eval.Tally{Gold: 1, Found: 1, Hit: 1}
	wrong, missed := eval.Tally{Gold: 1, Found: 1}, eval.Tally{Gold: 1}
	for _, c := range []struct {
		name, found string
		want        figures
		problems    []string
	}{
		{"all of it, with an optional name", line(all+","+lima, monday, said, role), figures{eval.Tally{Gold: 2, Found: 2, Hit: 2}, right, right, right, right}, nil},
		{"nothing", line("", "", "", ""), figures{eval.Tally{Gold: 2}, missed, missed, missed, missed}, []string{
			"a MISSED place [Peru]", "a MISSED person [Ana Ruiz]", "a MISSED time 2024-05-13 [Monday]", `a MISSED attribution [Peru's president, Ana Ruiz] ["No"]`, "a MISSED role president of Peru [Ana Ruiz]",
		}},
		{"a name of another kind", line(strings.Replace(all, `"type":"person"`, `"type":"organization"`, 1), monday, said, role), figures{eval.Tally{Gold: 2, Found: 2, Hit: 1}, right, right, right, right}, []string{
			"a EXTRA organization [Ana Ruiz]", "a MISSED person [Ana Ruiz]",
		}},
		{"a mention that is no name", line(strings.Replace(all, `"kind":"name"`, `"kind":"nominal"`, 1), monday, said, role), figures{eval.Tally{Gold: 2, Found: 1, Hit: 1}, right, right, right, right}, []string{"a MISSED place [Peru]"}},
		{"another day", line(all, strings.Replace(monday, "-13", "-20", 1), said, role), figures{eval.Tally{Gold: 2, Found: 2, Hit: 2}, wrong, right, right, right}, []string{"a WRONG time 2024-05-20, not 2024-05-13 [Monday]"}},
		{"another speaker", line(all, monday, strings.Replace(said, `"start":18,"end":26`, `"start":41,"end":45`, 1), role), figures{eval.Tally{Gold: 2, Found: 2, Hit: 2}, right, wrong, missed, right}, []string{
			`a MISSED attribution [Peru's president, Ana Ruiz] ["No"]`, `a EXTRA attribution [Lima] ["No"]`,
		}},
		{"an office left", line(all, monday, said, strings.Replace(role, "false", "true", 1)), figures{eval.Tally{Gold: 2, Found: 2, Hit: 2}, right, right, right, wrong}, []string{
			"a EXTRA role Ana Ruiz, president of Peru", "a MISSED role president of Peru [Ana Ruiz]",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			gold, err := eval.ReadGold(strings.NewReader(strings.ReplaceAll(marks, "\n", " ")))
			if err != nil {
				t.Fatal(err)
			}
			found, err := eval.ReadFound(strings.NewReader(c.found))
			if err != nil {
				t.Fatal(err)
			}
			r := eval.ScoreMarks(gold, found)
			var names eval.Tally
			for _, n := range r.Names {
				names.Gold, names.Found, names.Hit = names.Gold+n.Gold, names.Found+n.Found, names.Hit+n.Hit
			}
			if diff := cmp.Diff(c.want, figures{names, r.Times, r.Attributions, r.Quotes, r.Roles}); diff != "" {
				t.Errorf("figures (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.problems, r.Problems); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}
