package graph

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/newsgraph/newsgraph/news"
)

// explain turns an error of the driver into one that a person may see, where
// they can do something about it, and wraps it with what was being done. It
// is the only place where the driver's errors are read.
func (s *Store) explain(doing string, err error) error {
	if err == nil {
		return nil
	}
	if _, known := errors.AsType[*news.Error](err); known {
		return err
	}
	wrapped := fmt.Errorf("%s: %w", doing, err)
	if errors.Is(err, context.Canceled) {
		return wrapped
	}
	if code := serverCode(err); code != "" {
		return s.explainServer(code, wrapped)
	}
	switch {
	case errors.Is(err, context.DeadlineExceeded) && doing != "connect":
		return &news.Error{Code: news.Timeout, Msg: "The database took too long to answer: ask for less at once, or try again.", Err: wrapped}
	case neo4j.IsConnectivityError(err), errors.Is(err, context.DeadlineExceeded), neo4j.IsTransactionExecutionLimit(err):
		return &news.Error{Code: news.Unavailable, Msg: fmt.Sprintf("No Neo4j database answers at %s: start it, or set NEO4J_URI to where it is.", s.config.URI), Err: wrapped}
	}
	return wrapped
}

// explainServer explains what the server said with this code.
func (s *Store) explainServer(code string, wrapped error) error {
	switch {
	case code == "Neo.ClientError.Security.AuthenticationRateLimit":
		return &news.Error{Code: news.Unavailable, Msg: fmt.Sprintf("Neo4j at %s has had too many wrong passwords: wait a few seconds, then set NEO4J_USERNAME and NEO4J_PASSWORD to the right ones.", s.config.URI), Err: wrapped}
	case strings.HasPrefix(code, "Neo.ClientError.Security."):
		return &news.Error{Code: news.Unavailable, Msg: fmt.Sprintf("Neo4j at %s refuses user %q with this password: set NEO4J_USERNAME and NEO4J_PASSWORD.", s.config.URI, s.config.Username), Err: wrapped}
	case code == "Neo.ClientError.Database.DatabaseNotFound":
		return &news.Error{Code: news.Unavailable, Msg: fmt.Sprintf("Neo4j at %s has no database %q: set NEO4J_DATABASE to one that it has.", s.config.URI, s.config.Database), Err: wrapped}
	case strings.HasPrefix(code, "Neo.ClientError.Transaction.TransactionTimedOut"):
		return &news.Error{Code: news.Timeout, Msg: "The database took too long to answer: ask for less at once, or try again.", Err: wrapped}
	case strings.HasPrefix(code, "Neo.TransientError."), code == "Neo.ClientError.Cluster.NotALeader":
		return &news.Error{Code: news.Unavailable, Msg: "The database is busy: try again in a moment.", Err: wrapped}
	}
	return wrapped
}

// serverCode returns the code that the server gave to err ("Neo.ClientError..."), and "" when err does not come from there.
func serverCode(err error) string {
	if server, ok := errors.AsType[*neo4j.Neo4jError](err); ok {
		return server.Code
	}
	if limit, ok := errors.AsType[*neo4j.TransactionExecutionLimit](err); ok && len(limit.Errors) > 0 {
		return serverCode(limit.Errors[len(limit.Errors)-1])
	}
	return ""
}

// serverMessage returns the server's words on err, and "" when err does not come from there.
func serverMessage(err error) string {
	if server, ok := errors.AsType[*neo4j.Neo4jError](err); ok {
		return server.Msg
	}
	return ""
}
