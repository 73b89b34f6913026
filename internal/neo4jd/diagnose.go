package neo4jd

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// errSilent is the cause when Neo4j ends without a word.
var errSilent = errors.New("Neo4j ended without a word")

var causedBy = regexp.MustCompile(`(?m)(?:ERROR|Caused by:|Error:) (.*)$`)

// diagnose tells why a start failed, from what Neo4j logged after the first
// logged bytes of its log and from what Java printed.
func (h home) diagnose(logged int64, inst installation) error {
	log := readFrom(h.path("logs/neo4j.log"), logged) + readFrom(h.path("logs/console.log"), 0)
	st, _ := h.readState()
	e := &news.Error{Code: news.Unavailable}
	switch {
	case containsAny(log, "Address already in use", "BindException"):
		return portTaken(st.Bolt + " or " + st.HTTP)
	case strings.Contains(log, "No space left on device"):
		e.Msg = fmt.Sprintf("The disk is full, so Neo4j can't start: free some space for %s, or use another data directory (--data).", h.dir)
	case strings.Contains(log, "Lock file has been locked by another process"):
		e.Msg = fmt.Sprintf("Another Neo4j uses the data in %s: stop it, or use another data directory (--data).", h.path("data"))
	case containsAny(log, "Could not reserve enough space", "insufficient memory", "OutOfMemoryError", "Invalid maximum heap size"):
		e.Msg = "There is not enough memory for Neo4j: give it less with NEWSGRAPH_NEO4J_HEAP=256m and NEWSGRAPH_NEO4J_PAGECACHE=64m, or close other programs."
	case containsAny(log, "ClassNotFoundException", "NoClassDefFoundError", "Could not find or load main class", "zip END header not found"):
		e.Msg = "The fetched jars of Neo4j are damaged and were removed: run the command again to fetch them anew."
		if verify(filepath.Join(inst.dir, "lib")) == nil {
			e.Msg = fmt.Sprintf("This Java (%s) can't load Neo4j: use a Java 17 or 21, with JAVA_HOME.", inst.javaVersion)
			break
		}
		if err := os.RemoveAll(inst.dir); err != nil {
			e.Msg = fmt.Sprintf("The fetched jars of Neo4j are damaged: remove the folder %s and run the command again.", inst.dir)
		}
	default:
		h.unknown(e, log, inst)
	}
	return e
}

// unknown fills in e for a start that failed for no reason known here.
func (h home) unknown(e *news.Error, log string, inst installation) {
	said := causedBy.FindAllStringSubmatch(log, -1)
	if said == nil {
		// Killed, or its Java broke: an archive of classes may be at fault.
		_ = os.Remove(inst.archive())
		e.Err = errSilent
		e.Msg = fmt.Sprintf("Neo4j ended as it started and did not say why: read %s, and free some memory if there is little.", h.path("logs/console.log"))
		return
	}
	cause := strings.TrimRight(strings.TrimSpace(said[len(said)-1][1]), ".")
	e.Err = errors.New(cause)
	e.Msg = fmt.Sprintf("Neo4j did not start (%s): read %s and %s.", cause, h.path("logs/neo4j.log"), h.path("logs/console.log"))
}

// readFrom returns up to 1 MB of a file from an offset on, or from its start
// where it has become shorter; "" when it can't be read.
func readFrom(name string, offset int64) string {
	f, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer func() { _ = f.Close() }()
	if fi, err := f.Stat(); err == nil && fi.Size() < offset {
		offset = 0
	}
	if _, err := f.Seek(offset, io.SeekStart); err != nil {
		return ""
	}
	b, _ := io.ReadAll(io.LimitReader(f, 1<<20))
	return string(b)
}
