package ingest_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/news"
)

// reads is an extractor in the form of a function.
type reads func(*news.Article) news.Extraction

func (f reads) Article(a *news.Article) news.Extraction { return f(a) }

func TestExtractEnds(t *testing.T) {
	article := &news.Article{ID: "a", Text: "Talks ended."}
	t.Run("with what the extractor finds", func(t *testing.T) {
		x := reads(func(a *news.Article) news.Extraction { return news.Extraction{Article: a.ID} })
		found, err := ingest.Extract(t.Context(), x, article)
		if err != nil || found.Article != article.ID {
			t.Errorf("got %v, %v", found, err)
		}
	})
	t.Run("with an error when the extractor panics", func(t *testing.T) {
		x := reads(func(*news.Article) news.Extraction { panic("no such token") })
		_, err := ingest.Extract(t.Context(), x, article)
		if news.CodeOf(err) != news.Internal || strings.Contains(err.Error(), "token") {
			t.Errorf("got %v, want an internal error that keeps the cause to itself", err)
		}
		if cause := errors.Unwrap(err); cause == nil || !strings.Contains(cause.Error(), "no such token") {
			t.Errorf("the cause is %v, want it to name the panic", cause)
		}
	})
	t.Run("when the caller stops", func(t *testing.T) {
		end := make(chan bool)
		defer close(end)
		ctx, stop := context.WithCancel(t.Context())
		x := reads(func(*news.Article) news.Extraction { stop(); <-end; return news.Extraction{} })
		if _, err := ingest.Extract(ctx, x, article); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, want %v", err, context.Canceled)
		}
	})
	t.Run("when the extractor does not", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			end := make(chan bool)
			defer close(end)
			x := reads(func(*news.Article) news.Extraction { <-end; return news.Extraction{} })
			start := time.Now()
			_, err := ingest.Extract(t.Context(), x, article)
			if news.CodeOf(err) != news.Internal {
				t.Errorf("got %v, want an internal error", err)
			}
			if took := time.Since(start); took < time.Minute || took > 2*time.Minute {
				t.Errorf("gave up after %v, want about a minute", took)
			}
		})
	})
}
