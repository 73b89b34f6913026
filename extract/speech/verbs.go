package speech

import "strings"

// frame says what can be the content of a verb of saying.
type frame uint16

const (
	clause  frame = 1 << iota // s: "said that ...", a quote
	object                    // o: "announced a plan"
	toDo                      // i: "vowed to fight"
	asking                    // p: "urged allies to act"
	forIt                     // f: "called for a ceasefire"
	asIt                      // a: "described it as a trap"
	naming                    // n: "called it a trap"
	whole                     // v: the verb belongs to it: "condemned the attack"
	gerund                    // g: "suggested holding talks"
	about                     // m: "warned of war", "spoke of losses"
	reports                   // r: what news outlets do
	quoted                    // q: a quote and nothing else: "shrugged"
	deeds                     // w: "threatened an attack"
)

var frameLetters = map[rune]frame{'s': clause, 'o': object, 'i': toDo, 'p': asking, 'f': forIt, 'a': asIt, 'n': naming, 'v': whole, 'g': gerund, 'm': about, 'r': reports, 'q': quoted, 'w': deeds}

// saying is what the table holds for a verb: its class of act and its frames.
type saying struct {
	act    string
	frames frame
}

// verbTable lists the verbs of saying by class of act and frames.
const verbTable = `
says s    say state remark observe comment explain argue contend reply respond add continue quip joke muse opine intone exclaim shout whisper recount recall reason reckon
says s    assert maintain declare affirm elaborate conclude confess caution signal hint imply indicate testify agree interject counter retort proclaim profess attest opine posit theorise theorize surmise
says so   reaffirm reiterate repeat clarify acknowledge concede reveal disclose note
says sg   acknowledge concede admit recall mention confess report
says s    admit
says q    answer proceed begin start shrug laugh smile sigh snap fume thunder gush cry scoff sneer bark roar yell scream groan grumble gripe vent rant plead marvel recollect fret grin nod quip jibe declaim interrupt enthuse lament beam sob stammer mutter mumble murmur warble riff crow chuckle summarise summarize sum_up go_on carry_on fire_back hit_back shoot_back push_back snap_back call_out cry_out read_out blurt_out
says s    write tweet retweet post blog email text message quote chant
says so   estimate predict forecast announce confirm allege claim emphasise emphasize stress underline underscore highlight mention outline
says sor  report
says sp   tell inform notify assure remind advise brief instruct
says sm   argue insist speak talk complain boast lament speculate joke muse testify rail caution gripe grumble brag agonise agonize
says sgom suggest propose recommend
says smp  warn inform notify assure remind
says sv   question
says s    ask wonder inquire
says s    find determine rule
says o    cite detail convey voice
says o    unveil
says so   declare
says ag   describe characterise characterize depict portray regard
says n    call dub label term deem
says an   name brand
says s    point_out make_clear spell_out chime_in put_it
says o    lay_out set_out
accuses v hit_out lash_out call_out speak_out
says sv   express
says v    credit
says ao   dismiss
says v    justify defend compare liken equate
accuses v accuse blame condemn denounce criticise criticize slam decry deplore lambast lambaste berate rebuke chide castigate assail blast censure ridicule mock taunt bash excoriate pillory vilify scold admonish reprimand upbraid disparage deride belittle lampoon
accuses a  attack
accuses s charge
demands sp  order urge ask request beg implore instruct direct command advise press exhort beseech challenge encourage
demands sopi demand
demands f   call appeal push plead
demands p   invite
demands po  request
threatens is threaten
threatens w threaten
rejects v   reject rebuff repudiate oppose
rejects og  rule_out turn_down brush_off brush_aside shrug_off wave_off
rejects sv  protest object
supports v  welcome praise hail applaud commend laud congratulate thank salute endorse second
promises is  vow swear guarantee
promises iso promise pledge
denies sgo  deny refute rebut dispute
apologises v apologise apologize
says v      attribute
says i      claim profess purport propose
promises i  offer
`

var verbs = makeVerbs()

func makeVerbs() map[string]saying {
	m := map[string]saying{}
	for line := range strings.SplitSeq(verbTable, "\n") {
		w := strings.Fields(line)
		if len(w) < 3 {
			continue
		}
		var fr frame
		for _, r := range w[1] {
			fr |= frameLetters[r]
		}
		for _, v := range w[2:] {
			s := m[v]
			if s.act == "" {
				s.act = w[0]
			}
			s.frames |= fr
			m[v] = s
		}
	}
	return m
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// documents are nouns that speak for whoever made them: "the order stated".
var documents = set("statement order letter report document resolution decree tweet post message memo memorandum communique communiqué release announcement declaration note email " +
	"text bulletin notice advisory speech article blog filing lawsuit indictment ruling judgment verdict study survey poll review paper video message transcript submission petition alert warning account remark comment interview press schedule data figure poll polling website account page site estimate record app agenda manifesto constitution treaty bill law motion complaint affidavit autopsy")

// mouthpieces are nouns for people who speak for a body and have no name here.
var mouthpieces = set("spokesman spokeswoman spokesperson spokespeople spokesmen official officials source sources government ministry officer officers representative representatives authority authorities minister ministers " +
	"diplomat diplomats aide aides administration office department army military police command force forces embassy delegation envoy ambassador lawyer lawyers state media agency parliament regime leadership leaders leader troops police prosecutor prosecutors junta colonel lieutenant captain sergeant commander commanders president premier chancellor king queen emperor monarch general attorney")

// media are nouns for where things are said.
var media = set("statement interview tweet post letter conference briefing speech address twitter facebook instagram telegram x media television tv radio youtube email message release broadcast report filing " +
	"reporters journalists press thread podcast social livestream whatsapp tiktok weibo newspaper newscast truth")

// halting are verbs whose infinitive was not done: "declined to comment".
var halting = set("decline refuse fail plan expect want hope intend wait need schedule set prepare hesitate neglect due try attempt seek like love wish forget have be ready able likely unable unwilling reluctant")

// undone are the auxiliaries with which nothing has been said.
var undone = set("will would could may might should can must shall 'll wo ca 'd")
