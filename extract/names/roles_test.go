package names_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWhoseOffice reads offices whose body or holder stands elsewhere: a verb
// says them, a pronoun owns them, the dateline places them.
func TestWhoseOffice(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a verb of leading", "Rashid Bello, who commands the Joint Task Force in Kano, said so.", []string{"Rashid Bello: commander | Joint Task Force"}},
		{"a verb of leading in the past", "Rashid Bello headed the National Election Board in Kano.", []string{"Rashid Bello: head | National Election Board (former)"}},
		{"led by", "The Congress of Workers, led by Amadou Sarr, called a strike.", []string{"Amadou Sarr: leader | Congress of Workers"}},
		{"what somebody leads to a goal is none of an office", "Tom Birch led Leeds United to victory.", nil},
		{"a founder", "Lukas Brandt founded the Norvane Foundation in 1999.", []string{"Lukas Brandt: founder | Norvane Foundation"}},
		{"the body behind a common noun", "Renato Silva, secretary-general of the left-wing alliance Front for Bread, spoke.", []string{"Renato Silva: secretary-general | Front for Bread"}},
		{"with an employer", "Elena Rossi, an analyst with Rabobank, said yields would fall.", []string{"Elena Rossi: analyst | Rabobank"}},
		{"the common noun that owns an office", "Norvane Bank cut its forecast. The bank's chief economist, Ingrid Solberg, said growth would slow.", []string{"Ingrid Solberg: chief economist | Norvane Bank"}},
		{"a pronoun that owns an office", "The World Food Programme asked for help. Its director, Maria Lind, said stocks were low.", []string{"Maria Lind: director | World Food Programme"}},
		{"whom a body is asked of", "Berlin asked Paris to replace its ambassador, Luc Brun.", []string{"Luc Brun: ambassador | France"}},
		{"the office of the person whom his means", "Chilean President Jorge Salas left. His chief of staff, Pablo Arce, stayed.", []string{"Jorge Salas: President | Chile", "Pablo Arce: chief of staff | Chile"}},
		{"a pronoun as the holder", "Anna Kalnina spoke in Riga. She was the mayor of Liepaja from 2001 to 2009.", []string{"Anna Kalnina: mayor | Liepāja (former)"}},
		{"an unnamed office of the organisation before", "The WHO criticised the decision. Emergencies chief Omar Nadir said so.", []string{"Omar Nadir: Emergencies chief | World Health Organization"}},
		{"the capital of the dateline", "LIMA (Reuters) - Foreign Minister Elena Rojas met the Chilean president, Jorge Salas, on Monday.", []string{"Elena Rojas: Foreign Minister | Peru", "Jorge Salas: president | Chile"}},
		{"who meets whom", "Interior Minister Ilze Liepa of Latvia received Estonia's interior minister, Jaan Tamm.", []string{"Ilze Liepa: Interior Minister | Latvia", "Jaan Tamm: interior minister | Estonia"}},
		{"a title that few countries have", "MANILA - Foreign Secretary Jose Cruz received the envoy. The United States and the Philippines signed.", []string{"Jose Cruz: Foreign Secretary | Philippines"}},
		{"where the sentence takes place", "Kenya and Malawi agreed. In Malawi, Finance Minister Joyce Phiri said so.", []string{"Joyce Phiri: Finance Minister | Malawi"}},
		{"counterparts with countries between", "Foreign Minister Elena Rojas of Peru met her counterparts from Chile, Jorge Salas; Bolivia, Pablo Arce; and Ecuador, Maria Paz.", []string{"Elena Rojas: Foreign Minister | Peru", "Jorge Salas: Foreign Minister | Chile", "Maria Paz: Foreign Minister | Ecuador", "Pablo Arce: Foreign Minister | Bolivia"}},
		{"a counterpart of a pronoun's person", "Prime Minister Jaan Tamm of Estonia arrived. Tamm met his Latvian counterpart Ilze Liepa.", []string{"Ilze Liepa: Prime Minister | Latvia", "Jaan Tamm: Prime Minister | Estonia"}},
		{"a rank between title and name", "Pakistan's army chief, General Asif Khan, met the envoy.", []string{"Asif Khan: army chief | Pakistan"}},
		{"a rank between a title and a name", "Pentagon press director Col. Paul Strand said so.", []string{"Paul Strand: press director | United States Department of Defense"}},
		{"the title that the name of the body follows", "The Commander Southern Command, Lt Gen Nasir Ali, inspected the site.", []string{"Nasir Ali: Commander | Southern Command"}},
		{"two titles in front, joined by a comma", "The union's mediator, former Chilean president Jorge Salas, is expected.", []string{"Jorge Salas: mediator", "Jorge Salas: president | Chile (former)"}},
		{"the other's title between commas", "Australian Treasurer Jim Cole, Britain's chancellor, Rachel Moss, and two aides met.", []string{"Jim Cole: Treasurer | Australia", "Rachel Moss: chancellor | United Kingdom"}},
		{"a plural behind two names", "Pat Doyle and Mary Cole, founders of Norvane Bank, left.", []string{"Mary Cole: founders | Norvane Bank", "Pat Doyle: founders | Norvane Bank"}},
		{"a number before a plural", "Two Peruvian ministers, Elena Rojas and Pablo Arce, resigned.", []string{"Elena Rojas: ministers | Peru", "Pablo Arce: ministers | Peru"}},
		{"countries in brackets", "Foreign ministers Jean Roy (France), Hans Keller (Germany) and Ana Silva (Portugal) met.", []string{"Ana Silva: Foreign ministers | Portugal", "Hans Keller: Foreign ministers | Germany", "Jean Roy: Foreign ministers | France"}},
		{"the body shared by two titles", "Laura Sims, president and CEO of Norvane Bank, said sales rose.", []string{"Laura Sims: CEO | Norvane Bank", "Laura Sims: president | Norvane Bank"}},
		{"two titles after is", "Mark Feldman is an American lawyer and chairman of the Norvane Foundation.", []string{"Mark Feldman: chairman | Norvane Foundation"}},
		{"a title with as", "Jorge Salas, as president of the European Council, persuaded them.", []string{"Jorge Salas: president | European Council"}},
		{"a predecessor", "Ana Torres replaced Luis Gil as head of the Bank of Spain.", []string{"Ana Torres: head | Bank of Spain", "Luis Gil: head | Bank of Spain (former)"}},
		{"an office that somebody is dismissed from", "The board sacked Mark Feldman as chief executive of Norvane Bank.", []string{"Mark Feldman: chief executive | Norvane Bank (former)"}},
		{"an employer that somebody joins", "Pat Doyle joined Barclays as head of trading.", []string{"Pat Doyle: head of trading | Barclays"}},
		{"an aide of an office holder", "Deputy Assistant to the President Paul Strand resigned.", []string{"Paul Strand: Deputy Assistant to the President"}},
		{"a style between title and name", "The Vatican's Secretary of State Cardinal Pietro Rossi spoke.", []string{"Pietro Rossi: Secretary of State | Holy See"}},
		{"two words of a title that look like a body", "Philippine Trade Secretary Jose Cruz spoke.", []string{"Jose Cruz: Trade Secretary | Philippines"}},
		{"a state of a country", "Barry Moss was sworn in as premier of the Australian state of New South Wales.", []string{"Barry Moss: premier | New South Wales"}},
		{"a head behind a remark on the body", "The head of the UN mission in the country, Leila Sarr, spoke.", []string{"Leila Sarr: head | United Nations"}},
		{"the adjective of the holder", "The federation suspended its Russian vice-president, Gennady Orlov.", []string{"Gennady Orlov: vice-president"}},
		{"a nationality is no body", "American singer Lena Brandt met British banker Paul Rice.", nil},
		{"a place in a row is no office", "Jaan Tamm, the first officer to be charged, left.", nil},
		{"a supposed aide holds no office", "Police arrested Paul Strand, an alleged adviser.", nil},
		{"a person spoken to after a fronted phrase", "At a lunch hosted by the prime minister, Ms. Moss said so.", nil},
		{"an under-secretary", "Pat Doyle, deputy under-secretary for infrastructure, spoke.", []string{"Pat Doyle: deputy under-secretary for infrastructure"}},
		{"an ex-president with an adjective", "The Beninese ex-president Thomas Yalou spoke.", []string{"Thomas Yalou: president | Benin (former)"}},
		{"a ministry in its capital", "A spokesman for the foreign ministry in Kabul, Omar Nadir, denied it.", []string{"Omar Nadir: spokesman | Afghanistan"}},
		{"a bank that is named before", "The Bank of Spain cut rates. Luis Gil, deputy governor of the bank, said so.", []string{"Luis Gil: deputy governor | Bank of Spain"}},
		{"a body of state without a name", "Anna Kalnina, a spokeswoman for the interior ministry, said Latvia had closed the road.", []string{"Anna Kalnina: spokeswoman | interior ministry (Latvia)"}},
		{"where somebody held office", "ACCRA (AP) - Ghana agreed. Guinea, where soldiers ousted president Musa Kante, refused.", []string{"Musa Kante: president | Guinea (former)"}},
		{"an owner before a closing quote", "\"Mali remains outside the African Union,\" its commission president, Jean Brou, said.", []string{"Jean Brou: commission president | African Union"}},
		{"a lawyer without a body", "The dialogue failed, said lawyer Clement Djim.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, n := read(t, c.text, "2020-11-10")
			if d := cmp.Diff(c.want, roles(n)); d != "" {
				t.Errorf("roles (-want +got):\n%s", d)
			}
		})
	}
}
