package schema

import (
	"time"

	"github.com/newsgraph/newsgraph/news"
)

// Article is one text as published. Its Text is loaded only when a query
// asks for it.
type Article struct {
	news.Article
	// Recorded is when this database came to hold it.
	Recorded time.Time
	// Group holds the articles that were loaded together with this one.
	Group *Group[*Article]
}

// IsNode marks what an id names.
func (*Article) IsNode() {}

// IsSearchResult marks what a search may find.
func (*Article) IsSearchResult() {}

// URL returns the canonical address, and nil when there is none.
func (a *Article) URL() *string { return text(a.Article.URL) }

// Source returns the outlet's name, and nil when it is unknown.
func (a *Article) Source() *string { return text(a.Article.Source) }

// Language returns the BCP 47 tag, and nil when it is unknown.
func (a *Article) Language() *string { return text(a.Article.Language) }

// Claim is what one article says at one or more places.
type Claim struct {
	news.Claim
	// Supports is the fact that it supports; "" while none is derived from it.
	Supports news.ID
	// Group holds the claims that were loaded together with this one.
	Group *Group[*Claim]
}

// IsNode marks what an id names.
func (*Claim) IsNode() {}

// Date returns when it happens, and nil when that is unknown.
func (c *Claim) Date() *news.DateRange { return dateRange(c.Claim.Date) }
