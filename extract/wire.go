package extract

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/newsgraph/newsgraph/news"
)

// wireDate is a stretch of days; an open end is null.
type wireDate struct {
	From *string `json:"from"`
	To   *string `json:"to"`
}

// wireFact is what every fact has. Types add their slots beside it.
type wireFact struct {
	Type       news.FactType `json:"type"`
	Status     news.Status   `json:"status"`
	Date       *wireDate     `json:"date"`
	Attributed []news.ID     `json:"attributed_to"`
	Confidence float64       `json:"confidence"`
	Evidence   []news.Span   `json:"evidence"`
}

type wireMeeting struct {
	wireFact
	Participants []news.ID `json:"participants"`
	Place        *news.ID  `json:"place"`
	Mode         *string   `json:"mode"`
	Count        *int      `json:"count"`
}

type wireSanction struct {
	wireFact
	Imposers  []news.ID `json:"imposers"`
	Targets   []news.ID `json:"targets"`
	Measure   string    `json:"measure"`
	Rate      *string   `json:"rate"`
	Goods     *string   `json:"goods"`
	Reason    *string   `json:"reason"`
	Condition *string   `json:"condition"`
}

type wireAgreement struct {
	wireFact
	Parties []news.ID `json:"parties"`
	Name    *string   `json:"name"`
}

type wirePosition struct {
	wireFact
	Person news.ID  `json:"person"`
	Title  string   `json:"title"`
	Of     *news.ID `json:"of"`
	Former bool     `json:"former"`
	Acting bool     `json:"acting"`
}

type wireStatement struct {
	wireFact
	Speaker news.ID     `json:"speaker"`
	Direct  bool        `json:"direct"`
	Content *news.Span  `json:"content"`
	More    []news.Span `json:"content_more,omitempty"`
	To      *news.ID    `json:"to"`
	Subject []news.ID   `json:"subject"`
	Act     *string     `json:"act"`
	Medium  *string     `json:"medium"`
}

type wireAttack struct {
	wireFact
	Kind      *string   `json:"kind"`
	Attackers []news.ID `json:"attackers"`
	Targets   []news.ID `json:"targets"`
	Place     *news.ID  `json:"place"`
	Killed    *int      `json:"killed"`
	Wounded   *int      `json:"wounded"`
}

type wireEvent struct {
	wireFact
	Kind         string    `json:"kind"`
	Participants []news.ID `json:"participants"`
	Place        *news.ID  `json:"place"`
}

type wireEntity struct {
	ID       news.ID         `json:"id"`
	Type     news.EntityType `json:"type"`
	Name     string          `json:"name"`
	Wikidata *string         `json:"wikidata"`
	Mentions []news.Mention  `json:"mentions"`
}

type wireExtraction struct {
	ID           string             `json:"id"`
	Language     string             `json:"language"`
	Entities     []wireEntity       `json:"entities"`
	Facts        []any              `json:"facts"`
	Timexes      []news.Timex       `json:"timexes"`
	Attributions []news.Attribution `json:"attributions"`
}

// EncodeExtraction writes one line of the output format, without a line
// break, with the given id echoed. Empty lists are written as such.
func EncodeExtraction(id string, e news.Extraction) ([]byte, error) {
	out := wireExtraction{
		ID: id, Language: e.Language, Entities: []wireEntity{}, Facts: []any{},
		Timexes: orEmpty(e.Timexes), Attributions: orEmpty(e.Reported),
	}
	for i := range out.Attributions {
		a := &out.Attributions[i]
		a.Source, a.Cue, a.Content = orEmpty(a.Source), orEmpty(a.Cue), orEmpty(a.Content)
	}
	for _, m := range e.Entities {
		out.Entities = append(out.Entities, wireEntity{ID: m.ID, Type: m.Type, Name: m.Name, Wikidata: orNull(m.Wikidata), Mentions: orEmpty(m.Mentions)})
	}
	for i := range e.Claims {
		out.Facts = append(out.Facts, wire(&e.Claims[i]))
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		return nil, fmt.Errorf("encode the extraction of article %s: %w", id, err)
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// wire returns the fact that a claim states, in the shape of its type.
func wire(c *news.Claim) any {
	f := wireFact{Type: c.Type, Status: c.Status, Attributed: orEmpty(c.AttributedTo), Confidence: c.Confidence, Evidence: []news.Span{}}
	for _, e := range c.Evidence {
		f.Evidence = append(f.Evidence, e.Span)
	}
	if !c.Date.IsZero() {
		f.Date = &wireDate{From: orNull(c.Date.From.String()), To: orNull(c.Date.To.String())}
	}
	in := func(r news.Role) []news.ID { return orEmpty(c.In(r)) }
	one := func(r news.Role) *news.ID {
		if ids := c.In(r); len(ids) > 0 {
			return &ids[0]
		}
		return nil
	}
	switch c.Type {
	case news.Meeting:
		return wireMeeting{wireFact: f, Participants: in(news.Participant), Place: one(news.Venue), Mode: orNull(c.Mode), Count: orNull(c.Count)}
	case news.Sanction:
		return wireSanction{
			wireFact: f, Imposers: in(news.Imposer), Targets: in(news.Target), Measure: c.Measure, Rate: orNull(c.Rate),
			Goods: orNull(c.Goods), Reason: orNull(c.Reason), Condition: orNull(c.Condition),
		}
	case news.Agreement:
		return wireAgreement{wireFact: f, Parties: in(news.Party), Name: orNull(c.Name)}
	case news.Position:
		w := wirePosition{wireFact: f, Title: c.Title, Of: one(news.Body), Former: c.Former, Acting: c.Acting}
		if p := one(news.Holder); p != nil {
			w.Person = *p
		}
		return w
	case news.Statement:
		w := wireStatement{wireFact: f, Direct: c.Direct, To: one(news.Addressee), Subject: in(news.Subject), Act: orNull(c.Act), Medium: orNull(c.Medium)}
		if p := one(news.Speaker); p != nil {
			w.Speaker = *p
		}
		if len(c.Content) > 0 {
			w.Content, w.More = &c.Content[0], c.Content[1:]
		}
		return w
	case news.Attack:
		return wireAttack{
			wireFact: f, Kind: orNull(c.Kind), Attackers: in(news.Attacker), Targets: in(news.Target), Place: one(news.Venue),
			Killed: c.Killed, Wounded: c.Wounded,
		}
	default:
		return wireEvent{wireFact: f, Kind: c.Kind, Participants: in(news.Participant), Place: one(news.Venue)}
	}
}

// orEmpty returns a list that JSON writes as [] and not as null.
func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// orNull returns nil for the zero value, which JSON writes as null.
func orNull[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}
