package neo4jd

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// stopTimeout is how long a clean stop may take before the process is killed.
const stopTimeout = 30 * time.Second

// owns reports whether pid is a live Neo4j process of this home. Ids are
// used again, so the command line is looked at as well.
func (h home) owns(pid int) bool {
	if pid <= 0 || !exists(pid) {
		return false
	}
	return strings.Contains(commandLine(pid)+"\x00", "--home-dir="+h.dir+"\x00")
}

// commandLine returns the arguments of a process, NUL-terminated, from /proc
// or, where there is none, from ps. A zombie has none.
func commandLine(pid int) string {
	if _, err := os.Stat("/proc/self/cmdline"); err == nil {
		b, _ := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "cmdline"))
		return string(b)
	}
	out, _ := exec.Command("ps", "-ww", "-o", "command=", "-p", strconv.Itoa(pid)).Output()
	return strings.ReplaceAll(strings.TrimSpace(string(out)), " --", "\x00--")
}

// terminate asks the process to end, waits, and kills it when it does not.
// alive tells whether the process is still the one that is meant.
func terminate(pid int, alive func(int) bool) error {
	if !alive(pid) {
		return nil
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		return err
	}
	for _, sig := range []os.Signal{syscall.SIGTERM, syscall.SIGKILL} {
		if err := p.Signal(sig); err != nil && alive(pid) {
			return fmt.Errorf("signal process %d: %w", pid, err)
		}
		if gone(pid, alive, stopTimeout) {
			return nil
		}
	}
	return fmt.Errorf("process %d does not end", pid)
}

func gone(pid int, alive func(int) bool, within time.Duration) bool {
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(within); alive(pid); <-tick.C {
		if time.Now().After(end) {
			return false
		}
	}
	return true
}
