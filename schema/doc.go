// Package schema is the GraphQL schema: its definition by subject in
// *.graphqls, the Go types behind its types, and what gqlgen generates from
// both (*_gen.go). Package resolvers fills it with life.
package schema

//go:generate go tool gqlgen generate --config ../gqlgen.yml
