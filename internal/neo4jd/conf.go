package neo4jd

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/news"
)

// errPortTaken is the cause when somebody else listens where Neo4j is to.
var errPortTaken = errors.New("port taken")

// conf returns Neo4j's configuration: loopback only, no reports home, and no
// quiet period on the way down, which would add ten seconds to every stop.
func conf(st state, mem memory) string {
	return strings.Join([]string{
		"# Written at every start.",
		"server.default_listen_address=127.0.0.1",
		"server.bolt.listen_address=" + st.Bolt,
		"server.bolt.advertised_address=" + st.Bolt,
		"server.http.listen_address=" + st.HTTP,
		"server.http.advertised_address=" + st.HTTP,
		"server.https.enabled=false",
		"server.memory.pagecache.size=" + mem.pageCache,
		"server.directories.import=import",
		"dbms.security.allow_csv_import_from_file_urls=false",
		"dbms.usage_report.enabled=false",
		"db.tx_log.rotation.retention_policy=1 files",
		"internal.dbms.bolt.netty_server_shutdown_quiet_period=0",
		"",
	}, "\n")
}

// addresses chooses where to listen. Both ports are held until both are
// chosen, so that they differ.
func addresses(boltPort int, last state) (state, error) {
	bolt, err := listen(boltPort, last.Bolt)
	if err != nil {
		return state{}, err
	}
	http, err := listen(0, last.HTTP)
	if err != nil {
		return state{}, errors.Join(err, bolt.Close())
	}
	st := state{Bolt: bolt.Addr().String(), HTTP: http.Addr().String()}
	return st, errors.Join(bolt.Close(), http.Close())
}

// listen listens on loopback, on the port asked for, else that of the last
// address where it is free, else any. A port that is asked for and taken is
// an error.
func listen(port int, last string) (net.Listener, error) {
	wanted := last
	if port != 0 {
		wanted = net.JoinHostPort("127.0.0.1", strconv.Itoa(port))
	}
	if wanted != "" {
		l, err := listenAgain(wanted, wanted == last)
		if err == nil {
			return l, nil
		}
		if port != 0 {
			return nil, portTaken(wanted)
		}
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("find a free port: %w", err)
	}
	return l, nil
}

// dying is how long a process that was killed may hold its ports.
const dying = 3 * time.Second

// listenAgain listens on an address. One that Neo4j had before may be that
// of a process that is dying, and those who use it know no other: so it is
// waited for.
func listenAgain(addr string, had bool) (net.Listener, error) {
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(dying); ; <-tick.C {
		l, err := net.Listen("tcp", addr)
		if err == nil || !had || time.Now().After(end) {
			return l, err
		}
	}
}

func portTaken(addr string) error {
	return &news.Error{
		Code: news.Unavailable,
		Msg:  "Another program listens on " + addr + ": stop it, or give Neo4j another port with NEWSGRAPH_NEO4J_PORT, or leave that unset for any free one.",
		Err:  errPortTaken,
	}
}

// memory is what Neo4j may use, in sizes as Java writes them.
type memory struct{ heap, pageCache string }

var javaSize = regexp.MustCompile(`^[1-9][0-9]*[kmgKMG]$`)

// memoryFor takes an eighth of the machine's memory for the heap, within 256
// MB and 1 GB, and a sixteenth for the page cache, within 64 MB and 1 GB,
// where cfg does not say otherwise. A heap of 512 MB serves 300,000 nodes.
func memoryFor(cfg Config) (memory, error) {
	mb := machineMB()
	m := memory{
		heap:      strconv.Itoa(min(max(mb/8, 256), 1024)) + "m",
		pageCache: strconv.Itoa(min(max(mb/16, 64), 1024)) + "m",
	}
	for _, s := range []struct {
		given, name string
		to          *string
	}{{cfg.Heap, "NEWSGRAPH_NEO4J_HEAP", &m.heap}, {cfg.PageCache, "NEWSGRAPH_NEO4J_PAGECACHE", &m.pageCache}} {
		if s.given == "" {
			continue
		}
		if !javaSize.MatchString(s.given) {
			return memory{}, news.Errorf(news.BadInput, "%s is %q, which is no size: write it as 512m or 2g.", s.name, s.given)
		}
		*s.to = strings.ToLower(s.given)
	}
	return m, nil
}

func (m memory) javaFlags() []string {
	return []string{"-Xmx" + m.heap, "-XX:+ExitOnOutOfMemoryError"}
}

// machineMB returns the memory in MB that this machine or container has:
// the smaller of what the kernel and the control group say, and 8 GB where
// neither does.
func machineMB() int {
	mb := 8 << 10
	if f, err := os.Open("/proc/meminfo"); err == nil {
		defer func() { _ = f.Close() }()
		for sc := bufio.NewScanner(f); sc.Scan(); {
			var kb int
			if n, _ := fmt.Sscanf(sc.Text(), "MemTotal: %d kB", &kb); n == 1 {
				mb = kb >> 10
				break
			}
		}
	}
	if b, err := os.ReadFile("/sys/fs/cgroup/memory.max"); err == nil {
		if limit, err := strconv.Atoi(strings.TrimSpace(string(b))); err == nil {
			mb = min(mb, limit>>20)
		}
	}
	return mb
}
