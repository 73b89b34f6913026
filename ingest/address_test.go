package ingest_test

import (
	"testing"

	"github.com/newsgraph/newsgraph/ingest"
)

func TestAddressesThatAreOneArticle(t *testing.T) {
	tests := []struct{ in, want string }{
		{"https://example.com/a", "https://example.com/a"},
		{"HTTP://WWW.Example.COM:80/a/", "https://example.com/a"},
		{"https://example.com:443/a#section", "https://example.com/a"},
		{"https://user:pw@example.com/a", "https://example.com/a"},
		{"//example.com/a", "https://example.com/a"},
		{"https://example.com", "https://example.com"},
		{"https://example.com/", "https://example.com"},
		{"https://example.com/A/b.html", "https://example.com/A/b.html"},
		{"https://example.com/a?utm_source=x&id=5&fbclid=y&UTM_Medium=z", "https://example.com/a?id=5"},
		{"https://example.com/a?b=2&a=1&b=2", "https://example.com/a?a=1&b=2"},
		{"https://example.com/a?", "https://example.com/a"},
		{"https://amp.example.com/a", "https://example.com/a"},
		{"https://www.amp.example.com/a/amp/", "https://example.com/a"},
		{"https://example.com/amp/a", "https://example.com/a"},
		{"https://example.com/a.amp.html?amp=1", "https://example.com/a.html"},
		{"https://example.com/camp", "https://example.com/camp"},
		{"https://www.google.com/amp/s/www.example.com/a/amp", "https://example.com/a"},
		{"https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a", "https://example.com/a"},
		{"https://www.com/a", "https://www.com/a"},
		{"https://example.com/a%20b/ü", "https://example.com/a%20b/%C3%BC"},
		{"https://bücher.example/a", "https://xn--bcher-kva.example/a"},
		{"https://a_b.example.com/x/../y", "https://a_b.example.com/y"},
		{"https://example.com:8080/a", "https://example.com:8080/a"},
		{"mailto:a@example.com", ""},
		{"ftp://example.com/a", ""},
		{"urn:uuid:1", ""},
		{"/relative", ""},
		{"", ""},
		{"https://", ""},
		{"https://exa mple.com/", ""},
		{"https://%zz/", ""},
		{"javascript:alert(1)", ""},
	}
	for _, test := range tests {
		got, ok := ingest.CanonicalURL(test.in)
		if got != test.want || ok != (test.want != "") {
			t.Errorf("CanonicalURL(%q) = %q, %v; want %q", test.in, got, ok, test.want)
		}
	}
}

func FuzzCanonicalURL(f *testing.F) {
	for _, s := range []string{
		"https://www.example.com/a/?b=1&utm_x=2#c", "https://www.google.com/amp/s/amp.example.com/amp", "//a.b/%2e%2e/;x?y;z=1", "https://[::1]:80/",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once, ok := ingest.CanonicalURL(s)
		if !ok {
			return
		}
		if twice, ok := ingest.CanonicalURL(once); !ok || twice != once {
			t.Errorf("%q becomes %q, which becomes %q, %v", s, once, twice, ok)
		}
	})
}
