package server

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// sse answers over server-sent events as the "distinct connections mode" of
// https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md has it:
// an event "next" for each result, then "complete" with empty data, which
// browsers would drop without its data line.
type sse struct{}

// streams reports whether the request asks for server-sent events.
func streams(r *http.Request) bool {
	return strings.Contains(r.Header.Get("Accept"), "text/event-stream")
}

// Supports reports whether the request asks for server-sent events.
func (sse) Supports(r *http.Request) bool {
	return streams(r) && (r.Method == http.MethodGet || r.Method == http.MethodPost)
}

// Do answers the request.
func (sse) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	ctx := r.Context()
	params := &graphql.RawParams{Headers: r.Header}
	params.ReadTime.Start = graphql.Now()
	if err := readParams(r, params); err != nil {
		writeStatus(w, http.StatusBadRequest, exec.DispatchError(ctx, gqlerror.List{gqlerror.WrapIfUnwrapped(err)}))
		return
	}
	params.ReadTime.End = graphql.Now()
	op, errs := exec.CreateOperationContext(ctx, params)
	ctx = graphql.WithOperationContext(ctx, op)
	if errs != nil {
		writeStatus(w, http.StatusBadRequest, exec.DispatchError(ctx, errs))
		return
	}
	if r.Method == http.MethodGet && op.Operation.Operation == ast.Mutation {
		w.Header().Set("Allow", "POST")
		writeStatus(w, http.StatusMethodNotAllowed, exec.DispatchError(ctx, gqlerror.List{gqlerror.Errorf("Mutations go over POST.")}))
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-cache")
	h.Set("X-Accel-Buffering", "no")
	w.WriteHeader(http.StatusOK)
	out := &events{w: w, control: http.NewResponseController(w)}
	if !out.send(": hello\n\n") {
		return
	}
	out.follow(ctx, exec, op)
}

func readParams(r *http.Request, params *graphql.RawParams) error {
	if r.Method == http.MethodPost {
		d := json.NewDecoder(r.Body)
		d.UseNumber()
		return d.Decode(params)
	}
	query := r.URL.Query()
	params.Query, params.OperationName = query.Get("query"), query.Get("operationName")
	if text := query.Get("variables"); text != "" {
		d := json.NewDecoder(strings.NewReader(text))
		d.UseNumber()
		return d.Decode(&params.Variables)
	}
	return nil
}

func writeStatus(w http.ResponseWriter, status int, resp *graphql.Response) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(resp)
}

// events writes a stream of events. One goroutine alone writes to it.
type events struct {
	w       http.ResponseWriter
	control *http.ResponseController
}

// send writes text at once; it returns false when the client is gone.
func (e *events) send(text string) bool {
	if _, err := e.w.Write([]byte(text)); err != nil {
		return false
	}
	return e.control.Flush() == nil
}

// follow writes results until there are no more or the client is gone.
func (e *events) follow(ctx context.Context, exec graphql.GraphExecutor, op *graphql.OperationContext) {
	ctx, cancel := context.WithCancel(ctx)
	results := make(chan *graphql.Response)
	go func() {
		defer close(results)
		next, inner := exec.DispatchOperation(ctx, op)
		for {
			resp := next(inner)
			if resp == nil {
				return
			}
			// inner may have ended with the operation; the client hasn't.
			select {
			case results <- resp:
			case <-ctx.Done():
				return
			}
		}
	}()
	defer func() {
		cancel()
		for range results { // wait for the goroutine
		}
	}()
	tick := time.NewTicker(ping)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			if !e.send(": ping\n\n") {
				return
			}
		case resp, ok := <-results:
			if !ok {
				e.send("event: complete\ndata:\n\n")
				return
			}
			data, err := json.Marshal(resp)
			if err != nil || !e.send("event: next\ndata: "+string(data)+"\n\n") {
				return
			}
		}
	}
}
