package names_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a company that speaks of itself as it", "Daimler said on Monday it would cut 1,000 jobs.", []string{"organization Daimler: Daimler"}},
		{"a building that was a church", "Hagia Sophia was a church once.", []string{"place Hagia Sophia: Hagia Sophia"}},
		{"laws and wars are none", "Congress passed the Affordable Care Act after the Vietnam War.", []string{"organization Congress local: Congress", "country Vietnam Q881: (Vietnam)~"}},
		{"ambiguous names beside a country", "France signed an accord with Chad.", []string{"country France Q142: France", "country Chad Q657: Chad"}},
		{
			"a congress of another country", "Peru's president stepped down. Congress voted against him, and Congress met.",
			[]string{"country Peru Q419: Peru", "organization Congress (Peru): Congress, Congress"},
		},
		{
			"a senate of a state", "The United States objected. California's Senate passed a bill.",
			[]string{"country United States Q30: United States", "place California Q99: California", "organization Senate (California): Senate"},
		},
		{
			"countries in the names of bodies", "The Bank of Japan met the Indian Ocean Commission.",
			[]string{"organization Bank of Japan: Bank of Japan", "country Japan Q17: (Japan)~", "organization Indian Ocean Commission Q1115631: Indian Ocean Commission"},
		},
		{
			"the police of the country that the text is about", "Serbia voted. Police said two men died.",
			[]string{"country Serbia Q403: Serbia", "organization police (Serbia): (Police)"},
		},
		{"a bank that is a place", "Troops left the West Bank.", []string{"place West Bank: West Bank"}},
		{"shares in a company", "Shares in Glencore fell.", []string{"organization Glencore: Glencore"}},
		{"a band of fighters", "Boko Haram fighters fled.", []string{"organization Boko Haram: (Boko Haram fighters)!, Boko Haram"}},
		{"adjectives of two countries", "The Franco-German talks failed.", []string{"country France Q142: Franco~", "country Germany Q183: German~"}},
		{
			"bodies side by side", "He plays in the Danish Hockey League for the Odense Bulldogs and the Aarhus Bears.",
			[]string{
				"organization Danish Hockey League: Danish Hockey League", "country Denmark Q35: (Danish)~", "organization Odense Bulldogs: Odense Bulldogs",
				"organization Aarhus Bears: Aarhus Bears",
			},
		},
		{"a double surname", "Hassan Rezai-Karimi died. Karimi said that Rezai-Karimi was old.", []string{"person Hassan Rezai-Karimi: Hassan Rezai-Karimi, Karimi, Rezai-Karimi"}},
		{"countries on both sides of a dash", "A convoy crossed the Iraq–Turkey border.", []string{"country Iraq Q796: Iraq", "country Turkey Q43: Turkey"}},
		{"a common noun behind a country", "The Iraqi parliament met.", []string{"organization Iraqi parliament: (Iraqi parliament)", "country Iraq Q796: Iraqi~"}},
		{
			"a party with a name of its language", "The Partido Verde Nacional won the vote in Honduras. Partido Verde Nacional leader Ana Ruiz spoke.",
			[]string{"organization Partido Verde Nacional: Partido Verde Nacional, Partido Verde Nacional", "country Honduras Q783: Honduras", "person Ana Ruiz: Ana Ruiz"},
		},
		{"an armed group with a name of its language", "Fighters of Jaysh al-Haqq fled.", []string{"organization Jaysh al-Haqq: Jaysh al-Haqq"}},
		{"one name, one kind", "Talks were held in Marwan, near the river. Residents of Marwan fled.", []string{"place Marwan: Marwan, Marwan"}},
		{
			"countries within longer names", "Troops fought in Eastern Ukraine during the Iraq War. The Constitutional Court of Turkey met in the People's Republic of China.",
			[]string{
				"place Eastern Ukraine: Eastern Ukraine", "country Ukraine Q212: (Ukraine)~", "country Iraq Q796: (Iraq)~",
				"organization Constitutional Court of Turkey: Constitutional Court of Turkey", "country Turkey Q43: (Turkey)~", "country China Q148: People's Republic of China",
			},
		},
		{"one Congo of two", "Two soldiers came from Congo and one from Mauritania.", []string{"country DR Congo Q974: Congo", "country Mauritania Q1025: Mauritania"}},
		{"the other Congo", "Brazzaville celebrated. A soldier came from Congo and one from Mauritania.", []string{"place Brazzaville Q3844: Brazzaville", "country Congo-Brazzaville Q971: Congo", "country Mauritania Q1025: Mauritania"}},
		{"a particle", "Bill de Graaf spoke. On Monday de Graaf left.", []string{"person Bill de Graaf: Bill de Graaf, de Graaf"}},
		{"a name of parts", "Lawmakers of Tehreek-e-Inqilab and the Ansar-e Vatan party agreed on Monday.", []string{"organization Tehreek-e-Inqilab: Tehreek-e-Inqilab", "organization Ansar-e Vatan: Ansar-e Vatan"}},
		{"a country run into a name", "The former Prime Minister of Fiji Sitiveni Ratuva resigned.", []string{"country Fiji Q712: Fiji", "person Sitiveni Ratuva: Sitiveni Ratuva"}},
		{"storms are none", "Cyclone Nadia hit Samoa. Nadia weakened on Monday. Hurricane Otto killed ten people.", []string{"country Samoa Q683: Samoa"}},
		{"a town with a tie", "Six people died in Rosny-sous-Bois on Monday.", []string{"place Rosny-sous-Bois: Rosny-sous-Bois"}},
		{
			"a parliament of the sentence's country", "Myanmar objected. A Senate committee asked Brazilian officials for help.",
			[]string{"country Myanmar Q836: Myanmar", "organization Senate (Brazil): Senate", "country Brazil Q155: (Brazilian officials)!, Brazilian~"},
		},
		{
			"a house beside a court of a country", "The Constitutional Court of Thailand acquitted Pita Wongsa, who sits in the House of Representatives.",
			[]string{
				"organization Constitutional Court of Thailand: Constitutional Court of Thailand", "country Thailand Q869: (Thailand)~", "person Pita Wongsa: Pita Wongsa",
				"organization House of Representatives (Thailand): House of Representatives",
			},
		},
		{"a first name that is a demonym", "Commentators such as Brit Larsen agreed.", []string{"person Brit Larsen: Brit Larsen"}},
		{"adjectives of regions", "Welsh farmers protested, and two of them spoke English.", []string{"place Wales: Welsh~"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, n := read(t, c.text, "2021-03-04")
			if diff := cmp.Diff(c.want, entities(doc, n)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOffices(t *testing.T) {
	for _, c := range []struct {
		name, published, text string
		want                  []string
	}{
		{"what somebody was who is dead", "2021-07-08", "Jovenel Moïse was killed on Wednesday. Moïse was the president of Haiti.", []string{"Jovenel Moïse: president | Haiti"}},
		{"what somebody was who lives", "2021-07-08", "Ricardo Lagos spoke on Wednesday. Lagos was the president of Chile.", []string{"Ricardo Lagos: president | Chile (former)"}},
		{
			"office and name in different sentences", "", "Foreign Secretary welcomes ceasefire in Britain.\n\nThis agreement is a step forward, Philip Hammond said.",
			[]string{"Philip Hammond: Foreign Secretary | United Kingdom"},
		},
		{
			"no body where two countries claim it", "2021-03-04", "Norway said no. Sweden said no. Denmark said no. Foreign Minister Omar Haddad left.",
			[]string{"Omar Haddad: Foreign Minister"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, n := read(t, c.text, c.published)
			if diff := cmp.Diff(c.want, roles(n)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPronounsPassRelatives(t *testing.T) {
	doc, n := read(t, "Boris Johnson met his brother, Jo Johnson, on Tuesday. He said the talks were good.", "2021-03-04")
	want := "person Boris Johnson"
	if got := entities(doc, n); !slices.ContainsFunc(got, func(s string) bool {
		return len(s) > len(want) && s[:len(want)] == want && s[len(s)-4:] == "<He>"
	}) {
		t.Errorf("no %s with <He> in %q", want, got)
	}
}
