package ingest

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"

	"github.com/newsgraph/newsgraph/news"
)

// Extractor reads what an article says. extract.Extractor is one.
type Extractor interface {
	Article(*news.Article) news.Extraction
}

// The time that an article may take: a hundred times what it takes on a
// slow machine, so that only a rule that never ends meets it.
const (
	patienceArticle = time.Minute
	patienceByte    = 100 * time.Microsecond
)

// Extract reads one article. A mistake in the extractor's rules is an Internal
// error that costs this article and no other: it may fail, or not come to an
// end. Extract returns as soon as ctx is done; what then still reads is left
// behind, and ends with the process.
func Extract(ctx context.Context, x Extractor, a *news.Article) (news.Extraction, error) {
	limit := patienceArticle + time.Duration(len(a.Text))*patienceByte
	bounded, cancel := context.WithTimeoutCause(ctx, limit, errEndless)
	defer cancel()
	type outcome struct {
		found news.Extraction
		err   error
	}
	done := make(chan outcome, 1)
	copied := *a // what is left behind must not see the caller's changes
	go func() {
		found, err := guarded(x, &copied)
		done <- outcome{found, err}
	}()
	select {
	case out := <-done:
		return out.found, out.err
	case <-bounded.Done():
		if err := ctx.Err(); err != nil {
			return news.Extraction{}, err
		}
		return news.Extraction{}, mistaken(fmt.Errorf("extract: no end after %v: %w", limit, context.Cause(bounded)))
	}
}

var errEndless = errors.New("the rules do not come to an end")

// guarded turns a panic into an error.
func guarded(x Extractor, a *news.Article) (found news.Extraction, err error) {
	defer func() {
		if r := recover(); r != nil {
			stack := make([]byte, 8<<10)
			stack = stack[:runtime.Stack(stack, false)]
			err = mistaken(fmt.Errorf("extract: %v\n%s", r, stack))
		}
	}()
	return x.Article(a), nil
}

func mistaken(cause error) error {
	return &news.Error{
		Code: news.Internal, Err: cause,
		Msg: "The extractor failed on this article: that is a mistake in Newsgraph, please report it with the article.",
	}
}
