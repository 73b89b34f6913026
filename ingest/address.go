package ingest

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/idna"
)

// tracking are the query parameters that say how a reader came, not what
// they read; trackingPrefixes begin such names.
var (
	tracking = []string{
		"_ga", "_gl", "_hsenc", "_hsmi", "amp", "cmp", "cmpid", "dclid", "fbclid", "gad_source", "gbraid", "gclid", "gclsrc",
		"guccounter", "guce_referrer", "guce_referrer_sig", "icid", "igsh", "igshid", "ito", "mbid", "mc_cid", "mc_eid", "mkt_tok",
		"msclkid", "ncid", "ocid", "oly_anon_id", "oly_enc_id", "outputtype", "rb_clickid", "ref_src", "ref_url", "s_cid", "smid",
		"smtyp", "soc_src", "soc_trk", "srnd", "taid", "twclid", "usqp", "vero_id", "wbraid", "wickedid", "xtor", "yclid",
	}
	trackingPrefixes = []string{"utm_", "at_", "ns_", "pk_", "mtm_", "hsa_", "guce_", "amp_", "__twitter_", "wt."}
)

// hosts maps names of hosts to ASCII; underscores, which the rules forbid and people use, stay.
var hosts = idna.New(idna.MapForLookup(), idna.Transitional(false), idna.StrictDomainName(false))

// longestURL is the length in bytes beyond which nothing is an address.
const longestURL = 4000

// CanonicalURL returns the address under which an article is known however
// it is linked: https, lower-case host without www and amp, no port, user,
// fragment, tracking parameters or AMP marks, parameters sorted. It returns
// "" and false for what is no web address.
func CanonicalURL(s string) (string, bool) {
	for range 3 { // an AMP cache's address holds the publisher's, which may hold marks again
		out, again, ok := canonical(s)
		if !ok {
			return "", false
		}
		if !again {
			return out, true
		}
		s = out
	}
	return "", false
}

// canonical cleans s once; again is true when what it returns must be cleaned too.
func canonical(s string) (out string, again, ok bool) {
	s = strings.TrimSpace(s)
	if len(s) > longestURL {
		return "", false, false
	}
	if strings.HasPrefix(s, "//") {
		s = "https:" + s
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || (!strings.EqualFold(u.Scheme, "http") && !strings.EqualFold(u.Scheme, "https")) {
		return "", false, false
	}
	host, err := hosts.ToASCII(strings.TrimRight(strings.ToLower(u.Hostname()), "."))
	if err != nil || host == "" || strings.ContainsAny(host, " %/\\") {
		return "", false, false
	}
	if inner, cached := ampCache(host, u.EscapedPath()); cached {
		return inner, true, true
	}
	for trimmed := true; trimmed; {
		trimmed = false
		for _, prefix := range []string{"www.", "amp."} {
			if rest, has := strings.CutPrefix(host, prefix); has && strings.Contains(rest, ".") {
				host, trimmed = rest, true
			}
		}
	}
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	where := articlePath(u.EscapedPath())
	out = "https://" + host + where
	if q := keptQuery(u.RawQuery); q != "" {
		out += "?" + q
	}
	return out, false, true
}

// ampCache returns the address that an AMP cache of Google's serves:
// https://example-com.cdn.ampproject.org/c/s/example.com/path and
// https://google.com/amp/s/example.com/path.
func ampCache(host, where string) (string, bool) {
	rest := ""
	switch {
	case strings.HasSuffix(host, ".cdn.ampproject.org") || host == "cdn.ampproject.org":
		for _, kind := range []string{"/c/", "/v/", "/wp/"} {
			if after, has := strings.CutPrefix(where, kind); has {
				rest = after
			}
		}
	case host == "google.com" || strings.HasPrefix(host, "www.google."):
		rest, _ = strings.CutPrefix(where, "/amp/")
		if rest == where {
			rest = ""
		}
	}
	rest = strings.TrimPrefix(rest, "s/")
	if first, _, _ := strings.Cut(rest, "/"); !strings.Contains(first, ".") {
		return "", false
	}
	return "https://" + rest, true
}

// articlePath drops what marks the AMP form of a page, and slashes at the end.
func articlePath(p string) string {
	if p == "" {
		return ""
	}
	trimmed := strings.TrimRight(path.Clean("/"+p), "/")
	for {
		before := trimmed
		trimmed = strings.TrimPrefix(trimmed, "/amp/")
		if trimmed != before {
			trimmed = "/" + trimmed
		}
		trimmed = strings.TrimSuffix(trimmed, "/amp")
		trimmed = strings.TrimSuffix(trimmed, ".amp")
		if rest, has := strings.CutSuffix(trimmed, ".amp.html"); has {
			trimmed = rest + ".html"
		}
		trimmed = strings.TrimRight(trimmed, "/")
		if trimmed == before {
			return trimmed
		}
	}
}

// keptQuery returns the query without tracking parameters, sorted.
func keptQuery(raw string) string {
	var kept []string
	for _, pair := range strings.FieldsFunc(raw, func(r rune) bool { return r == '&' || r == ';' }) {
		name, _, _ := strings.Cut(pair, "=")
		if plain, err := url.QueryUnescape(name); err == nil {
			name = plain
		}
		name = strings.ToLower(name)
		if slices.Contains(tracking, name) || slices.ContainsFunc(trackingPrefixes, func(p string) bool { return strings.HasPrefix(name, p) }) {
			continue
		}
		kept = append(kept, strings.ReplaceAll(pair, " ", "+"))
	}
	slices.Sort(kept)
	return strings.Join(slices.Compact(kept), "&")
}
