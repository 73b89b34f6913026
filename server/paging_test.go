package server_test

import (
	"encoding/base64"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

type page struct {
	List struct {
		TotalCount int
		PageInfo   struct {
			HasNextPage, HasPreviousPage bool
			StartCursor, EndCursor       *string
		}
		Edges []struct {
			Cursor string
			Node   struct{ ID string }
		}
		Nodes []struct{ ID string }
	}
}

func (p page) ids() []string {
	var out []string
	for _, n := range p.List.Nodes {
		out = append(out, n.ID)
	}
	return out
}

const rows = "{ totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } nodes { id } }"

// lists are roots with several rows, in orders with unique and with equal keys.
var lists = []string{
	`facts(%s)`,
	`facts(orderBy: {field: DATE, direction: ASC}, %s)`,
	`facts(orderBy: {field: CONFIDENCE}, %s)`,
	`facts(orderBy: {field: ORIGINS, direction: ASC}, %s)`,
	`facts(orderBy: {field: LAST_REPORTED}, %s)`,
	`facts(filter: {text: "question"}, %s)`,
	`entities(%s)`,
	`entities(orderBy: {field: NAME, direction: ASC}, %s)`,
	`entities(orderBy: {field: FACTS}, %s)`,
	`articles(%s)`,
	`articles(orderBy: {field: RECORDED, direction: ASC}, %s)`,
}

// TestPagesMakeTheList walks lists in pages of any size, forwards and
// backwards: together they are the list, each row once and in order.
func TestPagesMakeTheList(t *testing.T) {
	ts := serve(t, world(t))
	whole := map[string][]string{}
	for _, list := range lists {
		p := ask[page](t, ts, "{ list: "+fmt.Sprintf(list, "first: 100")+rows+" }", nil)
		whole[list] = p.ids()
		if p.List.TotalCount != len(p.List.Nodes) || p.List.PageInfo.HasNextPage || p.List.TotalCount < 6 {
			t.Fatalf("%s: %d of %d rows on one page", list, len(p.List.Nodes), p.List.TotalCount)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		list := rapid.SampledFrom(lists).Draw(rt, "list")
		size := rapid.IntRange(1, 40).Draw(rt, "size")
		forward := rapid.Bool().Draw(rt, "forward")
		want := whole[list]
		size = max(size, len(want)/6)
		var got []string
		cursor := ""
		for {
			args := fmt.Sprintf("first: %d", size)
			if !forward {
				args = fmt.Sprintf("last: %d", size)
			}
			switch {
			case cursor != "" && forward:
				args += fmt.Sprintf(", after: %q", cursor)
			case cursor != "":
				args += fmt.Sprintf(", before: %q", cursor)
			}
			p := ask[page](t, ts, "{ list: "+fmt.Sprintf(list, args)+rows+" }", nil)
			info := p.List.PageInfo
			more, back, next := info.HasNextPage, info.HasPreviousPage, info.EndCursor
			if forward {
				got = append(got, p.ids()...)
			} else {
				more, back, next = info.HasPreviousPage, info.HasNextPage, info.StartCursor
				got = append(p.ids(), got...)
			}
			if back != (cursor != "") {
				rt.Fatalf("%s: a page says %v to rows on its other side", args, back)
			}
			if !more {
				break
			}
			if len(p.List.Nodes) != size || len(got) > len(want) {
				rt.Fatalf("%s: %d rows, and more follow", args, len(p.List.Nodes))
			}
			cursor = *next
		}
		if !slices.Equal(got, want) {
			rt.Fatalf("%s in pages of %d differs:\n%s", list, size, cmp.Diff(want, got))
		}
	})
}

// TestForgedCursors: whatever is no cursor of the list is the client's mistake.
func TestForgedCursors(t *testing.T) {
	ts := serve(t, world(t))
	p := ask[page](t, ts, "{ list: facts(first: 1) "+rows+" }", nil)
	real := *p.List.PageInfo.EndCursor
	other := *ask[page](t, ts, "{ list: entities(first: 1) "+rows+" }", nil).List.PageInfo.EndCursor
	refused := func(f interface{ Fatalf(string, ...any) }, cursor string) {
		_, r := send(t, ts, "query ($c: String) { facts(first: 1, after: $c) { nodes { id } } }", map[string]any{"c": cursor})
		if !slices.Equal(r.codes(), []string{"BAD_USER_INPUT"}) {
			f.Fatalf("cursor %q: codes %v", cursor, r.codes())
		}
	}
	for name, cursor := range map[string]string{
		"of another list": other, "empty": "", "no base64": "***", "cut": real[:len(real)-3], "longer": real + "AAAA",
		"of nothing": base64.RawURLEncoding.EncodeToString([]byte(`["facts date desc","d","2025-01-01","x"]`)),
	} {
		t.Run(name, func(t *testing.T) { refused(t, cursor) })
	}
	rapid.Check(t, func(rt *rapid.T) {
		raw, err := base64.RawURLEncoding.DecodeString(real)
		if err != nil {
			rt.Fatal(err)
		}
		i := rapid.IntRange(0, len(raw)-1).Draw(rt, "byte")
		bit := rapid.IntRange(0, 7).Draw(rt, "bit")
		raw[i] ^= 1 << bit
		refused(rt, base64.RawURLEncoding.EncodeToString(raw))
	})
}

// TestPageArguments: which arguments go together.
func TestPageArguments(t *testing.T) {
	ts := serve(t, world(t))
	for args, code := range map[string]string{
		"first: 0": "", "last: 3": "", "first: 101": "BAD_USER_INPUT", "first: -1": "BAD_USER_INPUT",
		"first: 1, last: 1": "BAD_USER_INPUT", `first: 1, before: "x"`: "BAD_USER_INPUT", `last: 1, after: "x"`: "BAD_USER_INPUT",
	} {
		_, r := send(t, ts, "{ facts("+args+") { totalCount nodes { id } } }", nil)
		got := ""
		if len(r.Errors) > 0 {
			got = r.Errors[0].Extensions.Code
		}
		if got != code {
			t.Errorf("facts(%s): code %q, want %q", args, got, code)
		}
	}
}
