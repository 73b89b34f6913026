package graph_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"
)

// TestStatements has the database plan every statement of cypher/: none may
// bring a warning, or scan all of a label or type unless its header names
// the scan ("// scans: Migration"), and none may lie there unused.
func TestStatements(t *testing.T) {
	s := open(t)                                        // indexes decide the plans
	write(t, s, newWorld(31).entries(0, 30, 30, 10)...) // what no node has yet brings a warning
	// Other tests leave samples of indexes behind that speak of what is gone.
	query(t, s, "CALL db.prepareForReplanning(120)")
	ctx := context.Background()
	driver := connect(t)
	session := driver.NewSession(ctx, neo4j.SessionConfig{})
	defer session.Close(ctx)
	files, err := filepath.Glob("cypher/*.cypher")
	if err != nil || len(files) == 0 {
		t.Fatalf("no statements: %v", err)
	}
	used := sources(t)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".cypher")
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(string(text), "// ") {
				t.Error("no header that says what it answers")
			}
			if !strings.Contains(used, `"`+name+`"`) {
				t.Error("nobody uses it")
			}
			result, err := session.Run(ctx, "EXPLAIN "+string(text), nil)
			if err != nil {
				t.Fatal(err)
			}
			summary, err := result.Consume(ctx)
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range summary.Notifications() {
				if n.SeverityLevel() == notifications.Warning && !strings.HasSuffix(n.Code(), "ParameterNotProvided") {
					t.Errorf("%s: %s", n.Code(), n.Description())
				}
			}
			for _, scan := range scans(summary.Plan()) {
				if !allowed(string(text), scan) {
					t.Errorf("scans without saying so: %s", scan)
				}
			}
		})
	}
}

// sources returns the text of the package, without tests.
func sources(t *testing.T) string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(text)
	}
	return b.String()
}

// scans returns the operators of the plan that go through all nodes or
// relationships there are, or all of a label or type, with what they scan.
func scans(plan neo4j.Plan) []string {
	var out []string
	if op := plan.Operator(); strings.Contains(op, "AllNodesScan") || strings.Contains(op, "LabelScan") ||
		strings.Contains(op, "AllRelationshipsScan") || strings.Contains(op, "TypeScan") || strings.Contains(op, "IndexScan") {
		details, _ := plan.Arguments()["Details"].(string)
		out = append(out, op+" "+details)
	}
	for _, child := range plan.Children() {
		out = append(out, scans(child)...)
	}
	return out
}

// allowed reports whether the statement's header names what is scanned.
func allowed(text, scan string) bool {
	for line := range strings.Lines(text) {
		if names, ok := strings.CutPrefix(line, "// scans: "); ok {
			for name := range strings.SplitSeq(strings.TrimSpace(names), ", ") {
				if strings.Contains(scan, ":"+name) {
					return true
				}
			}
		}
	}
	return false
}

// connect returns a driver of the test database, for what a Store does not show.
func connect(t *testing.T) neo4j.DriverWithContext {
	t.Helper()
	c := database(t)
	driver, err := neo4j.NewDriverWithContext(c.URI, neo4j.BasicAuth(c.Username, c.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { driver.Close(context.Background()) })
	return driver
}
