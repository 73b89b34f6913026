package server_test

import (
	"bufio"
	"fmt"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// deep asks for a page of meetings and three levels below it.
const deep = `query ($n: Int!) {
  meetings(first: $n) {
    totalCount
    nodes {
      participants { name factCount facts(first: 3) { totalCount nodes { type actors { entity { name } } } } }
      place { name ... on Place { country { name } } neighbors(first: 2) { nodes { entity { name } } } }
      claims(first: 5) {
        nodes { evidence { quote } attributedTo { name } article { title text mentions { entity { name } } claims(first: 2) { nodes { fact { id } } } } fact { id } }
      }
    }
  }
}`

// page20 asks for what a list of meetings on a screen shows.
const page20 = `{
  meetings(first: 20) {
    pageInfo { hasNextPage endCursor }
    nodes { id status standing date { from to } participants { id name } place { name } claims(first: 3) { nodes { evidence { quote start end } } } }
  }
}`

// TestStatementsDoNotGrowWithRows: one statement for the root and one for
// each thing that a level below needs, however many rows there are.
func TestStatementsDoNotGrowWithRows(t *testing.T) {
	ts := serve(t, world(t))
	got := map[int]int{}
	for _, n := range []int{1, 10, 50} {
		before := statements(t, ts)
		type answer struct{ Meetings struct{ Nodes []any } }
		if a := ask[answer](t, ts, deep, map[string]any{"n": n}); len(a.Meetings.Nodes) != n {
			t.Fatalf("%d meetings, want %d", len(a.Meetings.Nodes), n)
		}
		got[n] = statements(t, ts) - before
	}
	// 4: meetings, their number, their entities, their claims;
	// 5 of the entities: number of facts, facts and their number, countries, neighbours;
	// 1 of these facts: entities; 3 of the claims: entities, articles, facts;
	// 3 of the articles: texts, mentions, claims; 1 of these claims: facts
	const want = 17
	for n, count := range got {
		if count != want {
			t.Errorf("%d meetings took %d statements, want %d", n, count, want)
		}
	}
	before := statements(t, ts)
	ask[any](t, ts, page20, nil)
	if n := statements(t, ts) - before; n != 3 {
		t.Errorf("a page of meetings with participants, place and evidence took %d statements, want 3", n)
	}
}

// statements returns how many statements all operations so far have run.
func statements(t testing.TB, ts *httptest.Server) int {
	t.Helper()
	resp, err := ts.Client().Get(ts.URL + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	sum := 0.0
	for lines := bufio.NewScanner(resp.Body); lines.Scan(); {
		if value, ok := strings.CutPrefix(lines.Text(), `newsgraph_operation_statements_sum{type="query"} `); ok {
			f, err := strconv.ParseFloat(value, 64)
			if err != nil {
				t.Fatal(err)
			}
			sum += f
		}
	}
	return int(sum)
}

// BenchmarkMeetings answers a page of 20 meetings with participants, place
// and evidence, through HTTP. Its median should stay under 15 ms.
func BenchmarkMeetings(b *testing.B) {
	ts := serve(b, world(b))
	ask[any](b, ts, page20, nil) // plans are made once
	var took []time.Duration
	for b.Loop() {
		start := time.Now()
		ask[any](b, ts, page20, nil)
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms/median")
}

// TestCost: what a query may ask for is decided before any of it runs, in
// time that does not grow with how fragments are nested.
func TestCost(t *testing.T) {
	ts := serve(t, world(t))
	doubling := func(n int) string {
		var b strings.Builder
		b.WriteString("{ facts { nodes { ...f0 } } }\n")
		for i := range n {
			fmt.Fprintf(&b, "fragment f%d on Fact { ...f%d ...f%d }\n", i, i+1, i+1)
		}
		fmt.Fprintf(&b, "fragment f%d on Fact { id }\n", n)
		return b.String()
	}
	nested := func(n int) string {
		return "{ facts(first: 1) " + strings.Repeat("{ nodes { claims(first: 1) { nodes { fact { actors { entity { facts(first: 1) ", n) + "{ totalCount }" + strings.Repeat(" } } } } } } }", n) + " }"
	}
	aliases := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "a%d: facts(first: 1) { nodes { id } }\n", i)
		}
		return "{" + b.String() + "}"
	}
	for _, c := range []struct{ name, query, code string }{
		{"a usual page", page20, ""},
		{"long pages of long pages", "{ facts(first: 100) { nodes { claims(first: 100) { nodes { id evidence { quote } article { title claims(first: 100) { nodes { id } } } } } } } }", "COST_LIMIT"},
		{"few fields of long pages", "{ facts(first: 100) { nodes { id claims(first: 20) { nodes { id } } } } }", ""},
		{"fragments that double 40 times", doubling(40), "COST_LIMIT"},
		{"fragments that double 5 times", doubling(5), ""},
		{"fields nested deep", nested(6), "COST_LIMIT"},
		{"many aliases", aliases(200), "COST_LIMIT"},
		{"few aliases", aliases(5), ""},
		{"more tokens than the parser takes", aliases(600), "BAD_USER_INPUT"},
		{"a fragment within itself", "{ facts { nodes { ...a } } } fragment a on Fact { claims { nodes { fact { ...a } } } }", "BAD_USER_INPUT"},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := statements(t, ts)
			_, r := send(t, ts, c.query, nil)
			got := strings.Join(r.codes(), ",")
			if got != c.code {
				t.Errorf("codes %q, want %q: %+v", got, c.code, r.Errors)
			}
			if n := statements(t, ts) - before; c.code != "" && n != 0 {
				t.Errorf("%d statements ran", n)
			}
		})
	}
}
