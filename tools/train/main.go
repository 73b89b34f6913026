// Command train teaches the judge of names (extract/names/judge.go) from
// annotated text and prints how it does on text that it has not seen.
//
//	go run ./tools/train [-out extract/names/judge.bin] [-without SOURCE,...] [-quick] SILVER.jsonl.gz
//
// README.md says what the text is and where the weights come from.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
)

func main() {
	out := flag.String("out", "extract/names/judge.bin", "file of weights to write")
	without := flag.String("without", "", "sources to leave out, with commas between, to measure on them elsewhere")
	quick := flag.Bool("quick", false, "don't leave out each source in turn to measure on it")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "train: name the file of annotated text.")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *out, strings.Split(*without, ","), *quick); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(path, out string, without []string, quick bool) error {
	samples, err := read(path)
	if err != nil {
		return err
	}
	fmt.Printf("%d names\n", len(samples))
	if !quick {
		for _, s := range sources(samples) {
			m := learn(samples, func(x string) bool { return x != s })
			fmt.Println(m.compare(s, samples))
		}
	}
	m := learn(samples, func(x string) bool { return !slices.Contains(without, x) })
	return os.WriteFile(out, m.pack(), 0o644)
}
