package models

import _ "embed"

// Coref is the model of package coref: a line for each feature, with its weight.
//
//go:embed coref.txt
var Coref string
