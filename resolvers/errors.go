package resolvers

import (
	"context"
	"errors"
	"log/slog"
	"runtime/debug"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/newsgraph/newsgraph/news"
)

// This file alone says what clients see of errors: the sentence and code of a
// news.Error, what the schema has against a query, and for everything else
// one sentence that gives nothing away. The cause goes to the log, under the
// request's id.

const internalMessage = "Something went wrong on our side. Try again; if it stays, report the requestId."

type requestKey struct{}

type request struct {
	id  string
	log *slog.Logger
}

// WithRequest returns a context for a request with this id, whose errors go to log.
func WithRequest(ctx context.Context, id string, log *slog.Logger) context.Context {
	return context.WithValue(ctx, requestKey{}, request{id, log})
}

// RequestID returns the id of the request that ctx belongs to, and "" outside of one.
func RequestID(ctx context.Context) string {
	r, _ := ctx.Value(requestKey{}).(request)
	return r.id
}

func logger(ctx context.Context) *slog.Logger {
	if r, ok := ctx.Value(requestKey{}).(request); ok && r.log != nil {
		return r.log.With("request", r.id)
	}
	return slog.Default()
}

func logInternal(ctx context.Context, err error) {
	var path string
	if graphql.GetFieldContext(ctx) != nil {
		path = graphql.GetPath(ctx).String()
	}
	logger(ctx).ErrorContext(ctx, "request failed", "error", err, "path", path)
}

// Present turns err into what the client of a GraphQL request sees.
func Present(ctx context.Context, err error) *gqlerror.Error {
	out := &gqlerror.Error{}
	var located *gqlerror.Error
	if errors.As(err, &located) {
		out.Path, out.Locations = located.Path, located.Locations
	}
	if out.Path == nil && graphql.GetFieldContext(ctx) != nil {
		out.Path = graphql.GetPath(ctx)
	}
	code := news.Internal
	out.Message = internalMessage
	var known *news.Error
	switch {
	case errors.As(err, &known):
		code = known.Code
		if code != news.Internal {
			out.Message = known.Msg
		}
		if code == news.Internal || known.Err != nil {
			logInternal(ctx, err)
		}
	case errors.Is(err, context.DeadlineExceeded):
		code, out.Message = news.Timeout, "The answer took too long: ask for less at once, or try again."
	case errors.Is(err, context.Canceled):
		code, out.Message = news.Unavailable, "The request was cancelled before it was answered."
	case located != nil && aboutQuery(located):
		// What the schema has that the client didn't ask for is nobody's hint.
		code = news.BadInput
		out.Message, _, _ = strings.Cut(located.Message, " Did you mean ")
	default:
		logInternal(ctx, err)
	}
	out.Extensions = map[string]any{"code": string(code)}
	if id := RequestID(ctx); id != "" {
		out.Extensions["requestId"] = id
	}
	return out
}

// aboutQuery reports whether err is what the parser, the validation or the
// transport of GraphQL has against a query: such errors have no cause of ours.
func aboutQuery(err *gqlerror.Error) bool {
	switch code := err.Extensions["code"]; code {
	case errcode.ParseFailed, errcode.ValidationFailed:
		return true
	}
	return err.Err == nil && len(err.Path) == 0 && err.Extensions == nil
}

// Recover turns a panic into an error for the log. Clients see that something
// went wrong, and no more.
func Recover(ctx context.Context, v any) error {
	logger(ctx).ErrorContext(ctx, "panic", "value", v, "stack", string(debug.Stack()))
	return &news.Error{Code: news.Internal, Msg: internalMessage}
}
