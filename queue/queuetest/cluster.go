// Package queuetest runs NATS servers for tests, in the test's process. A Cluster
// is for one test.
package queuetest

import (
	"fmt"
	"net"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
)

// Cluster is several servers that keep messages together.
type Cluster struct {
	t       testing.TB
	servers []*server.Server
}

// Start starts n servers on free ports, which end with the test.
func Start(t testing.TB, n int) *Cluster {
	t.Helper()
	c := &Cluster{t: t}
	ports := freePorts(t, n)
	var routes []*url.URL
	for _, port := range ports {
		routes = append(routes, &url.URL{Scheme: "nats", Host: fmt.Sprintf("127.0.0.1:%d", port)})
	}
	folder := t.TempDir()
	for i, port := range ports {
		o := &server.Options{
			ServerName: fmt.Sprintf("node%d", i), Host: "127.0.0.1", Port: server.RANDOM_PORT, JetStream: true,
			StoreDir: filepath.Join(folder, fmt.Sprint(i)), NoSigs: true, NoLog: true, Username: "tester", Password: "secret",
		}
		if n > 1 {
			o.Cluster = server.ClusterOpts{Name: "test", Host: "127.0.0.1", Port: port}
			o.Routes = routes
		}
		s, err := server.NewServer(o)
		if err != nil {
			t.Fatal(err)
		}
		s.Start()
		c.servers = append(c.servers, s)
	}
	t.Cleanup(func() {
		for _, s := range c.servers {
			s.Shutdown()
			s.WaitForShutdown()
		}
	})
	c.wait()
	return c
}

// wait returns when the servers have chosen who leads.
func (c *Cluster) wait() {
	c.t.Helper()
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		ready, leaders := 0, 0
		for _, s := range c.servers {
			if s.ReadyForConnections(time.Second) && s.JetStreamIsCurrent() {
				ready++
			}
			if s.JetStreamIsLeader() {
				leaders++
			}
		}
		if ready == len(c.servers) && (leaders > 0 || len(c.servers) == 1) {
			return
		}
	}
	c.t.Fatal("the servers do not find together")
}

// URL is the address of all servers, with name and password.
func (c *Cluster) URL() string {
	var all []string
	for _, s := range c.servers {
		all = append(all, strings.Replace(s.ClientURL(), "://", "://tester:secret@", 1))
	}
	return strings.Join(all, ",")
}

// Kill ends one server.
func (c *Cluster) Kill(i int) {
	c.servers[i].Shutdown()
	c.servers[i].WaitForShutdown()
}

// KillLeader ends the server that leads the stream of the articles, and so has
// the most to lose.
func (c *Cluster) KillLeader() {
	for i, s := range c.servers {
		if s.JetStreamIsStreamLeader("$G", "DEMARCHE_ARTICLES") {
			c.Kill(i)
			return
		}
	}
	c.t.Error("no server leads the stream")
}

func freePorts(t testing.TB, n int) []int {
	t.Helper()
	var ports []int
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		ports = append(ports, l.Addr().(*net.TCPAddr).Port)
	}
	return ports
}
