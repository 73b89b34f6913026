package news

import (
	"errors"
	"fmt"
)

// Code says of an Error whose fault it is and what may be done about it. It
// becomes a GraphQL error code in package resolvers and an exit code in
// cmd/newsgraph.
type Code string

// The codes of errors. Internal is what an error without a code counts as.
const (
	BadInput        Code = "BAD_USER_INPUT"
	NotFound        Code = "NOT_FOUND"
	Unauthenticated Code = "UNAUTHENTICATED"
	Forbidden       Code = "FORBIDDEN"
	CostLimit       Code = "COST_LIMIT"
	RateLimited     Code = "RATE_LIMITED"
	Timeout         Code = "TIMEOUT"
	Unavailable     Code = "UNAVAILABLE"
	Internal        Code = "INTERNAL"
)

// Error is an error that a person may see. Msg is a whole sentence for them,
// which says what to do where that is known; Err is the cause, for the log.
type Error struct {
	Code Code
	Msg  string
	Err  error
}

// Error returns the sentence for a person.
func (e *Error) Error() string { return e.Msg }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errorf returns an Error with this code and message; an error among args
// becomes its cause.
func Errorf(code Code, format string, args ...any) *Error {
	e := &Error{Code: code, Msg: fmt.Sprintf(format, args...)}
	for _, a := range args {
		if err, ok := a.(error); ok {
			e.Err = err
		}
	}
	return e
}

// CodeOf returns the code of the first Error in err's chain, Internal when
// there is none, and "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	return Internal
}
