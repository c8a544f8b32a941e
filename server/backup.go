package server

import (
	"errors"
	"fmt"
	"net/http"
)

// backupType is the media type of a backup: N-Quads, compressed.
const backupType = "application/gzip"

// getBackup sends a backup of the store. It needs the token, as a change does:
// it is the dearest of all questions, and has the time of a change.
func (s *Server) getBackup(w http.ResponseWriter, r *http.Request) error {
	rec := &recorder{ResponseWriter: w}
	w.Header().Set("Content-Type", backupType)
	w.Header().Set("Content-Disposition", `attachment; filename="demarche.backup.nq.gz"`)
	err := s.cfg.Graph.Backup(r.Context(), rec)
	switch {
	case err == nil:
		return nil
	case rec.wrote:
		// Too late for a status: the client must see that the answer is cut off.
		s.log.ErrorContext(r.Context(), "backup cut off", "error", errors.Join(err, r.Context().Err()))
		panic(http.ErrAbortHandler)
	}
	w.Header().Del("Content-Disposition")
	return fmt.Errorf("backup: %w", err)
}
