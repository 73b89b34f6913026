package graph

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/newsgraph/newsgraph/news"
)

// migrationFiles holds the migrations, NNNN_name.cypher, run in order, each
// once. A file is never edited after it has shipped. Every statement in them
// may run twice, since a process may end between a statement and its record.
//
//go:embed migrations/*.cypher
var migrationFiles embed.FS

// migration is one numbered file of statements.
type migration struct {
	number     int64
	name       string
	checksum   string
	statements []string
}

// migrations are the files in order of their numbers.
var migrations = loadMigrations()

func loadMigrations() []migration {
	files, err := fs.Glob(migrationFiles, "migrations/*.cypher") // sorted by name, so by number
	if err != nil {
		panic(err)
	}
	var out []migration
	for _, file := range files {
		text, err := migrationFiles.ReadFile(file)
		if err != nil {
			panic(err)
		}
		name := strings.TrimSuffix(strings.TrimPrefix(file, "migrations/"), ".cypher")
		digits, _, _ := strings.Cut(name, "_")
		number, err := strconv.ParseInt(digits, 10, 64)
		if err != nil || number != int64(len(out)+1) {
			panic(fmt.Sprintf("graph: migration %s is out of order", file))
		}
		sum := sha256.Sum256(text)
		out = append(out, migration{number, name, hex.EncodeToString(sum[:]), splitStatements(string(text))})
	}
	return out
}

// splitStatements returns the statements of a migration file: each ends with
// a semicolon at the end of a line.
func splitStatements(text string) []string {
	var out []string
	for part := range strings.SplitSeq(text, ";\n") {
		var code []string
		for line := range strings.Lines(part) {
			if t := strings.TrimSpace(line); t != "" && !strings.HasPrefix(t, "//") {
				code = append(code, line)
			}
		}
		if len(code) > 0 {
			out = append(out, strings.Join(code, ""))
		}
	}
	return out
}

// Migrate brings the database to the state that this program needs. It may
// run in several processes at once, and again at any time. It returns an
// Unavailable error when a newer program has migrated the database further.
func (s *Store) Migrate(ctx context.Context) error {
	return s.explain("migrate", s.migrate(ctx))
}

func (s *Store) migrate(ctx context.Context) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer closeSession(ctx, session)
	// Each process holds the lock node while it migrates: others wait at its SET.
	if err := s.change(ctx, session, "migration_constrain", nil); err != nil {
		return err
	}
	_, err := session.ExecuteWrite(ctx, func(lock neo4j.ManagedTransaction) (any, error) {
		if _, err := rowsOf(ctx, lock, "migration_lock", nil); err != nil {
			return nil, err
		}
		return nil, s.migrateLocked(ctx)
	})
	return err
}

// migrateLocked runs what is missing, while the caller keeps other processes from it.
func (s *Store) migrateLocked(ctx context.Context) error {
	missing, err := s.missing(ctx)
	if err != nil {
		return err
	}
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer closeSession(ctx, session)
	for _, m := range missing {
		for _, text := range m.statements {
			if _, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
				result, err := tx.Run(ctx, text, nil)
				if err != nil {
					return nil, err
				}
				return result.Consume(ctx)
			}); err != nil {
				return fmt.Errorf("migration %s: %w", m.name, err)
			}
		}
		if err := s.change(ctx, session, "index_await", nil); err != nil {
			return fmt.Errorf("migration %s: %w", m.name, err)
		}
		if err := s.change(ctx, session, "migration_record", map[string]any{"number": m.number, "name": m.name, "checksum": m.checksum}); err != nil {
			return fmt.Errorf("migration %s: %w", m.name, err)
		}
	}
	return nil
}

// change runs one writing statement in a transaction of its own.
func (s *Store) change(ctx context.Context, session neo4j.SessionWithContext, name string, params map[string]any) error {
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return rowsOf(ctx, tx, name, params)
	})
	return err
}

// missing returns the migrations that the database has not had.
func (s *Store) missing(ctx context.Context) ([]migration, error) {
	rows, err := s.read(ctx, "migration_list", nil)
	if err != nil {
		return nil, err
	}
	had := map[int64]string{}
	for _, r := range rows {
		number, _ := r["number"].(int64)
		had[number], _ = r["checksum"].(string)
		if number > int64(len(migrations)) {
			return nil, news.Errorf(news.Unavailable, "The database was migrated by a newer newsgraph (migration %d): use that version or a newer one.", number)
		}
	}
	var out []migration
	for _, m := range migrations {
		switch sum, ok := had[m.number]; {
		case !ok:
			out = append(out, m)
		case sum != m.checksum:
			return nil, news.Errorf(news.Unavailable, "The database had another migration %s than this newsgraph has: use the version that migrated it, or a fresh database.", m.name)
		}
	}
	return out, nil
}

// Ready returns nil when the database answers and is migrated.
func (s *Store) Ready(ctx context.Context) error {
	missing, err := s.missing(ctx)
	if err != nil {
		return s.explain("ready", err)
	}
	if len(missing) > 0 {
		return news.Errorf(news.Unavailable, "The database is not migrated yet (%s is missing): wait for newsgraph serve to migrate it.", missing[0].name)
	}
	return nil
}
