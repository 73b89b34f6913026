package neo4jd

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/news"
)

// startTimeout bounds a start; a recovery after a crash of a large store needs the most.
const startTimeout = 3 * time.Minute

// ensure returns the Neo4j of this home that answers: the one that runs, or
// a new one. What runs but does not answer is replaced. The caller holds the
// home's lock.
func (h home) ensure(ctx context.Context, cfg Config) (state, error) {
	if st, ok := h.running(); ok {
		err := h.await(ctx, st, startTimeout)
		if err == nil {
			return st, nil
		}
		if ctx.Err() != nil || news.CodeOf(err) != news.Internal {
			return state{}, err
		}
		if err := h.halt(st); err != nil {
			return state{}, err
		}
	}
	if pid := h.stray(); pid != 0 {
		if err := terminate(pid, h.owns); err != nil {
			return state{}, err
		}
	}
	inst, err := installed(ctx, cfg)
	if err != nil {
		return state{}, err
	}
	if err := h.setPassword(ctx, inst); err != nil {
		return state{}, err
	}
	for try := 0; ; try++ {
		st, err := h.launch(ctx, cfg, inst)
		again := errors.Is(err, errSilent) || errors.Is(err, errPortTaken) && cfg.BoltPort == 0
		if !again || try == 2 {
			return st, err
		}
	}
}

// setPassword gives a new home a random password before its first start, so
// that there is no moment with Neo4j's default one.
func (h home) setPassword(ctx context.Context, inst installation) error {
	pw, err := h.password()
	if err != nil {
		return err
	}
	started := h.has("data/databases/system")
	switch {
	case started && pw == "":
		return news.Errorf(news.Unavailable,
			"The file %s with the password of Neo4j is gone: write the password back into it, or use another data directory (--data).", h.path("password"))
	case started:
		return nil
	case pw == "":
		pw = rand.Text()
		if err := os.WriteFile(h.path("password"), []byte(pw+"\n"), 0o600); err != nil {
			return fmt.Errorf("keep the password of Neo4j: %w", err)
		}
	}
	// An argument file keeps the password out of the list of processes.
	args := h.path("run/args")
	if err := os.WriteFile(args, []byte("dbms set-initial-password "+pw+"\n"), 0o600); err != nil {
		return fmt.Errorf("set the password of Neo4j: %w", err)
	}
	defer func() { _ = os.Remove(args) }()
	cmd := inst.java(ctx, "-XX:TieredStopAtLevel=1", "-cp", inst.classPath(), "org.neo4j.cli.AdminTool", "@"+args)
	cmd.Env = append(os.Environ(), "NEO4J_HOME="+h.dir, "NEO4J_CONF="+h.path("conf"))
	out, err := cmd.CombinedOutput()
	if err != nil {
		return fmt.Errorf("set the password of Neo4j: %w: %s", err, strings.TrimSpace(string(out)))
	}
	return nil
}

// launch starts a process and waits until it answers. It leaves no process
// behind when it fails.
func (h home) launch(ctx context.Context, cfg Config, inst installation) (state, error) {
	last, _ := h.readState()
	st, err := addresses(cfg.BoltPort, last)
	if err != nil {
		return state{}, err
	}
	mem, err := memoryFor(cfg)
	if err != nil {
		return state{}, err
	}
	if err := os.WriteFile(h.path("conf/neo4j.conf"), []byte(conf(st, mem)), 0o600); err != nil {
		return state{}, fmt.Errorf("configure Neo4j: %w", err)
	}
	console, err := os.OpenFile(h.path("logs/console.log"), os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return state{}, fmt.Errorf("start Neo4j: %w", err)
	}
	defer func() { _ = console.Close() }()
	logged := h.logSize()
	if err := os.Remove(h.path("stopped")); err != nil && !errors.Is(err, os.ErrNotExist) {
		return state{}, fmt.Errorf("start Neo4j: %w", err)
	}

	args := mem.javaFlags()
	args = append(args, inst.archiveFlags(&st)...)
	for _, p := range []string{"java.nio", "java.io", "sun.nio.ch"} {
		args = append(args, "--add-opens=java.base/"+p+"=ALL-UNNAMED")
	}
	args = append(args, "-Dfile.encoding=UTF-8", "-cp", inst.classPath(), "org.neo4j.server.CommunityEntryPoint",
		"--home-dir="+h.dir, "--config-dir="+h.path("conf"))
	if cfg.Chatty {
		cfg.say("Starting Neo4j %s ...", Version)
	}
	// The process must outlive ctx and the terminal: others may use it.
	cmd := inst.java(context.WithoutCancel(ctx), args...)
	cmd.Dir = h.dir
	cmd.Stdout, cmd.Stderr = console, console
	detach(cmd)
	if err := cmd.Start(); err != nil {
		return state{}, fmt.Errorf("start Neo4j: %w", err)
	}
	// Reap it when it ends while this process still runs, whoever stops it.
	go func() { _ = cmd.Wait() }()
	st.PID = cmd.Process.Pid
	err = h.writeState(st)
	if err == nil {
		err = h.await(ctx, st, startTimeout)
	}
	if err == nil {
		return st, nil
	}
	if errors.Is(err, errEnded) {
		return state{}, h.diagnose(logged, inst)
	}
	return state{}, errors.Join(err, h.halt(st))
}

// halt stops the process and puts the classes that it archived in place.
func (h home) halt(st state) error {
	if err := terminate(st.PID, h.owns); err != nil {
		return fmt.Errorf("stop Neo4j: %w", err)
	}
	if unique, ok := strings.CutSuffix(st.Archive, archiveSuffix); ok {
		_ = os.Rename(st.Archive, strings.TrimSuffix(unique, filepath.Ext(unique)))
	}
	return nil
}

func (h home) logSize() int64 {
	fi, err := os.Stat(filepath.Join(h.dir, "logs", "neo4j.log"))
	if err != nil {
		return 0
	}
	return fi.Size()
}

func (cfg Config) say(format string, args ...any) {
	if cfg.Progress != nil {
		fmt.Fprintf(cfg.Progress, format+"\n", args...)
	}
}
