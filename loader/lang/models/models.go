// Package models holds the trained models as bytes. Each has a card beside it that
// names the data, their licences, the command that made it, its scores and its
// checksum. The bytes of the networks lie in the program as they are used; the lines of the
// others are read once, when they are first needed.
package models

import _ "embed"

// Syntax is the model of package syntax: tags, trees and lemmas. It must not be changed.
//
//go:embed syntax.bin
var Syntax []byte
