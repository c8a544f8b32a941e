package queries

// line is a row to be: most of what is read for it is read of the wanted page only.
type line struct {
	records []*record  // what it shows
	cells   func() row // called when all of the records are read
}

// page returns which of n complete rows are wanted.
func (s *session) page(n int) (begin, end int, err error) {
	if begin, err = s.offset(); err != nil {
		return 0, 0, err
	}
	begin, end = min(begin, n), n
	if n-begin > s.limit {
		end = begin + s.limit
	}
	return begin, end, nil
}

// needed returns how many rows answer for the wanted page and those before it. One
// more says that the answer goes on.
func (s *session) needed() (int, error) {
	_, end, err := s.page(unlimited)
	return end, err
}

// rows makes the rows of the wanted page; the others, of which the engine wants
// the number only, are nil.
func (s *session) rows(lines []line) ([]row, error) {
	begin, end, err := s.page(len(lines))
	if err != nil {
		return nil, err
	}
	var records []*record
	for _, l := range lines[begin:end] {
		records = append(records, l.records...)
	}
	if err := s.show(records); err != nil {
		return nil, err
	}
	rows := make([]row, len(lines))
	for i, l := range lines[begin:end] {
		rows[begin+i] = l.cells()
	}
	return rows, nil
}

// show reads at once all that is shown of records.
func (s *session) show(records []*record) error {
	if err := s.complete(records); err != nil {
		return err
	}
	return s.prepare(records)
}

// cells returns a row with the fields of a record.
func (s *session) cells(r *record, names ...string) row {
	known := fields()
	cells := row{}
	for _, name := range names {
		cells[name] = known[name].read(s, r)
	}
	return cells
}
