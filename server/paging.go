package server

import (
	"cmp"
	"net/http"
	"net/url"
	"strconv"
)

// page is the part of a list that is wanted.
type page struct {
	limit  int // rows at most, at least 1
	offset int // rows to leave out
}

// pageOf returns the part of the answer that the address asks for.
func (s *Server) pageOf(values url.Values) (page, error) {
	p := page{limit: s.limits.Rows}
	var err error
	if v := values.Get("limit"); v != "" {
		if p.limit, err = strconv.Atoi(v); err != nil || p.limit < 1 || p.limit > s.limits.MaxRows {
			return p, invalid("limit=%s is not a number from 1 to %d", v, s.limits.MaxRows)
		}
	}
	if v := values.Get("offset"); v != "" {
		if p.offset, err = strconv.Atoi(v); err != nil || p.offset < 0 {
			return p, invalid("offset=%s is not a number from 0 up", v)
		}
	}
	return p, nil
}

// cut returns the page of a list, and whether there is more behind it.
func cut[T any](list []T, p page) (part []T, more bool) {
	list = list[min(p.offset, len(list)):]
	if len(list) > p.limit {
		return list[:p.limit], true
	}
	return list, false
}

// boolOf returns what the address says under a name, false when nothing.
func boolOf(values url.Values, name string) (bool, error) {
	yes, err := strconv.ParseBool(cmp.Or(values.Get(name), "false"))
	if err != nil {
		return false, invalid("%s is true or false, not %q", name, values.Get(name))
	}
	return yes, nil
}

// setCut says in the headers how many rows the answer could have, and whether
// there were more.
func setCut(h http.Header, limit int, more bool) {
	h.Set("X-Row-Limit", strconv.Itoa(limit))
	h.Set("X-Truncated", strconv.FormatBool(more))
}
