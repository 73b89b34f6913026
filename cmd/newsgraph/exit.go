package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/news"
)

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// usageError is an error in how the command was called.
type usageError struct{ msg string }

func (e *usageError) Error() string { return e.msg }

func usagef(format string, args ...any) error { return &usageError{fmt.Sprintf(format, args...)} }

// errRefused ends a command that has already told what went wrong.
var errRefused = errors.New("some of the input was refused")

// exit prints what went wrong, in one sentence, and returns the exit code.
func (a *app) exit(cmd *cobra.Command, err error) int {
	var usage *usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errRefused), errors.Is(err, syscall.EPIPE):
		return exitFailed
	case errors.As(err, &usage):
		a.complain(usage.msg)
		return exitUsage
	case !a.began:
		a.complain(fmt.Sprintf("%s: see %s --help.", strings.TrimRight(strings.SplitN(err.Error(), "\n", 2)[0], "."), cmd.CommandPath()))
		return exitUsage
	}
	var known *news.Error
	switch {
	case errors.As(err, &known):
		a.complain(known.Msg)
	case errors.Is(err, context.Canceled):
		a.complain("Interrupted before it was done: run the command again to go on.")
	default:
		a.complain(err.Error())
	}
	for _, cause := range a.causes(err) {
		fmt.Fprintf(a.stderr, "  %s\n", cause)
	}
	return exitFailed
}

// causes tells, when more is asked for, what lies behind an error, from the
// outside in.
func (a *app) causes(err error) []string {
	var out []string
	for ; a.verbose && err != nil; err = errors.Unwrap(err) {
		out = append(out, fmt.Sprintf("caused by: %v", err))
	}
	return out
}

func (a *app) complain(msg string) {
	fmt.Fprintf(a.stderr, "newsgraph: %s\n", strings.ReplaceAll(msg, "\n", " "))
}
