package prove

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
)

// service is a newsgraph serve that answers.
type service struct {
	cmd *exec.Cmd
	url string
	end chan error
}

// serve starts the API on a free port and waits until it is ready.
func (w *world) serve(ctx context.Context) (*service, error) {
	cmd := w.command(ctx, "serve", "--listen", "127.0.0.1:0", "--log", "json")
	cmd.Stderr = nil
	log, err := cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	s := &service{cmd: cmd, end: make(chan error, 1)}
	ready := make(chan string, 1)
	go func() {
		var last string
		for lines := bufio.NewScanner(log); lines.Scan(); {
			last = lines.Text()
			var l struct{ Msg, URL string }
			if json.Unmarshal(lines.Bytes(), &l) == nil && l.Msg == "ready" {
				ready <- l.URL
			}
		}
		_, _ = io.Copy(io.Discard, log) // a line too long to scan must not hold up the server
		if err := cmd.Wait(); err != nil {
			s.end <- fmt.Errorf("newsgraph serve: %w: %s", err, last)
		}
		close(s.end)
	}()
	select {
	case s.url = <-ready:
		return s, nil
	case err := <-s.end:
		return nil, errors.Join(errors.New("newsgraph serve ended before it was ready"), err)
	}
}

// stop ends the service as Ctrl-C does.
func (s *service) stop() error {
	if err := s.cmd.Process.Signal(os.Interrupt); err != nil {
		return err
	}
	return <-s.end
}

// ask answers an operation into out.
func (s *service) ask(ctx context.Context, operation string, variables map[string]any, out any) error {
	body, err := json.Marshal(map[string]any{"query": operation, "variables": variables})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url+"/graphql", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer func() { _ = res.Body.Close() }()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		return err
	}
	var answer struct {
		Data   json.RawMessage
		Errors []struct{ Message string }
	}
	if err := json.Unmarshal(data, &answer); err != nil {
		return fmt.Errorf("GraphQL answers %s: %.200s", res.Status, data)
	}
	if len(answer.Errors) > 0 {
		return fmt.Errorf("GraphQL: %s", answer.Errors[0].Message)
	}
	return json.Unmarshal(answer.Data, out)
}

// served has work use the API.
func (w *world) served(ctx context.Context, work func(*service) error) error {
	s, err := w.serve(ctx)
	if err != nil {
		return err
	}
	return errors.Join(work(s), s.stop())
}

// mutate takes articles in through a mutation.
func (w *world) mutate(ctx context.Context, articles []Article) error {
	return w.served(ctx, func(s *service) error {
		var input []map[string]any
		for _, a := range articles {
			in := map[string]any{"text": a.Text, "title": a.Title, "url": a.URL, "source": a.Source}
			if !a.Published.IsZero() {
				in["published"] = a.Published.String()
			}
			input = append(input, in)
		}
		var out struct {
			IngestArticles []struct{ Outcome, Error string }
		}
		err := s.ask(ctx, `mutation ($input: [ArticleInput!]!) { ingestArticles(input: $input) { outcome error } }`,
			map[string]any{"input": input}, &out)
		if err != nil {
			return err
		}
		for i, r := range out.IngestArticles {
			if r.Outcome != "NEW" {
				return fmt.Errorf("the mutation says of article %s: %s %s", articles[i].ID, r.Outcome, r.Error)
			}
		}
		return nil
	})
}

// retract takes articles back through mutations.
func (w *world) retract(ctx context.Context, articles []Article) error {
	return w.served(ctx, func(s *service) error {
		for _, a := range articles {
			var out struct{}
			if err := s.ask(ctx, `mutation ($id: ID!) { retractArticle(id: $id) { id } }`, map[string]any{"id": string(a.ID)}, &out); err != nil {
				return err
			}
		}
		return nil
	})
}

// page is one page of claims with their evidence.
type page struct {
	Nodes []struct {
		ID       string
		Article  struct{ ID string }
		Evidence []struct {
			Quote      string
			Start, End int
		}
	}
	PageInfo struct {
		HasNextPage bool
		EndCursor   string
	}
}

// quotes returns the page's evidence.
func (p *page) quotes() []quote {
	var out []quote
	for _, c := range p.Nodes {
		for _, e := range c.Evidence {
			out = append(out, quote{c.ID, c.Article.ID, e.Start, e.End, e.Quote})
		}
	}
	return out
}

const pageFields = `{ nodes { id article { id } evidence { quote start end } } pageInfo { hasNextPage endCursor } }`

// wordsInGraphQL checks the words as clients of the API find them: by article,
// and by fact.
func (w *world) wordsInGraphQL(ctx context.Context) error {
	claims, err := w.count(ctx, countClaims)
	if err != nil {
		return err
	}
	return w.served(ctx, func(s *service) error {
		texts := map[string][]rune{}
		if err := s.everyClaim(ctx, "articles", "text", "Article", claims, texts); err != nil {
			return err
		}
		return s.everyClaim(ctx, "facts", "standing", "Fact", claims, texts)
	})
}

// everyClaim walks through a list and through the claims of each of its
// nodes, keeps the texts that it meets, and checks all evidence.
func (s *service) everyClaim(ctx context.Context, list, field, kind string, claims int, texts map[string][]rune) error {
	var quotes []quote
	operation := fmt.Sprintf(`query ($after: String) { %s(first: 40, after: $after) {
  nodes { id %s claims(first: 40) %s } pageInfo { hasNextPage endCursor } } }`, list, field, pageFields)
	rest := fmt.Sprintf(`query ($id: ID!, $after: String) { node(id: $id) { ... on %s { claims(first: 50, after: $after) %s } } }`, kind, pageFields)
	for after := any(nil); ; {
		var out map[string]struct {
			Nodes []struct {
				ID, Text, Standing string
				Claims             page
			}
			PageInfo struct {
				HasNextPage bool
				EndCursor   string
			}
		}
		if err := s.ask(ctx, operation, map[string]any{"after": after}, &out); err != nil {
			return err
		}
		got := out[list]
		for _, n := range got.Nodes {
			if kind == "Article" {
				texts[n.ID] = []rune(n.Text)
			} else if !strings.Contains(" OCCURRED ANTICIPATED ALLEGED NEGATED ", " "+n.Standing+" ") {
				return fmt.Errorf("fact %s has the standing %q", n.ID, n.Standing)
			}
			quotes = append(quotes, n.Claims.quotes()...)
			for p := n.Claims; p.PageInfo.HasNextPage; {
				var more struct{ Node struct{ Claims page } }
				if err := s.ask(ctx, rest, map[string]any{"id": n.ID, "after": p.PageInfo.EndCursor}, &more); err != nil {
					return err
				}
				p = more.Node.Claims
				quotes = append(quotes, p.quotes()...)
			}
		}
		if !got.PageInfo.HasNextPage {
			return check(texts, quotes, claims)
		}
		after = got.PageInfo.EndCursor
	}
}
