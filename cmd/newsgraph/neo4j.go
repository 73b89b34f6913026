package main

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/internal/neo4jd"
)

func (a *app) neo4jCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "neo4j",
		Short: "Start, stop and look at the Neo4j that Newsgraph runs itself",
		Long: `Start, stop and look at the Neo4j that Newsgraph runs itself.

Without NEO4J_URI, Newsgraph runs a Neo4j for each data directory. Commands
start it as they need it and the last one stops it; neo4j start leaves it
running, so that commands are quicker and other Neo4j tools can read the graph.`,
		Example: `  newsgraph neo4j start
  newsgraph neo4j status                     # address, user and password for other tools
  eval "$(newsgraph neo4j status --format env)" && cypher-shell
  newsgraph neo4j browser                    # Neo4j Browser on this graph
  newsgraph neo4j stop`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.neo4jStart(), a.neo4jStop(), a.neo4jStatus(), a.neo4jBrowser())
	return cmd
}

func (a *app) neo4jStart() *cobra.Command {
	return &cobra.Command{
		Use:   "start",
		Short: "Start it, and leave it running until neo4j stop",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			info, err := a.startKept(cmd)
			if err != nil {
				return err
			}
			return a.printInfo(info, "text")
		},
	}
}

func (a *app) startKept(cmd *cobra.Command) (neo4jd.Info, error) {
	cfg, err := a.managed()
	if err != nil {
		return neo4jd.Info{}, err
	}
	info, err := neo4jd.Start(cmd.Context(), cfg)
	if err == nil && a.uri != "" && a.uri != info.URI {
		a.complain(fmt.Sprintf("Other commands use NEO4J_URI, %s, and not this Neo4j: unset it to use this one.", a.uri))
	}
	return info, err
}

func (a *app) neo4jStop() *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use:   "stop",
		Short: "Stop it, or have it stop after the commands that use it",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			users, err := neo4jd.Stop(cmd.Context(), a.data, force)
			switch {
			case err != nil:
				return err
			case users > 0:
				fmt.Fprintf(a.stdout, "Neo4j stops when the commands that use it have ended (%d); --force stops it now.\n", users)
			default:
				fmt.Fprintln(a.stdout, "Neo4j has stopped.")
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "stop it under the commands that use it")
	return cmd
}

func (a *app) neo4jStatus() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Print its address, user and password for other Neo4j tools",
		Long: `Print the address, user and password of the Neo4j that runs for this data
directory. Exit code 1 when none runs.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if format != "text" && format != "json" && format != "env" {
				return usagef("The format is text, json or env, not %q.", format)
			}
			info, err := neo4jd.Status(cmd.Context(), a.data)
			if err != nil {
				return err
			}
			return a.printInfo(info, format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text, json, or env: lines for a shell to evaluate")
	return cmd
}

func (a *app) neo4jBrowser() *cobra.Command {
	var noOpen bool
	cmd := &cobra.Command{
		Use:   "browser",
		Short: "Open Neo4j Browser on this graph",
		Long: `Open Neo4j Browser on this graph, starting Neo4j where none runs and leaving it
running until neo4j stop. Without a desktop it prints the address.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			info, err := a.startKept(cmd)
			if err != nil {
				return err
			}
			if !noOpen && a.terminal() {
				openURL(info.Browser)
			}
			fmt.Fprintf(a.stdout, "Open %s and connect to %s as %s with the password %s\n", info.Browser, info.URI, info.Username, info.Password)
			return nil
		},
	}
	cmd.Flags().BoolVar(&noOpen, "no-open", false, "only print the address")
	return cmd
}

// openURL asks the desktop to show an address. The address is printed as
// well, so a failure needs no word.
func openURL(url string) {
	opener := map[string][]string{
		"darwin":  {"open"},
		"windows": {"rundll32", "url.dll,FileProtocolHandler"},
	}[runtime.GOOS]
	if opener == nil {
		opener = []string{"xdg-open"}
	}
	_ = exec.Command(opener[0], append(opener[1:], url)...).Run()
}

func (a *app) printInfo(info neo4jd.Info, format string) error {
	switch format {
	case "json":
		e := json.NewEncoder(a.stdout)
		e.SetIndent("", "  ")
		return e.Encode(info)
	case "env":
		_, err := fmt.Fprintf(a.stdout, "export NEO4J_URI=%s NEO4J_USERNAME=%s NEO4J_PASSWORD=%s NEO4J_DATABASE=neo4j\n",
			info.URI, info.Username, shellQuote(info.Password))
		return err
	}
	until := "until the last command ends"
	if info.Kept {
		until = "until newsgraph neo4j stop"
	}
	_, err := fmt.Fprintf(a.stdout, "Neo4j %s runs %s\nBolt      %s\nBrowser   %s\nUser      %s\nPassword  %s\nHome      %s\nProcess   %d, used by %s\n",
		neo4jd.Version, until, info.URI, info.Browser, info.Username, info.Password, info.Home, info.PID, plural(info.Users, "command"))
	return err
}

func shellQuote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
