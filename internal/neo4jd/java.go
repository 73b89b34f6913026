package neo4jd

import (
	"context"
	"crypto/rand"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// minJava is the oldest Java that Neo4j 5.26 runs on.
const minJava = 17

// javaVersion matches the first line of java -version: openjdk version "17.0.15" 2025-04-15.
var javaVersion = regexp.MustCompile(`version "((?:1\.)?(\d+)[^"]*)"`)

// findJava returns the Java of JAVA_HOME, else of PATH, and its version.
func findJava(ctx context.Context) (path, version string, err error) {
	if dir := os.Getenv("JAVA_HOME"); dir != "" {
		path, err = exec.LookPath(filepath.Join(dir, "bin", "java"))
	}
	if path == "" {
		path, err = exec.LookPath("java")
	}
	if err != nil {
		return "", "", news.Errorf(news.Unavailable, "No Java was found (on Debian: apt install openjdk-17-jre-headless maven): %s.", threeWays)
	}
	out, err := exec.CommandContext(ctx, path, "-version").CombinedOutput()
	m := javaVersion.FindStringSubmatch(string(out))
	if m == nil {
		if err == nil {
			err = errors.New("no version in what it prints")
		}
		return "", "", news.Errorf(news.Unavailable, "%s does not tell its version (%v): %s.", path, err, threeWays)
	}
	if major, _ := strconv.Atoi(m[2]); major < minJava {
		return "", "", news.Errorf(news.Unavailable, "%s is Java %s, and Neo4j needs Java %d or newer (set JAVA_HOME if another one is installed): %s.",
			path, m[1], minJava, threeWays)
	}
	return path, m[1], nil
}

// installation is a Java and the jars of Neo4j.
type installation struct {
	javaPath, javaVersion string
	// dir holds lib, the folder of the jars, and the archive of their classes.
	dir string
}

func installed(ctx context.Context, cfg Config) (installation, error) {
	path, version, err := findJava(ctx)
	if err != nil {
		return installation{}, err
	}
	dir, err := Fetch(ctx, cfg)
	if err != nil {
		return installation{}, err
	}
	return installation{path, version, dir}, nil
}

func (i installation) java(ctx context.Context, args ...string) *exec.Cmd {
	return exec.CommandContext(ctx, i.javaPath, args...)
}

func (i installation) classPath() string { return filepath.Join(i.dir, "lib", "*") }

// archive is the file with the classes that this Java loads for Neo4j.
func (i installation) archive() string {
	version := strings.Map(func(r rune) rune {
		if r == '/' || r == '\\' || r == ' ' {
			return '_'
		}
		return r
	}, i.javaVersion)
	return filepath.Join(i.dir, "classes-"+version+".jsa")
}

// archiveFlags has Java map the classes that an earlier run archived, which
// takes a third off the start, or archive them as it ends: to a file of its
// own, which halt puts in place when it is whole.
func (i installation) archiveFlags(st *state) []string {
	archive := i.archive()
	if _, err := os.Stat(archive); err == nil {
		return []string{"-XX:SharedArchiveFile=" + archive, "-Xshare:auto"}
	}
	st.Archive = archive + "." + rand.Text()[:8] + archiveSuffix
	return []string{"-XX:ArchiveClassesAtExit=" + st.Archive}
}

// archiveSuffix ends the name of an archive until it is known to be whole.
const archiveSuffix = ".new"
