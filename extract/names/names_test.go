package names_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/seeds"
)

var update = flag.Bool("update", false, "write the golden files anew")

var analyzer = sync.OnceValues(func() (*analyze.Analyzer, error) { return analyze.New() })

// read analyses the text and finds its names, as published on the day.
func read(t testing.TB, text, published string) (*analyze.Doc, *names.Names) {
	t.Helper()
	a, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	var on news.Date
	if published != "" {
		if on, err = news.ParseDate(published); err != nil {
			t.Fatal(err)
		}
	}
	doc := a.Analyze(text)
	return doc, names.Find(doc, on, news.NewID("article", text), seeds.Load())
}

func words(doc *analyze.Doc, r analyze.Range) string {
	rs := []rune(doc.Text)
	return string(rs[doc.Tokens[r.Start].Start:doc.Tokens[r.End-1].End])
}

// entity writes an entity on one line, with the words of its mentions in
// text order: (nominal), <pronoun>, actor!, demonym~.
func entity(doc *analyze.Doc, n *names.Names, i int) string {
	e := n.Entities[i]
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", e.Type, e.Name)
	if e.Wikidata != "" {
		fmt.Fprintf(&b, " %s", e.Wikidata)
	}
	if e.Local {
		b.WriteString(" local")
	}
	b.WriteString(":")
	for _, m := range n.Mentions {
		if m.Entity != i {
			continue
		}
		w := words(doc, m.Tokens)
		switch m.Kind {
		case news.NominalMention:
			w = "(" + w + ")"
		case news.PronounMention:
			w = "<" + w + ">"
		}
		switch m.Use {
		case names.Actor:
			w += "!"
		case names.Demonym:
			w += "~"
		}
		b.WriteString(" " + w + ",")
	}
	return strings.TrimSuffix(b.String(), ",")
}

// role writes an office on one line.
func role(n *names.Names, r names.Role) string {
	s := n.Entities[r.Person].Name + ": " + r.Text
	if r.Of >= 0 {
		s += " | " + n.Entities[r.Of].Name
	}
	if r.Former {
		s += " (former)"
	}
	if r.Acting {
		s += " (acting)"
	}
	return s
}

func entities(doc *analyze.Doc, n *names.Names) []string {
	var out []string
	for i := range n.Entities {
		out = append(out, entity(doc, n, i))
	}
	return out
}

func roles(n *names.Names) []string {
	var out []string
	for _, r := range n.Roles {
		out = append(out, role(n, r))
	}
	slices.Sort(out)
	return out
}

// golden compares got with a golden file, or writes it with -update.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s differs (-want +got):\n%s", path, d)
	}
}

// TestCapitals reads sentences in which a capital or a building is now the
// place, now the government.
func TestCapitals(t *testing.T) {
	b, err := os.ReadFile("testdata/capitals.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for line := range strings.Lines(string(b)) {
		doc, n := read(t, strings.TrimSpace(line), "2025-08-07")
		fmt.Fprintf(&out, "%s\n\t%s\n", strings.TrimSpace(line), strings.Join(entities(doc, n), "\n\t"))
	}
	golden(t, "testdata/capitals.golden", out.String())
}

// TestSeed compares everything found in the articles that ship with golden
// files: the diff of an update shows what a change does.
func TestSeed(t *testing.T) {
	files, err := fs.Glob(seeds.Articles(), "*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("articles: %v, %v", files, err)
	}
	for _, file := range files {
		t.Run(file, func(t *testing.T) {
			b, err := fs.ReadFile(seeds.Articles(), file)
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.SplitN(strings.TrimLeft(string(b), "\n"), "\n", 3)
			doc, n := read(t, lines[2], "2025-08-07")
			got := strings.Join(append(append(entities(doc, n), ""), roles(n)...), "\n") + "\n"
			golden(t, filepath.Join("testdata", strings.TrimSuffix(file, ".txt")+".golden"), got)
		})
	}
}

func TestEntities(t *testing.T) {
	for _, c := range []struct {
		name, text, published string
		want                  []string // lines that must be there
		not                   []string // beginnings of lines that must not
	}{
		{
			"a capital that speaks is its country", "Moscow said on Friday that it would not withdraw. The delegation arrived in Moscow.", "2025-08-07",
			[]string{"country Russia Q159: Moscow!", "place Moscow Q649: Moscow"},
			nil,
		},
		{
			"a capital that spoke for a state of the past", "Moscow said on Friday that it would not withdraw, and Soviet troops stayed.", "1988-08-05",
			[]string{"country Soviet Union Q15180: Moscow!, (Soviet troops)!, Soviet~"},
			nil,
		},
		{
			"capitals between which there is cooperation are countries", "The two discussed cooperation between Moscow and Washington.", "2025-08-07",
			[]string{"country Russia Q159: Moscow!", "country United States Q30: Washington!"},
			[]string{"place"},
		},
		{
			"a building stands for its government", "The Kremlin denied the report. The White House declined to comment.", "2025-08-07",
			[]string{"country Russia Q159: Kremlin!", "country United States Q30: White House!"},
			nil,
		},
		{
			"the government of a country is the country", "The Government of the Russian Federation said the Iraqi government had agreed.", "2025-08-07",
			[]string{"country Russia Q159: (Government of the Russian Federation)!, Russian Federation", "country Iraq Q796: (Iraqi government)!, Iraqi~"},
			nil,
		},
		{
			"an administration is the country of its president", "President Donald Trump left. The Trump administration imposed new tariffs on the United States' neighbours.", "2025-08-07",
			[]string{"country United States Q30: (Trump administration)!, United States"},
			nil,
		},
		{
			"a surname is the person named in full, before and after", "Rossi resigned. Minister Anna Rossi had led the inquiry. Rossi declined to speak.", "2025-08-07",
			[]string{"person Anna Rossi: Rossi, Anna Rossi, Rossi"},
			nil,
		},
		{
			"a middle initial is the same person and no part of the name", "Steven B. Miller spoke first. Steven Miller then left.", "2025-08-07",
			[]string{"person Steven Miller: Steven B. Miller, Steven Miller"},
			nil,
		},
		{
			"transliterations are one person", "Volodymyr Zelenskyy spoke in Kyiv. Zelensky said that Ukraine would fight. Zelenskiy left.", "2025-08-07",
			[]string{"person Volodymyr Zelenskyy Q3874799: Volodymyr Zelenskyy, Zelensky, Zelenskiy"},
			nil,
		},
		{
			"people of one surname are told apart by first names", "Bill Clinton arrived with Hillary Clinton. Bill Clinton spoke first.", "2016-05-01",
			[]string{"person Bill Clinton: Bill Clinton, Bill Clinton", "person Hillary Clinton Q6294: Hillary Clinton"},
			nil,
		},
		{
			"a bare surname stays the one who is named most, and a son is another", "Donald Trump spoke first. Trump thanked Melania Trump. Trump then left with Donald Trump Jr.", "2019-05-01",
			[]string{"person Donald Trump Q22686: Donald Trump, Trump, Trump", "person Donald Trump Jr.: Donald Trump Jr."},
			nil,
		},
		{
			"US and us are told apart", "The US told us nothing about it.", "2025-08-07",
			[]string{"country United States Q30: US"},
			nil,
		},
		{
			"the state of Georgia is not the country", "Voters in Georgia and Florida chose the Democratic candidate, US officials said.", "2020-11-07",
			nil,
			[]string{"country Georgia"},
		},
		{
			"the country Georgia beside its capital", "Protesters in Georgia marched through Tbilisi.", "2020-11-07",
			[]string{"country Georgia Q230: Georgia"},
			nil,
		},
		{
			"Chad the person is no country", "Chad Wolf resigned on Monday, Wolf said.", "2021-01-12",
			nil,
			[]string{"country"},
		},
		{
			"an acronym in brackets is the organisation", "The African Export Council (AEC) met in Nairobi. The AEC adopted a plan.", "2019-07-10",
			[]string{"organization African Export Council: African Export Council, AEC, AEC"},
			nil,
		},
		{
			"a state's portfolio is no organisation", "Secretary of State Mike Pompeo spoke in Berlin.", "2019-07-10",
			nil,
			[]string{"organization State"},
		},
		{
			"the police of a town, and then the police", "Nairobi police arrested three men. The police said they had been armed.", "2019-07-10",
			[]string{"organization Nairobi police: (Nairobi police), (police)"},
			nil,
		},
		{
			"a title alone is the one person who has it", "President Mette Lund of Denmark arrived on Monday. The president met reporters.", "2019-07-10",
			[]string{"person Mette Lund: Mette Lund, (president)"},
			nil,
		},
		{
			"a pronoun is the person of that gender", "Angela Merkel met Emmanuel Macron in Berlin. She said the talks had gone well.", "2019-07-10",
			[]string{"person Angela Merkel: Angela Merkel, <She>"},
			nil,
		},
		{
			"a surname that nothing resolves belongs to its article", "Quillfeather said the road was closed.", "2019-07-10",
			[]string{"person Quillfeather local: Quillfeather"},
			nil,
		},
		{
			"a country's leader is its head of government", "Speaking in Paris, Macron said France would not give in. The French leader then left.", "2025-08-07",
			[]string{"person Emmanuel Macron Q3052772: Macron, (French leader)"},
			nil,
		},
		{
			"the rebels are the one armed group named", "The Houthis attacked a ship. The rebels said the ship had been warned.", "2025-08-07",
			[]string{"organization Houthi movement: Houthis, (rebels)!"},
			nil,
		},
		{
			"two countries that share a word", "North and South Korea exchanged fire.", "2025-08-07",
			[]string{"country North Korea Q423: North", "country South Korea Q884: South Korea"},
			nil,
		},
		{
			"Brussels that decides is the European Union", "Brussels said it would retaliate against the tariffs.", "2025-08-07",
			[]string{"organization European Union Q458: Brussels!"},
			nil,
		},
		{
			"a ministry is told apart from those of other countries", "Qatari Foreign Ministry spokesperson Majed al-Ansari spoke.", "2025-08-07",
			[]string{"organization Foreign Ministry (Qatar): Foreign Ministry"},
			nil,
		},
		{
			"a town before its country is no person", "Forces began to isolate Raqqah, Syria. They then entered Raqqah.", "2016-11-06",
			nil,
			[]string{"person"},
		},
		{
			"a person whom only the tables know as one", "President of the European Council António Costa chaired the summit.", "2025-08-07",
			[]string{"person António Costa: António Costa"},
			nil,
		},
		{
			"two presidents joined by a hyphen", "Vladimir Putin and Donald Trump will talk. The Putin-Trump summit is planned for Friday.", "2025-08-07",
			[]string{"person Vladimir Putin Q7747: Vladimir Putin, Putin", "person Donald Trump Q22686: Donald Trump, Trump"},
			nil,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, n := read(t, c.text, c.published)
			got := entities(doc, n)
			for _, w := range c.want {
				if !slices.Contains(got, w) {
					t.Errorf("no %q in\n%s", w, strings.Join(got, "\n"))
				}
			}
			for _, w := range c.not {
				for _, g := range got {
					if strings.HasPrefix(g, w) {
						t.Errorf("unwanted %q", g)
					}
				}
			}
		})
	}
}

func TestRoles(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"before the name, with a demonym", "Egyptian foreign minister Sameh Shoukry spoke on Monday.", []string{"Sameh Shoukry: foreign minister | Egypt"}},
		{"before the name, with a metonym", "Kremlin foreign policy aide Yuri Ushakov said so.", []string{"Yuri Ushakov: foreign policy aide | Russia"}},
		{"before the name, with an of phrase", "Prime Minister of Slovakia Igor Matovič fell ill.", []string{"Igor Matovič: Prime Minister | Slovakia"}},
		{"before the name, possessive, with a comma", "Niger's president, Mahamadou Issoufou, opened the meeting.", []string{"Mahamadou Issoufou: president | Niger"}},
		{"before the name, of an organisation", "The president of the Tunisian League for Human Rights, Jamel Msallem, said it was wrong.", []string{"Jamel Msallem: president | Tunisian League for Human Rights"}},
		{"behind the name", "Luigi Di Maio, the foreign minister of Italy, agreed.", []string{"Luigi Di Maio: foreign minister | Italy"}},
		{"behind the name, of a company", "Jane Doe, chief executive of Acme Corporation, resigned.", []string{"Jane Doe: chief executive | Acme Corporation"}},
		{"an envoy of a president is one of the country", "Kirill Dmitriev, Russian President's envoy for investment, confirmed it.", []string{"Kirill Dmitriev: envoy for investment | Russia"}},
		{"former", "Former US president Barack Obama spoke.", []string{"Barack Obama: president | United States (former)"}},
		{"acting", "Iraq's acting prime minister Adil Abdul-Mahdi objected.", []string{"Adil Abdul-Mahdi: prime minister | Iraq (acting)"}},
		{"elect", "President-elect Joe Biden thanked voters in the United States.", []string{"Joe Biden: President-elect | United States"}},
		{
			"plural over two names", "Presidents Muhammadu Buhari of Nigeria and Patrice Talon of Benin signed it.",
			[]string{"Muhammadu Buhari: Presidents | Nigeria", "Patrice Talon: Presidents | Benin"},
		},
		{
			"two titles joined", "Deputy Prime Minister for Finance and Minister of Economy Richard Sulík of Slovakia resigned.",
			[]string{"Richard Sulík: Deputy Prime Minister for Finance | Slovakia", "Richard Sulík: Minister of Economy | Slovakia"},
		},
		{
			"a list of former offices", "They chose Boris Johnson, former Foreign Secretary of Britain and mayor of London.",
			[]string{"Boris Johnson: Foreign Secretary | United Kingdom (former)", "Boris Johnson: mayor | London (former)"},
		},
		{"is", "Mike Pompeo is the secretary of state of the United States.", []string{"Mike Pompeo: secretary of state | United States"}},
		{"whose is", "The Syrian Army, whose commander-in-chief is Bashar al-Assad, entered the town.", []string{"Bashar al-Assad: commander-in-chief | Syrian Army"}},
		{
			"counterparts", "Egyptian foreign minister Sameh Shoukry met his Greek counterpart, Nikos Dendias.",
			[]string{"Nikos Dendias: foreign minister | Greece", "Sameh Shoukry: foreign minister | Egypt"},
		},
		{"a coach of a club", "Arsenal Football Club coach Mikel Arteta praised the players.", []string{"Mikel Arteta: coach | Arsenal Football Club"}},
		{"a rank is no office", "Lt. Gen. Stephen Townsend spoke to reporters.", nil},
		{"a relative is no office", "His brother Tom Smith wept.", nil},
		{"another's title is not the list's first name's", "They met Angela Merkel, President Emmanuel Macron of France and others.", []string{"Emmanuel Macron: President | France"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, n := read(t, c.text, "2020-11-10")
			if d := cmp.Diff(c.want, roles(n)); d != "" {
				t.Errorf("roles (-want +got):\n%s", d)
			}
		})
	}
}
