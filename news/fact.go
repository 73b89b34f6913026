package news

import (
	"cmp"
	"slices"
	"strconv"
)

// FactType tells the kinds of fact apart.
type FactType string

// The kinds of fact. A claim has the type of the fact that it speaks of.
const (
	Meeting   FactType = "meeting"
	Sanction  FactType = "sanction"
	Statement FactType = "statement"
	Agreement FactType = "agreement"
	Position  FactType = "position"
	Attack    FactType = "attack"
	Event     FactType = "event"
)

// FactTypes lists every kind of fact, in the order in which they are shown.
var FactTypes = []FactType{Meeting, Sanction, Statement, Agreement, Position, Attack, Event}

// Status says how far a fact is real, in the words of a claim.
type Status string

// The statuses. Which of them a type has, and what they amount to, Standing says.
const (
	Happened   Status = "happened"
	Ongoing    Status = "ongoing"
	Planned    Status = "planned"
	Possible   Status = "possible"
	CalledFor  Status = "called_for"
	Postponed  Status = "postponed"
	Cancelled  Status = "cancelled"
	Refused    Status = "refused"
	Imposed    Status = "imposed"
	InForce    Status = "in_force"
	Extended   Status = "extended"
	Eased      Status = "eased"
	Lifted     Status = "lifted"
	Violated   Status = "violated"
	Threatened Status = "threatened"
	Proposed   Status = "proposed"
	Made       Status = "made"
	Denied     Status = "denied"
	Signed     Status = "signed"
	Reached    Status = "reached"
	Ratified   Status = "ratified"
	Broken     Status = "broken"
	Withdrawn  Status = "withdrawn"
	Rejected   Status = "rejected"
	Held       Status = "held"
	Nominated  Status = "nominated"
	Claimed    Status = "claimed"
)

// Standing is what a status amounts to.
type Standing string

// The standings. Alleged: somebody says so and the article does not take it over.
const (
	Occurred    Standing = "occurred"
	Anticipated Standing = "anticipated"
	Alleged     Standing = "alleged"
	Negated     Standing = "negated"
)

// lifecycles holds, for each type, its statuses from the earliest stage to
// the furthest, grouped by standing.
var lifecycles = map[FactType]map[Standing][]Status{
	Meeting:   {Anticipated: {CalledFor, Possible, Planned, Postponed}, Occurred: {Ongoing, Happened}, Negated: {Refused, Cancelled}},
	Sanction:  {Anticipated: {CalledFor, Proposed, Threatened}, Occurred: {Imposed, InForce, Violated, Extended, Eased, Lifted}, Negated: {Refused}},
	Statement: {Occurred: {Made}, Negated: {Denied}},
	Agreement: {Anticipated: {Proposed, Planned}, Occurred: {Reached, Signed, Ratified, InForce, Broken, Withdrawn}, Negated: {Rejected}},
	Position:  {Anticipated: {Nominated}, Occurred: {Held}},
	Attack:    {Anticipated: {Threatened, Planned}, Occurred: {Ongoing, Happened}, Negated: {Denied, Cancelled}},
	Event:     {Anticipated: {CalledFor, Possible, Planned}, Occurred: {Ongoing, Happened}, Negated: {Refused, Denied, Cancelled}},
}

// StandingOf returns what status s amounts to for type t, and false when t
// has no such status. Every type has the status claimed.
func StandingOf(t FactType, s Status) (Standing, bool) {
	if s == Claimed {
		return Alleged, lifecycles[t] != nil
	}
	for standing, list := range lifecycles[t] {
		if slices.Contains(list, s) {
			return standing, true
		}
	}
	return "", false
}

// Statuses returns the statuses that type t may have with the given
// standing, from the earliest stage of the lifecycle to the furthest.
func Statuses(t FactType, standing Standing) []Status {
	if standing == Alleged {
		return []Status{Claimed}
	}
	return slices.Clone(lifecycles[t][standing])
}

// Role says what an entity is to a claim or fact. Its value is the type of
// the relationship from the entity to the fact.
type Role string

// The roles. A threatened sanction has an imposer too: roles are nouns.
const (
	Participant Role = "PARTICIPANT_IN"
	Venue       Role = "VENUE_OF"
	Imposer     Role = "IMPOSER_OF"
	Target      Role = "TARGET_OF"
	Speaker     Role = "SPEAKER_OF"
	Addressee   Role = "ADDRESSEE_OF"
	Subject     Role = "SUBJECT_OF"
	Party       Role = "PARTY_TO"
	Holder      Role = "HOLDER_OF"
	Body        Role = "BODY_OF"
	Attacker    Role = "ATTACKER_IN"
)

// Roles lists for each type the roles that its facts have, the core ones first.
var Roles = map[FactType][]Role{
	Meeting:   {Participant, Venue},
	Sanction:  {Imposer, Target},
	Statement: {Speaker, Addressee, Subject},
	Agreement: {Party},
	Position:  {Holder, Body},
	Attack:    {Attacker, Target, Venue},
	Event:     {Participant, Venue},
}

// Actor is an entity in a role.
type Actor struct {
	Role   Role `json:"role"`
	Entity ID   `json:"entity"`
	// For is the country or body in whose name a person in office acts; "" when unknown or when Entity acts for itself.
	For ID `json:"for,omitempty"`
}

// Details are the properties of claims and facts that are no entities. Each
// type uses some of them; the zero value of a field means that the text does
// not say.
type Details struct {
	Kind      string `json:"kind,omitempty"`      // Attack, Event: "election", "arrest", "bombing" ...
	Mode      string `json:"mode,omitempty"`      // Meeting: in_person, call, video
	Topic     string `json:"topic,omitempty"`     // Meeting: as the text puts it
	Count     int    `json:"count,omitempty"`     // Meeting, Event: how often, for repeated happenings; -1 is "several"
	Measure   string `json:"measure,omitempty"`   // Sanction: sanctions, tariff, embargo, asset_freeze, travel_ban, export_control, flight_ban, expulsion, aid_suspension, other
	Rate      string `json:"rate,omitempty"`      // Sanction: "25 per cent", as the text puts it
	Goods     string `json:"goods,omitempty"`     // Sanction: what it falls on
	Reason    string `json:"reason,omitempty"`    // Sanction: why, as the text puts it
	Condition string `json:"condition,omitempty"` // Sanction, Event: the clause it hangs on ("if ...", "unless ...")
	Text      string `json:"text,omitempty"`      // Statement: what is said, quote marks included
	Direct    bool   `json:"direct,omitempty"`    // Statement: some part is quoted
	Medium    string `json:"medium,omitempty"`    // Statement: "X", "reporters", "a statement", as the text puts it
	Act       string `json:"act,omitempty"`       // Statement: says, accuses, demands, threatens, rejects, supports, promises, denies, apologises
	Name      string `json:"name,omitempty"`      // Agreement: its name, as the text puts it
	Title     string `json:"title,omitempty"`     // Position: as printed, without article
	Former    bool   `json:"former,omitempty"`    // Position: no longer held
	Acting    bool   `json:"acting,omitempty"`    // Position: held for the time being
	Killed    *int   `json:"killed,omitempty"`    // Attack, Event: people
	Wounded   *int   `json:"wounded,omitempty"`   // Attack, Event: people
}

// Evidence is a stretch of the article that states a claim, with its words.
type Evidence struct {
	Span
	// Quote is the article's text from Start to End.
	Quote string `json:"quote"`
}

// Claim is what one article says at one or more places.
type Claim struct {
	ID      ID
	Article ID
	Type    FactType
	Status  Status
	// Actors are sorted by role, then entity, without doubles.
	Actors []Actor
	// Date is when it happens; unknown when the text ties no date to it.
	Date DateRange
	Details
	// Content is where a statement's words stand (a split quote has several spans); nil for other types.
	Content []Span
	// AttributedTo is who is quoted for it, outermost first; empty when the article says so itself.
	AttributedTo []ID
	// Trigger is the word or words that the claim was read from; with type, kind or measure, roles and status it makes the claim's id.
	Trigger Span
	// Evidence holds at least one span: the sentences that state it, in text order.
	Evidence []Evidence
	// Confidence is the probability, 0 to 1, that a careful reader agrees.
	Confidence float64
	// Published is the article's day of publication.
	Published Date
	// Origin groups articles that copy one text: the hash of the text's words. Copies of one wire story count once.
	Origin string
}

// Identify fills in the claim's id from article, type, kind, measure, title,
// status, actors, day, count and trigger. Actors must be sorted.
func (c *Claim) Identify() {
	parts := []string{
		string(c.Article), string(c.Type), c.Kind, c.Measure, string(c.Status),
		strconv.Itoa(c.Trigger.Start), strconv.Itoa(c.Trigger.End), c.Title,
		c.Date.From.String(), c.Date.To.String(), strconv.Itoa(c.Count),
	}
	for _, a := range c.Actors {
		parts = append(parts, string(a.Role), string(a.Entity))
	}
	c.ID = NewID("claim", parts...)
}

// Standing returns what the claim's status amounts to.
func (c *Claim) Standing() Standing {
	s, _ := StandingOf(c.Type, c.Status)
	return s
}

// In returns the entities in the given role, in the claim's order.
func (c *Claim) In(r Role) []ID { return entitiesIn(c.Actors, r) }

// Fact is what one or more claims speak of. It is derived from them and
// holds nothing else.
type Fact struct {
	ID ID
	// Key says what makes the claims speak of the same thing; ID is made of it.
	Key      string
	Type     FactType
	Status   Status
	Standing Standing
	// Actors are sorted by role, then entity, without doubles.
	Actors []Actor
	Date   DateRange
	Details
	// InForce is, for a sanction, "true", "false" or "unknown"; "" for other types.
	InForce       string
	FirstReported Date
	LastReported  Date
	// Articles counts the articles with a claim of it, Origins the independent texts among them.
	Articles   int
	Origins    int
	Confidence float64
	// Contested is true when claims of one stage exclude each other.
	Contested bool
	// Claims are the ids of the claims that support it, sorted.
	Claims []ID
}

// In returns the entities in the given role, in the fact's order.
func (f *Fact) In(r Role) []ID { return entitiesIn(f.Actors, r) }

func entitiesIn(actors []Actor, r Role) []ID {
	var out []ID
	for _, a := range actors {
		if a.Role == r {
			out = append(out, a.Entity)
		}
	}
	return out
}

// SortActors sorts actors by role and entity and drops doubles, in place.
func SortActors(actors []Actor) []Actor {
	slices.SortFunc(actors, func(a, b Actor) int {
		if a.Role != b.Role {
			return cmp.Compare(a.Role, b.Role)
		}
		return cmp.Compare(a.Entity, b.Entity)
	})
	return slices.Compact(actors)
}

// Ruling is a person's decision about identity or a claim, kept and undoable.
type Ruling struct {
	ID ID
	// Kind is merge, split, distinct, rename or retract.
	Kind string
	// Subjects are the ids that it speaks of.
	Subjects []ID
	// Name is the new name of a rename.
	Name string
}
