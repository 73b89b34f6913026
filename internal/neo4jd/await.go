package neo4jd

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"github.com/newsgraph/newsgraph/news"
)

// errEnded is the cause when the process ends while it is waited for.
var errEnded = errors.New("Neo4j ended as it started")

// await waits until the process answers a query. A refused password is
// *news.Error; the end of the process is errEnded.
func (h home) await(ctx context.Context, st state, timeout time.Duration) error {
	pw, err := h.password()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	driver, err := neo4j.NewDriverWithContext("bolt://"+st.Bolt, neo4j.BasicAuth(Username, pw, ""), func(c *config.Config) {
		c.SocketConnectTimeout = 5 * time.Second
		c.ConnectionAcquisitionTimeout = 10 * time.Second
		c.TelemetryDisabled = true
	})
	if err != nil {
		return fmt.Errorf("reach Neo4j at %s: %w", st.Bolt, err)
	}
	defer func() { _ = driver.Close(context.WithoutCancel(ctx)) }()
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		err := ask(ctx, driver)
		if err == nil {
			return nil
		}
		if refused := new(neo4j.Neo4jError); errors.As(err, &refused) && refused.IsAuthenticationFailed() {
			return news.Errorf(news.Unavailable,
				"Neo4j does not take the password in %s: write the right one into that file, or use another data directory (--data).", h.path("password"))
		}
		if !h.owns(st.PID) {
			return errEnded
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("wait for Neo4j to answer at %s: %w: %w", st.Bolt, ctx.Err(), err)
		case <-tick.C:
		}
	}
}

// ask runs one query: the driver's own check would pause between retries.
func ask(ctx context.Context, driver neo4j.DriverWithContext) error {
	s := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: "neo4j"})
	defer func() { _ = s.Close(context.WithoutCancel(ctx)) }()
	res, err := s.Run(ctx, "RETURN 1", nil)
	if err != nil {
		return err
	}
	_, err = res.Consume(ctx)
	return err
}
