package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/resolvers"
)

const (
	// maxTokens is how many tokens a query may have. Validation compares
	// fields in pairs, so its time grows faster than the query.
	maxTokens = 3000
	// maxQuery is the greatest length of a query in bytes.
	maxQuery = 64 << 10
	// maxMessage is the greatest WebSocket message in bytes.
	maxMessage = 128 << 10
	// maxPerSocket is how many operations run at the same time on one WebSocket.
	maxPerSocket = 20
	// ping is how often an idle stream shows that it is alive.
	ping = 15 * time.Second
)

// graphql returns the handler of /graphql.
func (s *Server) graphql() http.Handler {
	h := handler.New(s.config.Schema)
	limit := int64(maxMessage)
	h.AddTransport(transport.Websocket{
		InitTimeout:      10 * time.Second,
		PingPongInterval: ping,
		PayloadReadLimit: &limit,
		InitFunc:         s.greet,
	})
	h.AddTransport(sse{})
	h.AddTransport(transport.GET{})
	h.AddTransport(transport.POST{})
	h.SetQueryCache(lru.New[*ast.QueryDocument](500))
	h.SetParserTokenLimit(maxTokens)
	h.SetDisableSuggestion(true)
	h.SetErrorPresenter(resolvers.Present)
	h.SetRecoverFunc(resolvers.Recover)
	h.Use(extension.Introspection{})
	h.Use(costLimit{})
	h.AroundOperations(s.bounded)
	return s.checked(h)
}

// greet takes the token from the first message of a WebSocket.
func (s *Server) greet(ctx context.Context, payload transport.InitPayload) (context.Context, *transport.InitPayload, error) {
	if !authorizedSocket(ctx) && !s.allowed(payload.Authorization()) {
		return ctx, nil, errToken
	}
	return context.WithValue(ctx, socketKey{}, &socket{authorized: true}), nil, nil
}

type socketKey struct{}

// socket is a WebSocket under way.
type socket struct {
	authorized bool
	operations atomic.Int32
}

func authorizedSocket(ctx context.Context) bool {
	c, ok := ctx.Value(socketKey{}).(*socket)
	return ok && c.authorized
}

// checked refuses requests that are no GraphQL requests before gqlgen, whose
// own words on them repeat the request, sees them.
func (s *Server) checked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if upgrades(r) || streams(r) {
			ctx, cancel := context.WithCancel(r.Context())
			defer cancel()
			defer context.AfterFunc(s.closing, cancel)() //nolint:contextcheck // the server's end, beside the request's
			if s.allowed(r.Header.Get("Authorization")) {
				ctx = context.WithValue(ctx, socketKey{}, &socket{authorized: true})
			}
			r = r.WithContext(ctx)
		}
		if upgrades(r) {
			next.ServeHTTP(w, r)
			return
		}
		var status int
		var err error
		switch r.Method {
		case http.MethodGet:
			status, err = checkGet(r)
		case http.MethodPost:
			status, err = s.checkPost(w, r)
		default:
			w.Header().Set("Allow", "GET, POST")
			status, err = http.StatusMethodNotAllowed, news.Errorf(news.BadInput, "GraphQL goes over GET and POST.")
		}
		if err != nil {
			refuse(w, r, status, err)
			return
		}
		next.ServeHTTP(&answer{ResponseWriter: w}, r)
	})
}

func checkGet(r *http.Request) (int, error) {
	query := r.URL.Query()
	if query.Get("query") == "" {
		return http.StatusBadRequest, news.Errorf(news.BadInput, "The request has no query: send it as ?query=..., or as JSON with POST.")
	}
	for _, name := range []string{"variables", "extensions"} {
		if text := query.Get(name); text != "" {
			var object map[string]any
			if json.Unmarshal([]byte(text), &object) != nil {
				return http.StatusBadRequest, news.Errorf(news.BadInput, "%s must be a JSON object.", name)
			}
		}
	}
	return http.StatusOK, nil
}

func (s *Server) checkPost(w http.ResponseWriter, r *http.Request) (int, error) {
	if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != "application/json" {
		return http.StatusUnsupportedMediaType, news.Errorf(news.BadInput, "Send the request as JSON with the header Content-Type: application/json.")
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, s.config.MaxBody))
	if err != nil {
		if tooLong := (*http.MaxBytesError)(nil); errors.As(err, &tooLong) {
			return http.StatusRequestEntityTooLarge, news.Errorf(news.BadInput, "The request is longer than %d bytes: send less at once.", s.config.MaxBody)
		}
		return http.StatusBadRequest, news.Errorf(news.BadInput, "The request ended early: send it again.")
	}
	var request struct {
		Query         *string        `json:"query"`
		OperationName *string        `json:"operationName"`
		Variables     map[string]any `json:"variables"`
		Extensions    map[string]any `json:"extensions"`
	}
	switch err := json.Unmarshal(body, &request); {
	case bytes.HasPrefix(bytes.TrimLeft(body, " \t\r\n"), []byte("[")):
		return http.StatusBadRequest, news.Errorf(news.BadInput, "One request holds one operation: send a JSON object, not a list.")
	case err != nil:
		return http.StatusBadRequest, news.Errorf(news.BadInput, `The request is no GraphQL request: send JSON like {"query": "...", "variables": {...}}.`)
	case request.Query == nil || *request.Query == "":
		return http.StatusBadRequest, news.Errorf(news.BadInput, `The request has no query: send JSON like {"query": "...", "variables": {...}}.`)
	case len(*request.Query) > maxQuery:
		return http.StatusRequestEntityTooLarge, news.Errorf(news.BadInput, "The query is longer than %d bytes: put what is long in variables, or ask for less at once.", maxQuery)
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	return http.StatusOK, nil
}

// bounded runs an operation within the server's limits and counts it.
func (s *Server) bounded(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx).Operation.Operation
	gate := s.metrics.operations
	greatest := s.config.MaxOperations
	if op == ast.Subscription {
		gate, greatest = s.metrics.streams, s.config.MaxStreams
	}
	leave, ok := gate.enter(greatest)
	if !ok {
		return graphql.OneShot(failed(ctx, news.Errorf(news.RateLimited, "The server has too much to do: try again in a moment.")))
	}
	if c, _ := ctx.Value(socketKey{}).(*socket); c != nil {
		if c.operations.Add(1) > maxPerSocket {
			c.operations.Add(-1)
			leave()
			return graphql.OneShot(failed(ctx, news.Errorf(news.RateLimited, "One connection has at most %d operations at the same time: end some, or open another connection.", maxPerSocket)))
		}
		release := leave
		leave = func() { c.operations.Add(-1); release() }
	}
	if op == ast.Subscription {
		context.AfterFunc(ctx, leave)
		return next(ctx)
	}
	start := time.Now()
	ctx, meter := resolvers.WithMeter(ctx)
	ctx, cancel := context.WithTimeout(ctx, s.config.Timeout)
	inner := next(ctx)
	return func(rctx context.Context) *graphql.Response {
		defer leave()
		defer cancel()
		resp := inner(rctx)
		s.metrics.operation(string(op), resp, time.Since(start), meter())
		return resp
	}
}

func failed(ctx context.Context, err error) *graphql.Response {
	resp := &graphql.Response{}
	resp.Errors = append(resp.Errors, resolvers.Present(ctx, err))
	return resp
}

// answer gives invalid queries the status 200 where the answer is
// application/json: that is what the GraphQL-over-HTTP draft asks for, since
// older clients take every other status for a failure of the transport.
type answer struct{ http.ResponseWriter }

// WriteHeader sends the status.
func (a *answer) WriteHeader(status int) {
	if status == http.StatusUnprocessableEntity && strings.HasPrefix(a.Header().Get("Content-Type"), "application/json") {
		status = http.StatusOK
	}
	a.ResponseWriter.WriteHeader(status)
}

// Unwrap returns the writer beneath, for http.ResponseController.
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }
