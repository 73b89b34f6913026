package speech_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/extract/speech"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/seeds"
)

// analyzer and tables are made once for all tests.
var analyzer = sync.OnceValue(func() *analyze.Analyzer {
	a, err := analyze.New()
	if err != nil {
		panic(err)
	}
	return a
})

var tables = sync.OnceValue(seeds.Load)

// read returns the attributions of text, one a line: speaker, act and what
// is said, then what else there is in brackets.
func read(text string) string {
	doc := analyzer().Analyze(text)
	doc.Relemma()
	n := names.Find(doc, news.Date{}, news.NewID("article", text), tables())
	as := speech.Find(doc, n)
	var b strings.Builder
	words := func(rs []analyze.Range) string {
		var parts []string
		for _, r := range rs {
			parts = append(parts, string([]rune(text)[doc.Tokens[r.Start].Start:doc.Tokens[r.End-1].End]))
		}
		return strings.Join(parts, " + ")
	}
	name := func(e int) string {
		if e < 0 {
			return "-"
		}
		return n.Entities[e].Name
	}
	for i, a := range as {
		if i > 0 {
			b.WriteString("\n")
		}
		who := name(a.Speaker)
		for _, j := range a.Joint {
			who += " & " + name(j)
		}
		if a.Speaker < 0 {
			who = "(" + words(a.Source) + ")"
		}
		b.WriteString(who + " " + a.Act + " | " + words(a.Content))
		var notes []string
		if a.Direct {
			notes = append(notes, "direct")
		}
		if a.Addressee >= 0 {
			notes = append(notes, "to "+name(a.Addressee))
		}
		if a.Subject >= 0 {
			notes = append(notes, "about "+name(a.Subject))
		}
		if a.Medium != "" {
			notes = append(notes, "on "+a.Medium)
		}
		if a.Outlet {
			notes = append(notes, "outlet")
		}
		if a.Outer >= 0 {
			notes = append(notes, "in "+name(as[a.Outer].Speaker))
		}
		if len(notes) > 0 {
			b.WriteString(" [" + strings.Join(notes, ", ") + "]")
		}
	}
	return b.String()
}

func check(t *testing.T, tests []struct{ name, text, want string }) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, read(tt.text)); diff != "" {
				t.Errorf("%s\n(-want +got)\n%s", tt.text, diff)
			}
		})
	}
}

func TestDirectSpeech(t *testing.T) {
	check(t, []struct{ name, text, want string }{
		{"one word behind a colon", `Asked about it, Anna Kowalska said: "Never." She left.`, `Anna Kowalska says | "Never." [direct]`},
		{"backquotes", "``We have failed,'' Anna Kowalska said. ``It's over.''", "Anna Kowalska says | ``We have failed,'' + ``It's over.'' [direct]"},
		{"low quotes", "„Wir gehen,“ is what he said. «We are done», Anna Kowalska told Le Monde.", `Anna Kowalska says | «We are done» [direct, to Le Monde]`},
		{"quoted by", `Anna Kowalska was quoted by Reuters as saying: "It was rigged."`, `Anna Kowalska says | "It was rigged." [direct]`},
		{"after what she did", `Anna Kowalska shook her head. "I don't like it."`, `Anna Kowalska says | "I don't like it." [direct]`},
		{"it added", "\"We reject it,\" the Bank of Japan said. \"There was no loss,\" it added.", "Bank of Japan says | \"We reject it,\" [direct]\nBank of Japan says | \"There was no loss,\" [direct]"},
		{"an interview", "Jan Novak: What happened?\n\nAnna Kowalska: We went home and waited.\n\nJan Novak: Did they help?", "Jan Novak says | What happened?\nAnna Kowalska says | We went home and waited.\nJan Novak says | Did they help?"},
		{"signed behind a dash", "\"We will never give up,\" – Anna Kowalska", `Anna Kowalska says | "We will never give up," [direct]`},
		{"speaker before", `Anna Kowalska said, "The talks have failed."`, `Anna Kowalska says | "The talks have failed." [direct]`},
		{"speaker behind", `"The talks have failed," said Anna Kowalska.`, `Anna Kowalska says | "The talks have failed," [direct]`},
		{"typographic marks", `“The talks have failed,” Anna Kowalska said.`, `Anna Kowalska says | “The talks have failed,” [direct]`},
		{"several sentences", `"We tried. We failed. We will try again next year," Anna Kowalska said.`, `Anna Kowalska says | "We tried. We failed. We will try again next year," [direct]`},
		{"split quote", `"We tried hard," Anna Kowalska said, "and we will try again next year."`, `Anna Kowalska says | "We tried hard," + "and we will try again next year." [direct]`},
		{"quote goes on behind the sentence", `"We tried very hard," Anna Kowalska said. "We will try again next year."`, `Anna Kowalska says | "We tried very hard," + "We will try again next year." [direct]`},
		{"pronoun", `Anna Kowalska left the room. "We tried very hard," she said.`, `Anna Kowalska says | "We tried very hard," [direct]`},
		{"partial quote", `Anna Kowalska said the plan was "a grave mistake" for Poland.`, `Anna Kowalska says | the plan was "a grave mistake" for Poland [direct]`},
		{"paragraphs of one quote", "Anna Kowalska said: \"We tried very hard.\n\n\"We will try again next year.\"", "Anna Kowalska says | \"We tried very hard.\n\n\"We will try again next year.\" [direct]"},
		{"missing closing mark", "Anna Kowalska said: \"We tried very hard.\nThe meeting ended at noon.", "Anna Kowalska says | \"We tried very hard. [direct]"},
		{"one-word start", `"This," said Anna Kowalska, "is a victory for us all."`, `Anna Kowalska says | "This," + "is a victory for us all." [direct]`},
		{"caption", `Anna Kowalska: "We must act together, and we must act now."`, `Anna Kowalska says | "We must act together, and we must act now." [direct]`},
		{"colon behind an act", `Anna Kowalska opposed the plan: "It would ruin the whole country."`, `Anna Kowalska rejects | "It would ruin the whole country." [direct]`},
		{"two quotes, two acts", `"We will learn from this," Anna Kowalska said, adding: "I am very sorry."`, "Anna Kowalska says | \"We will learn from this,\" [direct]\nAnna Kowalska says | \"I am very sorry.\" [direct]"},
		{"to reporters", `Anna Kowalska told reporters, "We tried very hard."`, `Anna Kowalska says | "We tried very hard." [direct, on reporters]`},
		{"a name in quotes is no speech", `Anna Kowalska visited the ship "Polar Star" in March.`, ``},
		{"apostrophes are no quotes", `Anna Kowalska visited the workers' houses and the traders' market.`, ``},
	})
}

func TestIndirectSpeech(t *testing.T) {
	check(t, []struct{ name, text, want string }{
		{"that clause", `Anna Kowalska said that the talks had failed.`, `Anna Kowalska says | the talks had failed`},
		{"clause first", `The talks have failed, Anna Kowalska said.`, `Anna Kowalska says | The talks have failed`},
		{"according to", `According to Anna Kowalska, the talks have failed.`, `Anna Kowalska says | the talks have failed`},
		{"demand", `Anna Kowalska urged Germany to send more aid.`, `Anna Kowalska demands | Germany to send more aid [to Germany]`},
		{"called for somebody to act", `Poland called for Germany to send more aid.`, `Poland demands | for Germany to send more aid`},
		{"called for a thing", `Poland is calling for an immediate ceasefire.`, `Poland demands | an immediate ceasefire`},
		{"promise", `Anna Kowalska vowed to keep fighting.`, `Anna Kowalska promises | to keep fighting`},
		{"condemned", `Poland condemned the attack on the embassy.`, `Poland accuses | condemned the attack on the embassy`},
		{"called it", `Anna Kowalska called the plan a disaster.`, `Anna Kowalska says | the plan a disaster`},
		{"threat", `Anna Kowalska warned that she would close the border.`, `Anna Kowalska threatens | she would close the border`},
		{"joint", `Anna Kowalska and Jan Novak said the talks had failed.`, `Anna Kowalska & Jan Novak says | the talks had failed`},
		{"two acts, one subject", `Anna Kowalska said the talks had failed and urged Germany to act.`, "Anna Kowalska says | the talks had failed\nAnna Kowalska demands | Germany to act [to Germany]"},
		{"nobody by name", `Critics said the plan was too expensive.`, `(Critics) says | the plan was too expensive`},
		{"officials of a country", `German officials said the talks had failed.`, `Germany says | the talks had failed`},
		{"demand and reason", `Anna Kowalska urged Germany to act, saying that time was short.`, "Anna Kowalska demands | Germany to act [to Germany]\nAnna Kowalska says | time was short"},
		{"one act in two verbs", `Anna Kowalska rejected the plan, calling it a surrender.`, `Anna Kowalska rejects | rejected the plan, calling it a surrender`},
		{"called on many", `Poland has called on all parties to exercise restraint.`, `Poland demands | all parties to exercise restraint`},
		{"an ambassador is no country", `Poland's ambassador to Germany Anna Kowalska said the talks had failed.`, `Anna Kowalska says | the talks had failed`},
		{"blamed", `Anna Kowalska accused Germany of stalling the talks.`, `Anna Kowalska accuses | accused Germany of stalling the talks [about Germany]`},
		{"body says we", "Poland strongly condemns the attack. We urge Germany to act. We express our condolences.", "Poland accuses | condemns the attack\nPoland demands | Germany to act [to Germany]\nPoland says | express our condolences"},
		{"a call of hers", `The report repeats Anna Kowalska's call that all parties respect the ceasefire.`, `Anna Kowalska demands | all parties respect the ceasefire`},
		{"claimed lives", `Anna Kowalska said the war claimed many lives.`, `Anna Kowalska says | the war claimed many lives`},
		{"only planned", `Anna Kowalska is expected to announce a new plan.`, ``},
		{"not said", `Anna Kowalska did not say that the talks had failed.`, ``},
		{"claimed an attack", `An attack on the port was claimed by the Taliban.`, ``},
		{"while somebody else says", `Poland said the attack was a mistake, while Germany called it a crime.`, "Poland says | the attack was a mistake\nGermany says | it a crime"},
		{"said by what is given", `Poland gave its condolences to the families.`, `Poland says | gave its condolences to the families`},
		{"both countries", `Poland and Germany met on Monday. Both countries said the talks had failed.`, `Poland & Germany says | the talks had failed`},
		{"they", `Poland and Germany met on Monday. They said the talks had failed.`, `Poland & Germany says | the talks had failed`},
		{"they are others", `Poland and Germany met on Monday. Protesters stayed away. They said the talks had failed.`, `(They) says | the talks had failed`},
		{"accused each other", `Poland and Germany accused each other of stalling the talks.`, `Poland & Germany accuses | accused each other of stalling the talks`},
		{"according to, inside", `The plan, according to Anna Kowalska, will fail.`, `Anna Kowalska says | The plan + will fail`},
		{"believed", `Anna Kowalska believes that the talks will fail.`, `(Anna Kowalska) says | the talks will fail`},
		{"sure of", `Critics are confident that the talks will fail.`, `(Critics) says | the talks will fail`},
		{"declined", `Anna Kowalska declined to say when the talks would end.`, ``},
		{"not yet said", `Anna Kowalska will announce a new plan on Friday.`, ``},
	})
}

func TestOutletsAndDocuments(t *testing.T) {
	check(t, []struct{ name, text, want string }{
		{"an outlet reports a demand", `Anna Kowalska urged Germany to act, Reuters reported.`, "Anna Kowalska demands | Germany to act [to Germany, in Reuters]\nReuters says | Anna Kowalska urged Germany to act [outlet]"},
		{"order", `Anna Kowalska signed an order on Monday. The order stated that all flights would stop.`, `Anna Kowalska says | all flights would stop`},
		{"possessor of a statement", `Poland's statement said that all flights would stop.`, `Poland says | all flights would stop`},
		{"block without marks", "Foreign Minister Anna Kowalska said:\nPoland stands with its friends. We will send aid.\nNotes to editors\nPoland has sent aid before.", "Anna Kowalska says | Poland stands with its friends. We will send aid."},
	})
}

func TestLooseTrees(t *testing.T) {
	check(t, []struct{ name, text, want string }{
		{"behind a medium", `Anna Kowalska said in a statement that 14 sailors had been freed.`, `Anna Kowalska says | 14 sailors had been freed [on a statement]`},
		{"the sentence before", `The ministry acted unlawfully when it sold the port, Poland's Supreme Court ruled on Monday.`, `Supreme Court (Poland) says | The ministry acted unlawfully when it sold the port`},
		{"joined beyond an infinitive", `Anna Kowalska argued that the rules gave ships time to dock and called on Germany to open its ports.`, "Anna Kowalska says | the rules gave ships time to dock\nAnna Kowalska demands | Germany to open its ports [to Germany]"},
		{"joined to a passive", `Anna Kowalska said two men were held and denied that shots had been fired.`, "Anna Kowalska says | two men were held\nAnna Kowalska denies | shots had been fired"},
		{"what she calls", `Anna Kowalska vowed to end what she called the waste and accused Germany of delaying the talks.`, "Anna Kowalska promises | to end what she called the waste\nAnna Kowalska accuses | accused Germany of delaying the talks [about Germany]"},
		{"no that", `Critics are adamant the talks will fail.`, `(Critics) says | the talks will fail`},
		{"two words", `Critics say the talks may fail. Anna Kowalska insists they will.`, "(Critics) says | the talks may fail\nAnna Kowalska says | they will"},
		{"as reported", `The talks are expected to resume in May, as the Herald first reported.`, `Herald says | The talks are expected to resume in May [outlet]`},
		{"torn clause", `Lawyers filed a motion claiming the state of siege is unlawful.`, `(a motion) says | the state of siege is unlawful`},
		{"an aside by others", `Poland expressed regret at the ruling, which Germany called a disgrace.`, "Poland says | expressed regret at the ruling\nGermany says | a disgrace"},
		{"a number", `Anna Kowalska put the toll at 40.`, `Anna Kowalska says | put the toll at 40`},
		{"of what they are accused", `Germany was accused by Poland of blocking a port.`, `Poland accuses | blocking a port [about Germany]`},
		{"by an unknown verb", `"We will never give up this town," beamed Anna Kowalska.`, `Anna Kowalska says | "We will never give up this town," [direct]`},
		{"the farmer", `"We will never give up this town," replied the farmer.`, `(the farmer) says | "We will never give up this town," [direct]`},
		{"a charge they reject", `Anna Kowalska accused Germany of stalling, a charge the opposition Labour Party dismissed.`, "Anna Kowalska accuses | accused Germany of stalling [about Germany]\nLabour Party says | a charge"},
		{"a claim rejected by", `Critics said the vote was rigged, a claim rejected by Anna Kowalska.`, "(Critics) says | the vote was rigged\nAnna Kowalska rejects | a claim"},
		{"subject before the cue", `The party, Anna Kowalska said, had lost its way.`, `Anna Kowalska says | The party + had lost its way`},
		{"set into the clause", `The poor, says Anna Kowalska, a professor, are left behind.`, `Anna Kowalska says | The poor + are left behind`},
		{"asked whether", `Anna Kowalska, asked whether she would stay, smiled.`, ``},
		{"claims to have", `Poland claims to have sunk the ship.`, `Poland says | to have sunk the ship`},
		{"a title within the clause", `The film "Night Train to Vilnius" opened the festival, Anna Kowalska said.`, `Anna Kowalska says | The film "Night Train to Vilnius" opened the festival [direct]`},
		{"a clause behind a quote", `Anna Kowalska said it was 'time for change' but that she would stay.`, `Anna Kowalska says | it was 'time for change' but that she would stay [direct]`},
		{"vowed and told", `Anna Kowalska vowed to fight on, telling voters that the count had only begun.`, "Anna Kowalska promises | to fight on\nAnna Kowalska says | the count had only begun"},
		{"would only say", `Anna Kowalska would only say that the talks were over.`, `Anna Kowalska says | the talks were over`},
		{"single marks at a paragraph's end", "Anna Kowalska added: 'The talks will go on.'\n\nThe port stayed closed.", `Anna Kowalska says | 'The talks will go on.' [direct]`},
		{"neither, nor", `Anna Kowalska neither confirmed nor denied the report.`, ``},
		{"without saying", `Anna Kowalska left without mentioning the talks.`, ``},
		{"a name withheld", `A guard who asked not to be named left the room.`, ``},
	})
}

func TestThoughts(t *testing.T) {
	check(t, []struct{ name, text, want string }{
		{"wants to", `Anna Kowalska wants to reopen the port.`, `(Anna Kowalska) says | to reopen the port`},
		{"hoped", `Anna Kowalska hoped the talks would resume.`, `(Anna Kowalska) says | the talks would resume`},
		{"wants others to", `Poland wants Germany to act.`, `(Poland) says | Germany to act`},
		{"would like", `Anna Kowalska would like to see the plan.`, `(Anna Kowalska) says | to see the plan`},
		{"fears a thing", `Critics fear a long war.`, `(Critics) says | a long war`},
		{"who wants", `Anna Kowalska, who wants to leave, smiled.`, `(Anna Kowalska) says | to leave`},
		{"anybody who wants", `Voters who want to leave should say so.`, ``},
		{"the thought of a noun", `Anna Kowalska's belief that the talks will fail is well known.`, `(Anna Kowalska's) says | the talks will fail`},
		{"in her view", `In Anna Kowalska's view, the talks have failed.`, `Anna Kowalska says | the talks have failed`},
		{"it is expected", `The port is expected to reopen in May.`, ``},
	})
}

func TestWhoGoesOn(t *testing.T) {
	check(t, []struct{ name, text, want string }{
		{"the official", `A Polish official said two men had died. "It was an accident," the official added.`, "Poland says | two men had died\nPoland says | \"It was an accident,\" [direct]"},
		{"he is the unnamed one", `Jan Novak lives near the port. A Polish colonel said two men had died. Four were freed, he said.`, "Poland says | two men had died\nPoland says | Four were freed"},
		{"the minister", `Foreign Minister Anna Kowalska left on Monday. The minister said the talks had failed.`, `Anna Kowalska says | the talks had failed`},
		{"the subject of the sentence before", "Jan Novak said the talks had failed.\n\nAnna Kowalska shook her head. \"We can still win this war.\"", "Jan Novak says | the talks had failed\nAnna Kowalska says | \"We can still win this war.\" [direct]"},
		{"an agency by its name", `The drugs company Merck said the labs were full.`, `Merck says | the labs were full`},
	})
}
