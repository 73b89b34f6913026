package server

import (
	"context"
	"embed"
	"encoding/json"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"

	"github.com/newsgraph/newsgraph/resolvers"
)

//go:embed pages
var pageFiles embed.FS

var (
	aboutPage      = template.Must(template.New("about.html").Funcs(template.FuncMap{"number": grouped}).ParseFS(pageFiles, "pages/about.html"))
	playgroundPage = template.Must(template.ParseFS(pageFiles, "pages/playground.html"))
	examples       = loadExamples()
)

// example is a query that the pages offer. Its first line is a comment with
// the question that it answers.
type example struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Query string `json:"query"`
}

func loadExamples() []example {
	files, err := fs.Glob(pageFiles, "pages/examples/*.graphql")
	if err != nil {
		panic(err)
	}
	var out []example
	for _, file := range files {
		text, err := pageFiles.ReadFile(file)
		if err != nil {
			panic(err)
		}
		title, query, _ := strings.Cut(string(text), "\n")
		_, name, _ := strings.Cut(strings.TrimSuffix(path.Base(file), ".graphql"), "-")
		out = append(out, example{name, strings.TrimPrefix(title, "# "), strings.TrimSpace(query)})
	}
	return out
}

// assets serves what the pages refer to.
func assets() http.Handler {
	sub, err := fs.Sub(pageFiles, "pages")
	if err != nil {
		panic(err)
	}
	return http.FileServerFS(sub)
}

// stats is how much the graph holds, as the schema's root stats says.
type stats struct {
	Articles, Entities, Claims, Facts int
	FactsBy                           []struct {
		Type, Standing string
		Count          int
	}
}

// factRow is a row of the table of facts: a type with its number for each standing.
type factRow struct {
	Type   string
	Counts [4]int
}

func (s *stats) rows() []factRow {
	column := map[string]int{"OCCURRED": 0, "ANTICIPATED": 1, "ALLEGED": 2, "NEGATED": 3}
	var out []factRow
	for _, c := range s.FactsBy {
		name := c.Type[:1] + strings.ToLower(c.Type[1:])
		if len(out) == 0 || out[len(out)-1].Type != name {
			out = append(out, factRow{Type: name})
		}
		out[len(out)-1].Counts[column[c.Standing]] = c.Count
	}
	return out
}

// grouped returns n with a thin space after each thousand.
func grouped(n int) string {
	digits := strconv.Itoa(n)
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteRune('\u2009')
		}
		b.WriteRune(d)
	}
	return b.String()
}

// about shows what this service is and what it holds. With a token set the
// numbers stay away: whoever opens the page hasn't shown it.
func (s *Server) about(w http.ResponseWriter, r *http.Request) {
	data := struct {
		Stats    *stats
		Rows     []factRow
		Examples []example
		Version  string
	}{Examples: examples, Version: s.config.Version}
	if s.config.Token == "" {
		if st, err := s.stats(r.Context()); err == nil {
			data.Stats, data.Rows = st, st.rows()
		}
	}
	show(w, aboutPage, data)
}

func (s *Server) playground(w http.ResponseWriter, _ *http.Request) {
	show(w, playgroundPage, examples)
}

func show(w http.ResponseWriter, page *template.Template, data any) {
	var b strings.Builder
	if err := page.Execute(&b, data); err != nil {
		plain(w, http.StatusInternalServerError, "The page can't be shown.")
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	_, _ = w.Write([]byte(b.String()))
}

// stats asks the schema how much the graph holds.
func (s *Server) stats(ctx context.Context) (*stats, error) {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	exec := executor.New(s.config.Schema)
	exec.SetErrorPresenter(resolvers.Present)
	exec.SetRecoverFunc(resolvers.Recover)
	ctx = graphql.StartOperationTrace(ctx)
	op, errs := exec.CreateOperationContext(ctx, &graphql.RawParams{Query: "{stats{articles entities claims facts factsBy{type standing count}}}"})
	if errs != nil {
		return nil, errs
	}
	next, ctx := exec.DispatchOperation(ctx, op)
	resp := next(ctx)
	if len(resp.Errors) > 0 {
		return nil, resp.Errors
	}
	var data struct{ Stats stats }
	err := json.Unmarshal(resp.Data, &data)
	return &data.Stats, err
}
