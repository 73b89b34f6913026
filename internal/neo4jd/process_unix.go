//go:build unix

package neo4jd

import (
	"errors"
	"os/exec"
	"syscall"
)

// detach gives the process a session of its own, so that neither Ctrl-C nor
// the end of the terminal reaches it.
func detach(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
}

func exists(pid int) bool {
	err := syscall.Kill(pid, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}
