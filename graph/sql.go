package graph

import (
	"context"
	"errors"
)

func openSQL(ctx context.Context, o Options) (engine, error) { return nil, errors.New("soon") }

func redact(o Options) string { return o.Path }
