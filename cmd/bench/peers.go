package main

import (
	"context"

	"demarche/graph"
)

func (b *bench) peers(context.Context) error { return nil }

type exports struct{}

func newExports(options) (*exports, error) { return &exports{}, nil }
func (*exports) add(graph.Document) error  { return nil }
func (*exports) finish([]drawn) error      { return nil }
