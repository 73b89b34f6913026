// Package server answers HTTP: GraphQL over GET, POST, WebSocket and
// server-sent events, the pages for people, health and metrics.
package server

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/newsgraph/newsgraph/news"
)

// Config is what a server works with. Zero values stand for the defaults.
type Config struct {
	// Schema answers GraphQL.
	Schema graphql.ExecutableSchema
	// Ready returns nil when the database can be used, else why not.
	Ready func(ctx context.Context) error
	// Token is the bearer token that requests must have; "" asks for none,
	// which is only good on a loopback address.
	Token string
	// Explorer holds the pages of the explorer with their index.html; nil
	// shows the page about the service at / instead.
	Explorer fs.FS
	// Log takes a line for each failed request; nil means slog.Default().
	Log *slog.Logger
	// Version is what the pages say about the program.
	Version string
	// Timeout is how long a query or mutation may take; 0 means 15 seconds.
	Timeout time.Duration
	// MaxBody is the greatest request body in bytes; 0 means 8 MiB.
	MaxBody int64
	// MaxOperations is how many operations run at the same time; 0 means 64.
	// MaxStreams is how many subscriptions do; 0 means 256.
	MaxOperations, MaxStreams int
}

// Server is an http.Handler. Close ends its subscriptions.
type Server struct {
	config  Config
	log     *slog.Logger
	handler http.Handler
	metrics *metrics
	// closing ends when the server goes down.
	closing context.Context
	close   context.CancelFunc
}

// New returns a server for config.
func New(config Config) *Server {
	if config.Log == nil {
		config.Log = slog.Default()
	}
	if config.Timeout <= 0 {
		config.Timeout = 15 * time.Second
	}
	if config.MaxBody <= 0 {
		config.MaxBody = 8 << 20
	}
	if config.MaxOperations <= 0 {
		config.MaxOperations = 64
	}
	if config.MaxStreams <= 0 {
		config.MaxStreams = 256
	}
	s := &Server{config: config, log: config.Log, metrics: newMetrics()}
	s.closing, s.close = context.WithCancel(context.Background())
	s.handler = s.routes()
	return s
}

// routes returns the handler of all paths.
func (s *Server) routes() http.Handler {
	api := s.graphql()
	mux := http.NewServeMux()
	mux.Handle("/graphql", s.authorized(api))
	mux.Handle("GET /metrics", s.authorized(s.metrics.handler()))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { plain(w, http.StatusOK, "ok") })
	mux.HandleFunc("GET /readyz", s.ready)
	mux.HandleFunc("GET /playground", s.playground)
	mux.HandleFunc("GET /about", s.about)
	mux.Handle("GET /assets/about/", http.StripPrefix("/assets/about/", assets()))
	if s.config.Explorer != nil {
		mux.Handle("GET /", http.FileServerFS(s.config.Explorer))
	} else {
		mux.HandleFunc("GET /{$}", s.about)
	}
	return s.identified(s.guarded(mux))
}

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Close ends all subscriptions; other requests go on.
func (s *Server) Close() { s.close() }

func (s *Server) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 5*time.Second)
	defer cancel()
	if s.closing.Err() != nil {
		plain(w, http.StatusServiceUnavailable, "The server is going down.")
		return
	}
	if s.config.Ready != nil {
		if err := s.config.Ready(ctx); err != nil {
			msg := "The database can't be used."
			if known := (*news.Error)(nil); errors.As(err, &known) {
				msg = known.Msg
			}
			plain(w, http.StatusServiceUnavailable, msg)
			return
		}
	}
	plain(w, http.StatusOK, "ready")
}

func plain(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text + "\n"))
}

// Loopback reports whether listen is an address that only this machine reaches.
func Loopback(listen string) bool {
	host, _, err := net.SplitHostPort(listen)
	if err != nil {
		return false
	}
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// Listen opens listen for a server with this token. It returns a BadInput
// error when others could reach the address and there is no token.
func Listen(ctx context.Context, listen, token string) (net.Listener, error) {
	if _, _, err := net.SplitHostPort(listen); err != nil {
		return nil, &news.Error{Code: news.BadInput, Msg: "The address to listen on has the form host:port, like 127.0.0.1:8080.", Err: err}
	}
	if token == "" && !Loopback(listen) {
		return nil, news.Errorf(news.BadInput, "Others can reach %s: set NEWSGRAPH_TOKEN to the bearer token that they must have, or listen on 127.0.0.1.", listen)
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", listen)
	if err != nil {
		return nil, &news.Error{Code: news.Unavailable, Msg: "Can't listen on " + listen + ": is something else there already? Choose another address with --listen.", Err: err}
	}
	return l, nil
}

// Run answers requests on l until ctx ends. Then it ends subscriptions, lets
// the other requests finish for at most ten seconds, and returns.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	hs := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
	done := make(chan error, 1)
	go func() { done <- hs.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	s.Close()
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	err := hs.Shutdown(grace)
	if err != nil {
		_ = hs.Close()
	}
	if serving := <-done; !errors.Is(serving, http.ErrServerClosed) {
		return serving
	}
	return err
}
