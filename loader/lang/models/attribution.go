package models

import _ "embed"

// Attribution is the model of package attribution: who is said to say what. It must not be changed.
//
//go:embed attribution.bin
var Attribution []byte
