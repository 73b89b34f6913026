package news

import (
	"crypto/sha256"
	"encoding/hex"
	"time"
)

// Article is one text as published.
type Article struct {
	ID ID
	// URL is the canonical address, without tracking parameters; "" when there is none.
	URL string
	// SourceID is the name that the source or the caller gave to the article; "" when none.
	SourceID string
	Title    string
	// Text is what people read, in Unicode NFC or as it came: every offset counts its code points.
	Text string
	// Published is the day of publication in the source's own zone; zero when unknown.
	Published Date
	// PublishedAt is the moment of publication where the source gives one; else zero.
	PublishedAt time.Time
	// Modified is the moment of the last change that the source declares; zero when it declares none.
	Modified time.Time
	// Source is the name of the outlet that published it ("Al Jazeera"); "" when unknown.
	Source string
	// Language is a BCP 47 tag ("en"); "" until the extractor has looked.
	Language string
}

// Identify fills in ID from what identifies the article: its canonical URL;
// else its source and the source's own id; else title, date and text. Two
// texts under one identity are revisions of one article.
func (a *Article) Identify() {
	switch {
	case a.URL != "":
		a.ID = NewID("article", "url", a.URL)
	case a.SourceID != "":
		a.ID = NewID("article", "source", Fold(a.Source), a.SourceID)
	default:
		a.ID = NewID("article", "text", a.Title, a.Published.String(), a.Text)
	}
}

// TextHash returns the SHA-256 of title, publication and text in hex: equal
// hashes are the same revision.
func (a *Article) TextHash() string {
	h := sha256.New()
	for _, s := range []string{a.Title, a.Published.String(), a.Source, a.URL, a.Text} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Supersedes reports whether a is the revision in force when b is another
// one of the same article: the one with the greatest (modified, published,
// text hash), whichever came first.
func (a *Article) Supersedes(b *Article) bool {
	if c := a.Modified.Compare(b.Modified); c != 0 {
		return c > 0
	}
	if c := a.Published.Compare(b.Published); c != 0 {
		return c > 0
	}
	if c := a.PublishedAt.Compare(b.PublishedAt); c != 0 {
		return c > 0
	}
	return a.TextHash() > b.TextHash()
}

// EntityType tells the four kinds of entity apart.
type EntityType string

// The kinds of entity.
const (
	Person       EntityType = "person"
	Country      EntityType = "country"
	Organization EntityType = "organization"
	Place        EntityType = "place"
)

// Entity is somebody or something that articles speak of.
type Entity struct {
	ID   ID         `json:"id"`
	Type EntityType `json:"type"`
	// Name is the tables' name, else the fullest form that the articles use, without titles.
	Name string `json:"name"`
	// Aliases are further names, sorted.
	Aliases []string `json:"aliases,omitempty"`
	// Wikidata is the item's id ("Q7747"); "" when it is not known for certain.
	Wikidata string `json:"wikidata,omitempty"`
	// Code is a country's ISO 3166-1 alpha-2 code; "" for others.
	Code string `json:"code,omitempty"`
	// Country is the ISO code of the country where a place lies, if known.
	Country string `json:"country,omitempty"`
	// Local is true when the article alone identifies the entity (a bare surname that nothing resolves).
	Local bool `json:"local,omitempty"`
}

// MentionKind says how a mention speaks of its entity.
type MentionKind string

// The kinds of mention.
const (
	NameMention    MentionKind = "name"
	NominalMention MentionKind = "nominal"
	PronounMention MentionKind = "pronoun"
)

// Mention is a stretch of an article that speaks of an entity.
type Mention struct {
	Span
	Text string      `json:"text"`
	Kind MentionKind `json:"kind"`
}
