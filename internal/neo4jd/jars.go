package neo4jd

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed" // for pom.xml and jars.sum
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"github.com/newsgraph/newsgraph/news"
)

// Version is the version of the managed Neo4j.
const Version = "5.26.28"

//go:embed pom.xml
var pom []byte

// jarsSum lists the jars that pom stands for: SHA-256, size and name.
//
//go:embed jars.sum
var jarsSum string

// jar is one line of jars.sum.
type jar struct {
	sum  string
	size int64
	name string
}

func jars() []jar {
	var out []jar
	for line := range strings.Lines(jarsSum) {
		var j jar
		if n, _ := fmt.Sscan(line, &j.sum, &j.size, &j.name); n == 3 {
			out = append(out, j)
		}
	}
	return out
}

// CacheDir returns the folder that keeps what is fetched once for a user:
// NEWSGRAPH_CACHE, else newsgraph in the system's folder for caches.
func CacheDir() (string, error) {
	if dir := os.Getenv("NEWSGRAPH_CACHE"); dir != "" {
		return dir, nil
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", news.Errorf(news.Unavailable, "There is no folder to keep Neo4j in (%v): set HOME or NEWSGRAPH_CACHE.", err)
	}
	return filepath.Join(dir, "newsgraph"), nil
}

// Fetch returns the folder whose lib holds the jars of Neo4j, and fills it
// by Maven where it is missing, incomplete or of another version. Every jar
// must have the SHA-256 that jars.sum has for it.
func Fetch(ctx context.Context, cfg Config) (string, error) {
	cache := cfg.Cache
	if cache == "" {
		var err error
		if cache, err = CacheDir(); err != nil {
			return "", err
		}
	}
	sum := sha256.Sum256([]byte(jarsSum))
	dir := filepath.Join(cache, "neo4j-"+Version+"-"+hex.EncodeToString(sum[:4]))
	if complete(dir) {
		return dir, nil
	}
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return "", news.Errorf(news.Unavailable, "The cache folder %s can't be written (%v): name another with NEWSGRAPH_CACHE.", cache, err)
	}
	l := flock.New(filepath.Join(cache, "neo4j.lock"))
	if ok, err := l.TryLock(); err != nil {
		return "", fmt.Errorf("lock the cache folder: %w", err)
	} else if !ok {
		cfg.say("Waiting for another command to fetch Neo4j ...")
		if _, err := l.TryLockContext(ctx, 100*time.Millisecond); err != nil {
			return "", fmt.Errorf("wait for another command to fetch Neo4j: %w", err)
		}
	}
	defer func() { _ = l.Close() }()
	if complete(dir) {
		return dir, nil
	}
	if err := os.RemoveAll(dir); err != nil {
		return "", fmt.Errorf("clear away incomplete jars: %w", err)
	}
	partial := dir + ".partial"
	defer func() { _ = os.RemoveAll(partial) }()
	// A damaged jar in Maven's own repository would come back for ever: the
	// second try goes past that repository.
	for _, repository := range []string{"", filepath.Join(partial, "repository")} {
		if err := os.RemoveAll(partial); err != nil {
			return "", fmt.Errorf("clear away incomplete jars: %w", err)
		}
		if err := runMaven(ctx, cfg, partial, repository); err != nil {
			return "", err
		}
		bad := verify(filepath.Join(partial, "lib"))
		if bad == nil {
			if err := os.RemoveAll(filepath.Join(partial, "repository")); err != nil {
				return "", fmt.Errorf("clear away Maven's repository: %w", err)
			}
			return dir, os.Rename(partial, dir)
		}
		if repository != "" {
			rejected := filepath.Join(cache, "neo4j-"+Version+".rejected")
			_ = os.RemoveAll(rejected)
			_ = os.Rename(filepath.Join(partial, "lib"), rejected)
			return "", news.Errorf(news.Unavailable, "Maven fetched other jars than those known to be Neo4j %s (%v), so they are not run but left in %s for a look: %s.", Version, bad, rejected, threeWays)
		}
		cfg.say("Fetching again: %v", bad)
	}
	panic("unreachable")
}

// complete reports whether all jars are there with their sizes, which is
// quick enough for every start.
func complete(dir string) bool {
	for _, j := range jars() {
		fi, err := os.Stat(filepath.Join(dir, "lib", j.name))
		if err != nil || fi.Size() != j.size {
			return false
		}
	}
	return true
}

// verify compares every jar with jars.sum.
func verify(lib string) error {
	want := jars()
	for _, j := range want {
		f, err := os.Open(filepath.Join(lib, j.name))
		if err != nil {
			return err
		}
		h := sha256.New()
		_, err = io.Copy(h, f)
		if err := errors.Join(err, f.Close()); err != nil {
			return err
		}
		if got := hex.EncodeToString(h.Sum(nil)); got != j.sum {
			return fmt.Errorf("%s has the SHA-256 %s, not %s", j.name, got, j.sum)
		}
	}
	files, err := os.ReadDir(lib)
	if err == nil && len(files) != len(want) {
		err = fmt.Errorf("%d jars, not %d", len(files), len(want))
	}
	return err
}

// runMaven has Maven copy the jars into dir/lib. repository is a local
// repository to use instead of the user's, or "".
func runMaven(ctx context.Context, cfg Config, dir, repository string) error {
	mvn, err := exec.LookPath("mvn")
	if err != nil {
		return news.Errorf(news.Unavailable, "Neo4j must be fetched once and Maven (mvn) was not found (on Debian: apt install maven): %s.", threeWays)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("fetch Neo4j: %w", err)
	}
	file := filepath.Join(dir, "pom.xml")
	if err := os.WriteFile(file, pom, 0o644); err != nil {
		return fmt.Errorf("fetch Neo4j: %w", err)
	}
	args := []string{"-B", "-f", file, "dependency:copy-dependencies", "-DoutputDirectory=" + filepath.Join(dir, "lib")}
	if repository != "" {
		args = append(args, "-Dmaven.repo.local="+repository)
	}
	cfg.say("Fetching Neo4j %s with Maven, once (about 140 MB) ...", Version)
	cmd := exec.CommandContext(ctx, mvn, args...)
	var out bytes.Buffer
	r, w := io.Pipe()
	cmd.Stdout, cmd.Stderr = w, w
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("run Maven: %w", err)
	}
	counted := make(chan struct{})
	go func() {
		defer close(counted)
		cfg.countJars(io.TeeReader(r, &out))
	}()
	err = cmd.Wait()
	_ = w.Close()
	<-counted
	if err != nil && ctx.Err() != nil {
		return fmt.Errorf("fetch Neo4j: %w", ctx.Err())
	}
	if err != nil {
		return mavenError(out.String(), err)
	}
	return nil
}

// countJars reads what Maven prints to its end, and tells of every fiftieth jar.
func (cfg Config) countJars(r io.Reader) {
	total, n := len(jars()), 0
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		if s := sc.Text(); strings.Contains(s, "Downloaded from") && strings.Contains(s, ".jar (") {
			if n++; n%50 == 0 {
				cfg.say("  %d of about %d jars", n, total)
			}
		}
	}
	_, _ = io.Copy(io.Discard, r)
}

// mavenError tells what went wrong from what Maven printed.
func mavenError(out string, err error) error {
	var lines []string
	for line := range strings.Lines(out) {
		if strings.Contains(line, "ERROR") && len(lines) < 3 {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	e := news.Errorf(news.Unavailable, "Maven could not fetch Neo4j: %s.", threeWays)
	switch {
	case strings.Contains(out, "No space left on device"):
		e.Msg = "The disk is full, so Neo4j can't be fetched: free 300 MB in the folders for caches, or name another with NEWSGRAPH_CACHE."
	case containsAny(out, "Could not transfer", "UnknownHost", "Unknown host", "Network is unreachable", "Connection refused", "timed out", "offline mode"):
		e.Msg = "Maven could not reach its repository to fetch Neo4j: check the network or Maven's settings, or copy the folder newsgraph of another machine's caches here; " + threeWays + "."
	}
	e.Err = fmt.Errorf("mvn: %w: %s", err, strings.Join(lines, "; "))
	return e
}

func containsAny(s string, subs ...string) bool {
	for _, sub := range subs {
		if strings.Contains(s, sub) {
			return true
		}
	}
	return false
}
