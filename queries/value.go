package queries

// Value is one cell of an answer: nil, string, int, float64, bool, Ref or
// []Ref, as the column's Type says. Days are strings "2021-12-31", articles
// and records are strings that hold IRIs.
type Value any

// Ref names an actor.
type Ref struct {
	ID   string `json:"id"`   // "russia", "unlinked:yuri-ushakov"
	Name string `json:"name"` // "Russia"
}

// row is an answer's row by column name; what is missing is nil.
type row map[string]Value

// project puts a row into the order of the columns.
func project(columns []Column, r row) []Value {
	values := make([]Value, len(columns))
	for i, column := range columns {
		values[i] = r[column.Name]
	}
	return values
}
