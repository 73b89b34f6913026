package server

import (
	"crypto/subtle"
	"encoding/json"
	"net"
	"net/http"
	"net/url"
	"strings"

	"github.com/google/uuid"

	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/resolvers"
)

// identified gives each request an id, which its answer, its errors and the
// log have in common.
func (s *Server) identified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := uuid.NewString()
		w.Header().Set("X-Request-Id", id)
		next.ServeHTTP(w, r.WithContext(resolvers.WithRequest(r.Context(), id, s.log)))
	})
}

// policy allows pages what comes from here and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
	"font-src 'self'; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// guarded sets the headers that keep browsers careful, and refuses requests
// that a page of another site sends.
func (s *Server) guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		if msg := s.foreign(r); msg != "" {
			refuse(w, r, http.StatusForbidden, news.Errorf(news.Forbidden, "%s", msg))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// foreign returns why a request comes from another site, "" when it doesn't.
// Without a token the server is for this machine alone; a site whose name was
// made to point here (DNS rebinding) shows itself by the Host that it asks for.
func (s *Server) foreign(r *http.Request) string {
	host := hostname(r.Host)
	if s.config.Token == "" {
		if ip := net.ParseIP(host); !(host == "localhost" || ip != nil && ip.IsLoopback()) {
			return "This server answers to localhost and 127.0.0.1 alone: use one of these names."
		}
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return ""
	}
	u, err := url.Parse(origin)
	if err != nil || u.Host != r.Host {
		return "Pages of other sites can't use this server."
	}
	return ""
}

func hostname(hostport string) string {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = hostport
	}
	return strings.ToLower(strings.Trim(host, "[]"))
}

// authorized refuses requests without the token. Browsers can't set headers
// on WebSockets: there the token may come with the first message.
func (s *Server) authorized(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.allowed(r.Header.Get("Authorization")) && !upgrades(r) {
			w.Header().Set("WWW-Authenticate", "Bearer")
			refuse(w, r, http.StatusUnauthorized, errToken)
			return
		}
		next.ServeHTTP(w, r)
	})
}

var errToken = news.Errorf(news.Unauthenticated, "This server wants its token: send the header Authorization: Bearer and the token (NEWSGRAPH_TOKEN).")

// allowed reports whether an Authorization header has the token.
func (s *Server) allowed(header string) bool {
	if s.config.Token == "" {
		return true
	}
	scheme, token, _ := strings.Cut(header, " ")
	return strings.EqualFold(scheme, "Bearer") && subtle.ConstantTimeCompare([]byte(strings.TrimSpace(token)), []byte(s.config.Token)) == 1
}

func upgrades(r *http.Request) bool { return strings.EqualFold(r.Header.Get("Upgrade"), "websocket") }

// refuse answers a request that never reaches GraphQL, in the form of a
// GraphQL error.
func refuse(w http.ResponseWriter, r *http.Request, status int, err error) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": []any{resolvers.Present(r.Context(), err)}})
}
