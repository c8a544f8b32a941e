package server

import (
	"reflect"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"demarche/queries"
)

// schemaOf describes a type that answers have, and all that it is made of.
func schemaOf(schemas huma.Registry, typ reflect.Type) *huma.Schema {
	s := schemas.Schema(typ, true, "")
	if s.Ref == "" {
		return s
	}
	whole := schemas.SchemaFromRef(s.Ref)
	for _, field := range reflect.VisibleFields(typ) {
		if !field.Anonymous || field.IsExported() {
			continue // described already
		}
		part := schemas.SchemaFromRef(schemas.Schema(field.Type, true, "").Ref)
		for name, property := range part.Properties {
			if whole.Properties[name] == nil {
				whole.Properties[name] = property
			}
		}
		for _, name := range part.Required {
			if !slices.Contains(whole.Required, name) {
				whole.Required = append(whole.Required, name)
			}
		}
	}
	return s
}

// neverNull says of every list that it is one: an empty list is written as such.
func neverNull(schemas huma.Registry) {
	var visit func(s *huma.Schema)
	visit = func(s *huma.Schema) {
		if s == nil {
			return
		}
		if s.Type == huma.TypeArray {
			s.Nullable = false
		}
		visit(s.Items)
		for _, property := range s.Properties {
			visit(property)
		}
		if values, ok := s.AdditionalProperties.(*huma.Schema); ok {
			visit(values)
		}
	}
	cayleys := schemas.SchemaFromRef(schemas.Schema(reflect.TypeFor[cayleyResult](), true, "").Ref)
	for _, s := range schemas.Map() {
		if s != cayleys {
			visit(s)
		}
	}
}

// answerOf describes the answers of a query: those of any, with rows that have
// the query's columns.
func answerOf(schemas huma.Registry, columns []queries.Column) *huma.Schema {
	row := &huma.Schema{Type: huma.TypeObject, Properties: map[string]*huma.Schema{}}
	for _, c := range columns {
		row.Properties[c.Name] = cellSchema(schemas, c)
		row.Required = append(row.Required, c.Name)
	}
	general := schemas.SchemaFromRef(schemas.Schema(reflect.TypeFor[queryAnswer](), true, "").Ref)
	answer := &huma.Schema{Type: general.Type, Required: general.Required, Properties: map[string]*huma.Schema{}}
	for name, property := range general.Properties {
		answer.Properties[name] = property
	}
	answer.Properties["rows"] = &huma.Schema{Type: huma.TypeArray, Items: row}
	return answer
}

// cellSchema describes the cells of a column. Every cell may be null.
func cellSchema(schemas huma.Registry, c queries.Column) *huma.Schema {
	actor := func() *huma.Schema { return schemas.Schema(reflect.TypeFor[queries.Ref](), true, "") }
	s := &huma.Schema{Type: huma.TypeString, Nullable: true}
	switch c.Type {
	case queries.Actor:
		s = &huma.Schema{OneOf: []*huma.Schema{actor(), {Type: "null"}}}
	case queries.Actors:
		s = &huma.Schema{Type: huma.TypeArray, Nullable: true, Items: actor()}
	case queries.Int:
		s.Type = huma.TypeInteger
	case queries.Float:
		s.Type = huma.TypeNumber
	case queries.Bool:
		s.Type = huma.TypeBoolean
	}
	s.Description = c.Title
	return s
}
