package names

import (
	"net/url"
	"strings"
)

// Home returns the ISO code of the country whose government publishes the
// article, by the name of its source and its address ("GOV.UK",
// "https://www.pm.gov.au/..."); "" for all other publishers, who write of
// every country.
func Home(source, address string) string {
	host := strings.ToLower(source)
	if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
		host = strings.ToLower(u.Hostname())
	}
	parts := strings.Split(strings.TrimSpace(host), ".")
	last := parts[len(parts)-1]
	switch {
	case len(parts) < 2:
		return ""
	case last == "gov" || last == "mil":
		return "US"
	}
	switch parts[len(parts)-2] {
	case "gov", "govt", "gob", "gouv", "go", "gc", "mil", "gv", "admin", "government", "bund":
	default:
		return ""
	}
	switch {
	case last == "uk":
		return "GB"
	case len(last) == 2:
		return strings.ToUpper(last)
	}
	return ""
}
