package server

import (
	"context"
	"fmt"
	"net/http"
)

// serverInfo is the answer of GET /api/server.
type serverInfo struct {
	Version  string     `json:"version" doc:"of the program; unknown where the build does not say it"`
	Writable bool       `json:"writable" doc:"whether something can be changed, with the token"`
	Explorer bool       `json:"explorer" doc:"whether the explorer is part of the build"`
	Queue    bool       `json:"queue" doc:"whether articles can be left to workers"`
	Articles int64      `json:"articles" doc:"stored articles"`
	Quads    int64      `json:"quads" doc:"stored quads; about, in a database"`
	Limits   limitsView `json:"limits"`
}

// limitsView is what one request may cost.
type limitsView struct {
	Rows         int     `json:"rows" doc:"rows of one answer when the request names no number"`
	MaxRows      int     `json:"maxRows" doc:"rows of one answer that a request may ask for"`
	QueryBytes   int64   `json:"queryBytes" doc:"size of a query, and of what is to be previewed"`
	UploadBytes  int64   `json:"uploadBytes" doc:"size of an upload, after decompression"`
	QuerySeconds float64 `json:"querySeconds" doc:"time of one query"`
	WriteSeconds float64 `json:"writeSeconds" doc:"time of one write"`
}

func (s *Server) getServer(w http.ResponseWriter, r *http.Request) error {
	articles, quads, err := s.sizes(r.Context())
	if err != nil {
		return fmt.Errorf("counting what is stored: %w", err)
	}
	l := s.limits
	return writeJSON(w, http.StatusOK, serverInfo{
		Version: s.version(), Writable: s.cfg.Token != "", Explorer: s.explorer != nil,
		Queue: s.cfg.Queue != nil && s.cfg.Token != "", Articles: articles, Quads: quads,
		Limits: limitsView{Rows: l.Rows, MaxRows: l.MaxRows, QueryBytes: l.QueryBytes, UploadBytes: l.UploadBytes,
			QuerySeconds: l.QueryTime.Seconds(), WriteSeconds: l.WriteTime.Seconds()},
	})
}

// sizes returns how much is stored, the quads as far as the store knows without
// counting.
func (s *Server) sizes(ctx context.Context) (articles, quads int64, err error) {
	stored, err := s.cfg.Engine.Stored(ctx, 0, 0)
	if err != nil {
		return 0, 0, err
	}
	ctx, cancel := context.WithCancel(ctx) // ends the snapshot
	defer cancel()
	qs, err := s.cfg.Graph.Snapshot(ctx)
	if err != nil {
		return 0, 0, err
	}
	stats, err := qs.Stats(ctx, false)
	return int64(stored.Total), stats.Quads.Value, err
}
