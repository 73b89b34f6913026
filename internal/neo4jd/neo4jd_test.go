package neo4jd_test

import (
	"context"
	"crypto/sha256"
	"flag"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/internal/neo4jd"
	"github.com/newsgraph/newsgraph/news"
)

var update = flag.Bool("update", false, "write the sums of the jars that Maven fetches to jars.sum")

// small is the configuration of a Neo4j for a test.
func small(t *testing.T) neo4jd.Config {
	t.Helper()
	return neo4jd.Config{Dir: t.TempDir(), Heap: "256m", PageCache: "64m"}
}

func TestFetchMendsCache(t *testing.T) {
	cfg := neo4jd.Config{Cache: t.TempDir()}
	dir, err := neo4jd.Fetch(t.Context(), cfg)
	if *update {
		writeSums(t, filepath.Join(cfg.Cache, "neo4j-"+neo4jd.Version+".rejected"))
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	jars, err := filepath.Glob(filepath.Join(dir, "lib", "*.jar"))
	if err != nil || len(jars) < 200 {
		t.Fatalf("%d jars, %v", len(jars), err)
	}
	before, err := os.ReadFile(jars[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(jars[0], before[:len(before)/2], 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(jars[1]); err != nil {
		t.Fatal(err)
	}
	if _, err := neo4jd.Fetch(t.Context(), cfg); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(jars[0])
	if err != nil || string(after) != string(before) {
		t.Errorf("the torn jar has %d bytes, want %d (%v)", len(after), len(before), err)
	}
	if _, err := os.Stat(jars[1]); err != nil {
		t.Errorf("the missing jar: %v", err)
	}
}

func writeSums(t *testing.T, lib string) {
	t.Helper()
	jars, err := filepath.Glob(filepath.Join(lib, "*.jar"))
	if err != nil || len(jars) == 0 {
		t.Fatalf("no jars to write sums of in %s (%v): jars.sum is that of pom.xml", lib, err)
	}
	var out strings.Builder
	for _, j := range jars {
		b, err := os.ReadFile(j)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "%x %d %s\n", sha256.Sum256(b), len(b), filepath.Base(j))
	}
	if err := os.WriteFile("jars.sum", []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestUsersShareOneAndTheLastStopsIt(t *testing.T) {
	cfg := small(t)
	const users = 3
	leases := make([]*neo4jd.Lease, users)
	errs := make([]error, users)
	var wait sync.WaitGroup
	for i := range users {
		wait.Go(func() { leases[i], errs[i] = neo4jd.Open(t.Context(), cfg) })
	}
	wait.Wait()
	for i := range users {
		if errs[i] != nil {
			t.Fatalf("user %d: %v", i, errs[i])
		}
		if leases[i].PID != leases[0].PID || leases[i].URI != leases[0].URI {
			t.Errorf("user %d has process %d at %s, user 0 has %d at %s", i, leases[i].PID, leases[i].URI, leases[0].PID, leases[0].URI)
		}
	}
	onlyLoopback(t, leases[0].URI)
	onlyLoopback(t, leases[0].Browser)
	if fi, err := os.Stat(filepath.Join(cfg.Dir, "neo4j", "password")); err != nil || fi.Mode().Perm() != 0o600 {
		t.Errorf("the file of the password: %v, %v; want mode 0600", fi, err)
	}
	if n, err := neo4jd.Stop(t.Context(), cfg.Dir, false); n != users || err != nil {
		t.Errorf("Stop: %d users, %v; want %d, who keep it running", n, err, users)
	}
	for i, l := range leases {
		info, err := neo4jd.Status(t.Context(), cfg.Dir)
		if err != nil || info.Users != users-i {
			t.Errorf("with %d users left: status says %d, %v", users-i, info.Users, err)
		}
		if err := l.Close(t.Context()); err != nil {
			t.Errorf("close: %v", err)
		}
	}
	if info, err := neo4jd.Status(t.Context(), cfg.Dir); news.CodeOf(err) != news.NotFound {
		t.Errorf("after the last one: %+v, %v; want NotFound", info, err)
	}
}

// onlyLoopback checks that no other address of this machine answers on the port of an address.
func onlyLoopback(t *testing.T, address string) {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	if u.Hostname() != "127.0.0.1" {
		t.Errorf("%s is not on loopback", address)
	}
	addrs, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range addrs {
		ip, ok := a.(*net.IPNet)
		if !ok || ip.IP.IsLoopback() || ip.IP.IsLinkLocalUnicast() {
			continue
		}
		if c, err := net.Dial("tcp", net.JoinHostPort(ip.IP.String(), u.Port())); err == nil {
			_ = c.Close()
			t.Errorf("%s answers on %s as well", address, ip.IP)
		}
	}
}

func TestACrashIsMendedWhileInUse(t *testing.T) {
	cfg := small(t)
	l, err := neo4jd.Open(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	p, err := os.FindProcess(l.PID)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Kill(); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	for tick := time.NewTicker(100 * time.Millisecond); ; {
		info, err := neo4jd.Status(ctx, cfg.Dir)
		if err == nil && info.PID != l.PID {
			if info.URI != l.URI {
				t.Errorf("started again at %s, want %s", info.URI, l.URI)
			}
			break
		}
		select {
		case <-ctx.Done():
			t.Fatalf("not started again: %v", err)
		case <-tick.C:
		}
	}
	if err := l.Close(t.Context()); err != nil {
		t.Error(err)
	}
	if _, err := neo4jd.Status(t.Context(), cfg.Dir); news.CodeOf(err) != news.NotFound {
		t.Errorf("after the last user: %v, want NotFound", err)
	}
}

func TestStartKeepsAndForceStops(t *testing.T) {
	cfg := small(t)
	info, err := neo4jd.Start(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	l, err := neo4jd.Open(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	if l.PID != info.PID || !l.Kept {
		t.Errorf("Open after Start: process %d, kept %v; want %d, true", l.PID, l.Kept, info.PID)
	}
	if err := l.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	l, err = neo4jd.Open(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	if l.PID != info.PID {
		t.Errorf("the last user stopped a Neo4j that is kept")
	}
	if n, err := neo4jd.Stop(t.Context(), cfg.Dir, true); n != 0 || err != nil {
		t.Errorf("Stop by force: %d users, %v", n, err)
	}
	if err := l.Close(t.Context()); err != nil {
		t.Errorf("Close after a stop by force: %v", err)
	}
	// The same address again, for tools that remember it.
	again, err := neo4jd.Open(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	if again.URI != info.URI || again.Password != info.Password {
		t.Errorf("the next start is at %s, want %s, with the same password", again.URI, info.URI)
	}
	if err := again.Close(t.Context()); err != nil {
		t.Error(err)
	}
}
