// Latency asks a running newsgraph for a page of meetings, with participants,
// place and evidence, again and again over one connection, and prints how
// long the answers take. It ends with exit code 1 when the median is longer
// than the limit.
//
//	newsgraph serve &
//	go run ./tools/latency http://127.0.0.1:8080
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"time"
)

const page = `{ meetings(first: 20) { nodes {
  id status standing date { from to precision }
  participants { id name } place { id name }
  claims(first: 3) { nodes { article { title url source published } evidence { quote start end } } }
} } }`

func main() {
	n := flag.Int("n", 500, "how often to ask")
	warm := flag.Int("warm", 200, "how often to ask before that, while plans and code are made")
	limit := flag.Duration("limit", 15*time.Millisecond, "how long the median may be")
	flag.Parse()
	if err := run(flag.Arg(0), *warm, *n, *limit); err != nil {
		fmt.Fprintln(os.Stderr, "latency:", err)
		os.Exit(1)
	}
}

func run(url string, warm, n int, limit time.Duration) error {
	if url == "" || n < 1 {
		return errors.New("name the address of a server, such as http://127.0.0.1:8080, and ask at least once")
	}
	var took []time.Duration
	var last []byte
	for i := range warm + n {
		began := time.Now()
		answer, err := ask(url)
		if err != nil {
			return err
		}
		if i >= warm {
			took = append(took, time.Since(began))
		}
		last = answer
	}
	slices.Sort(took)
	meetings, err := count(last)
	if err != nil {
		return err
	}
	median := took[n/2]
	fmt.Printf("%d meetings in %d bytes: median %.1f ms, 90 in 100 within %.1f ms, the longest %.1f ms\n",
		meetings, len(last), ms(median), ms(took[n*9/10]), ms(took[n-1]))
	if median > limit {
		return fmt.Errorf("the median is %.1f ms, more than %.1f", ms(median), ms(limit))
	}
	return nil
}

// ask asks for the page and returns the answer.
func ask(url string) ([]byte, error) {
	body, err := json.Marshal(map[string]string{"query": page})
	if err != nil {
		return nil, err
	}
	res, err := http.Post(url+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	defer func() { _ = res.Body.Close() }()
	answer, err := io.ReadAll(res.Body)
	if err == nil && res.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %s", res.Status, answer)
	}
	return answer, err
}

// count returns the number of meetings in an answer.
func count(answer []byte) (int, error) {
	var a struct {
		Data struct {
			Meetings struct{ Nodes []json.RawMessage }
		}
		Errors []struct{ Message string }
	}
	if err := json.Unmarshal(answer, &a); err != nil {
		return 0, err
	}
	if len(a.Errors) > 0 {
		return 0, errors.New(a.Errors[0].Message)
	}
	return len(a.Data.Meetings.Nodes), nil
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
