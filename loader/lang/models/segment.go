package models

import _ "embed"

// Segment is the model of package segment: words and sentences. It must not be changed.
//
//go:embed segment.bin
var Segment []byte
