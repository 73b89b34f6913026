package server

import (
	"net/http"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// metrics is what the server counts, for Prometheus.
type metrics struct {
	registry   *prometheus.Registry
	duration   *prometheus.HistogramVec
	statements *prometheus.HistogramVec
	errors     *prometheus.CounterVec
	operations *gate
	streams    *gate
}

func newMetrics() *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "newsgraph_operation_seconds", Help: "How long GraphQL operations took, by type.",
			Buckets: []float64{.002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5, 15},
		}, []string{"type"}),
		statements: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "newsgraph_operation_statements", Help: "How many Cypher statements GraphQL operations ran, by type.",
			Buckets: []float64{1, 2, 3, 5, 8, 13, 21, 50, 150},
		}, []string{"type"}),
		errors: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "newsgraph_errors_total", Help: "Errors that GraphQL operations answered, by code.",
		}, []string{"code"}),
		operations: &gate{}, streams: &gate{},
	}
	m.registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		m.duration, m.statements, m.errors,
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "newsgraph_operations", Help: "Queries and mutations under way."}, m.operations.value),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "newsgraph_subscriptions", Help: "Subscriptions under way."}, m.streams.value))
	return m
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// operation counts one that is done.
func (m *metrics) operation(kind string, resp *graphql.Response, took time.Duration, statements int) {
	m.duration.WithLabelValues(kind).Observe(took.Seconds())
	m.statements.WithLabelValues(kind).Observe(float64(statements))
	if resp == nil {
		return
	}
	for _, err := range resp.Errors {
		code, _ := err.Extensions["code"].(string)
		m.errors.WithLabelValues(code).Inc()
	}
}

// gate counts what is under way.
type gate struct{ n atomic.Int64 }

func (g *gate) value() float64 { return float64(g.n.Load()) }

// enter lets one more in unless there are greatest already.
func (g *gate) enter(greatest int) (leave func(), ok bool) {
	if g.n.Add(1) > int64(greatest) {
		g.n.Add(-1)
		return nil, false
	}
	return func() { g.n.Add(-1) }, true
}
