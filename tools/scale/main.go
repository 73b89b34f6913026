// Scale takes many articles into an empty graph and prints how fast it goes
// while the graph grows: articles a second for the first three hundred, then
// for each thousand.
//
//	go run ./tools/scale -n 10000 articles.jsonl
//	go run ./tools/scale -n 1500 -print articles.jsonl > more.jsonl
//
// It has as many articles as it is asked for by copies of those in the file:
// in each copy the dates are weeks later, and most people and organisations
// have other names, made up from a number, while countries and some people
// stay, so that some entities and facts gather ever more articles. The same
// file gives the same copies. With -print they are only written to standard
// output, as JSON Lines.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/pprof"
	"time"

	"github.com/newsgraph/newsgraph/extract"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/internal/neo4jd"
)

func main() {
	n := flag.Int("n", 10_000, "how many articles")
	limit := flag.Duration("limit", 8*time.Minute, "when to stop in any case")
	profile := flag.String("cpuprofile", "", "where to write a profile of this process")
	printed := flag.Bool("print", false, "print the articles and do nothing else")
	data := flag.String("data", "", "a data directory to leave behind; its graph must be empty (default one that is removed)")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := func() error {
		x, copies, err := read(ctx, flag.Args())
		switch {
		case err != nil:
			return err
		case *printed:
			return copies.print(os.Stdout, *n)
		}
		return run(ctx, x, copies, *n, *limit, *profile, *data)
	}()
	if err != nil {
		fmt.Fprintln(os.Stderr, "scale:", err)
		os.Exit(1)
	}
}

// read reads the articles to copy.
func read(ctx context.Context, files []string) (*extract.Extractor, *copier, error) {
	if len(files) == 0 {
		return nil, nil, errors.New("name a JSON Lines file with articles")
	}
	x, err := extract.New()
	if err != nil {
		return nil, nil, err
	}
	copies, err := newCopier(x, ingest.Read(ctx, files, os.Stdin))
	return x, copies, err
}

// run opens an empty graph and measures.
func run(ctx context.Context, x *extract.Extractor, copies *copier, n int, limit time.Duration, profile, data string) (err error) {
	if data == "" {
		dir, err := os.MkdirTemp("", "scale-")
		if err != nil {
			return err
		}
		defer func() { _ = os.RemoveAll(dir) }()
		data = filepath.Join(dir, "data")
	}
	lease, err := neo4jd.Open(ctx, neo4jd.Config{Dir: data})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lease.Close(ctx)) }()
	store, err := graph.Open(ctx, graph.Config{URI: lease.URI, Username: lease.Username, Password: lease.Password})
	if err != nil {
		return err
	}
	defer func() { _ = store.Close(context.WithoutCancel(ctx)) }()
	if err := store.Migrate(ctx); err != nil {
		return err
	}
	if profile != "" {
		f, err := os.Create(profile)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, f.Close()) }()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	return measure(ctx, &ingest.Pipeline{Store: store, Extractor: x}, copies, n, limit)
}

// measure takes n articles in and prints how fast, until the limit.
func measure(ctx context.Context, p *ingest.Pipeline, copies *copier, n int, limit time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	fmt.Printf("%8s %12s %10s %10s\n", "articles", "articles/s", "claims", "facts")
	began := time.Now()
	last, lastAt := 0, began
	next := 300
	var bad error
	sum, err := p.Run(ctx, copies.items(n), func(e ingest.Event) {
		if e.Err != nil && bad == nil {
			bad = fmt.Errorf("%s: %w", e.Item.Where(), errors.Join(e.Err, errors.Unwrap(e.Err)))
		}
		if e.So.Articles < next && e.So.Articles < n {
			return
		}
		now := time.Now()
		fmt.Printf("%8d %12.1f %10d %10d\n", e.So.Articles, float64(e.So.Articles-last)/now.Sub(lastAt).Seconds(), e.So.Claims.New, e.So.Facts.New)
		last, lastAt = e.So.Articles, now
		next = (e.So.Articles/1000 + 1) * 1000
	})
	fmt.Printf("%d articles in %.1f s, %.1f a second; %d refused\n",
		sum.Articles, time.Since(began).Seconds(), float64(sum.Articles)/time.Since(began).Seconds(), sum.Refused)
	if errors.Is(err, context.DeadlineExceeded) {
		err = nil
	}
	return errors.Join(bad, err)
}
