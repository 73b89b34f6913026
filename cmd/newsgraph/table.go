package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"
)

// tables are the ways to print the rows of a query.
var tables = map[string]func(w io.Writer, columns []string, rows [][]any) error{
	"table": printTable,
	"json":  printJSON,
	"csv":   printCSV,
}

// printTable aligns columns by the width that a terminal gives to characters.
func printTable(w io.Writer, columns []string, rows [][]any) error {
	lines := [][]string{columns}
	for _, row := range rows {
		line := make([]string, len(row))
		for i, v := range row {
			s, err := cell(v)
			if err != nil {
				return err
			}
			line[i] = strings.NewReplacer("\n", " ", "\t", " ", "\r", "").Replace(s)
		}
		lines = append(lines, line)
	}
	widths := make([]int, len(columns))
	for _, line := range lines {
		for i, s := range line {
			widths[i] = max(widths[i], runewidth.StringWidth(s))
		}
	}
	rule := make([]string, len(columns))
	for i := range rule {
		rule[i] = strings.Repeat("-", widths[i])
	}
	lines = append(lines[:1], append([][]string{rule}, lines[1:]...)...)
	var out bytes.Buffer
	for _, line := range lines {
		for i := range line[:max(len(line)-1, 0)] {
			line[i] = runewidth.FillRight(line[i], widths[i])
		}
		out.WriteString(strings.TrimRight(strings.Join(line, "  "), " ") + "\n")
	}
	fmt.Fprintf(&out, "(%s)\n", plural(len(rows), "row"))
	_, err := w.Write(out.Bytes())
	return err
}

// printJSON writes one array with an object for each row, with the columns in
// the query's order.
func printJSON(w io.Writer, columns []string, rows [][]any) error {
	var out bytes.Buffer
	out.WriteByte('[')
	for n, row := range rows {
		if n > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n  {")
		for i, v := range row {
			if i > 0 {
				out.WriteString(", ")
			}
			name, err := compact(columns[i])
			if err != nil {
				return err
			}
			value, err := compact(v)
			if err != nil {
				return fmt.Errorf("column %s: %w", columns[i], err)
			}
			out.WriteString(name + ": " + value)
		}
		out.WriteByte('}')
	}
	if len(rows) > 0 {
		out.WriteByte('\n')
	}
	out.WriteString("]\n")
	_, err := w.Write(out.Bytes())
	return err
}

// printCSV writes a header and a line for each row; lists and maps are JSON.
func printCSV(w io.Writer, columns []string, rows [][]any) error {
	c := csv.NewWriter(w)
	if err := c.Write(columns); err != nil {
		return err
	}
	for _, row := range rows {
		line := make([]string, len(row))
		for i, v := range row {
			s, err := cell(v)
			if err != nil {
				return err
			}
			line[i] = s
		}
		if err := c.Write(line); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// cell returns a value as people read it: text bare, nothing for null, else JSON.
func cell(v any) (string, error) {
	switch v := v.(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	}
	return compact(v)
}

func compact(v any) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return "", err
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}
