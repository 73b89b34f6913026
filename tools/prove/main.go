// Prove holds a build of newsgraph to what it promises of the whole graph,
// on a Neo4j of its own: see package internal/prove.
//
//	go run ./tools/prove                    with the seed article and invented ones
//	go run ./tools/prove articles.jsonl     with the articles of a file
//	go run ./tools/prove -seed 7 -keep ...  shuffled another way, its folder kept
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"

	"github.com/newsgraph/newsgraph/internal/prove"
)

func main() {
	seed := flag.Uint64("seed", 1, "seed of the order in which articles are shuffled")
	binary := flag.String("binary", "", "a newsgraph that is built already")
	keep := flag.Bool("keep", false, "leave the folder with database and exports behind")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *binary, *seed, *keep, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "prove:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, binary string, seed uint64, keep bool, files []string) error {
	articles, err := read(files)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "prove-")
	if err != nil {
		return err
	}
	if keep {
		fmt.Println("in", dir)
	} else {
		defer func() { _ = os.RemoveAll(dir) }()
	}
	if binary == "" {
		binary = filepath.Join(dir, "newsgraph")
		build := exec.CommandContext(ctx, "go", "build", "-o", binary, "github.com/newsgraph/newsgraph/cmd/newsgraph")
		if out, err := build.CombinedOutput(); err != nil {
			return fmt.Errorf("build: %w\n%s", err, out)
		}
	}
	fmt.Printf("%d articles\n", len(articles))
	return prove.Run(ctx, prove.Config{Binary: binary, Dir: dir, Articles: articles, Shuffle: seed, Log: os.Stdout})
}

// read reads the articles of all files, or the samples where there are none.
func read(files []string) ([]prove.Article, error) {
	if len(files) == 0 {
		return prove.Samples()
	}
	var out []prove.Article
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		articles, err := prove.Read(f)
		_ = f.Close() // nothing was written
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		out = append(out, articles...)
	}
	return out, nil
}
