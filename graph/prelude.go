package graph

import (
	_ "embed"
	"errors"
	"fmt"
	"reflect"
	"sync"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
)

// prelude is JavaScript that runs before every query: it bounds what JavaScript
// does in one step, because an interruption waits for the end of the step.
//
//go:embed prelude.js
var prelude string

// preludeProgram compiles the prelude, once.
var preludeProgram = sync.OnceValues(func() (*goja.Program, error) {
	return goja.Compile("prelude.js", prelude, false)
})

// templateParts is how many expressions one template may have. All are joined in
// one step, which the prelude cannot see.
const templateParts = 16

// compile makes a program of a query's text. It refuses what the prelude cannot
// bound, because it is no function: large templates, and spreading into objects,
// which makes a member of each character of a string.
func compile(text string) (*goja.Program, error) {
	tree, err := goja.Parse("", text)
	if err != nil {
		return nil, err
	}
	if err := (&inspection{seen: make(map[any]bool)}).visit(reflect.ValueOf(tree)); err != nil {
		return nil, err
	}
	return goja.CompileAST(tree, false)
}

// inspection walks over a syntax tree.
type inspection struct {
	seen map[any]bool
}

var (
	errSpread = errors.New("SyntaxError: ... in an object is not offered; use Object.assign, or name the members")
	fileType  = reflect.TypeFor[*file.File]()
)

// visit looks at a node and all below it.
func (in *inspection) visit(v reflect.Value) error {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() || v.Type() == fileType || in.seen[v.Interface()] {
			return nil
		}
		in.seen[v.Interface()] = true
		if err := refused(v.Interface()); err != nil {
			return err
		}
		return in.visit(v.Elem())
	case reflect.Interface:
		if v.IsNil() {
			return nil
		}
		return in.visit(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if !v.Type().Field(i).IsExported() {
				continue
			}
			if err := in.visit(v.Field(i)); err != nil {
				return err
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if err := in.visit(v.Index(i)); err != nil {
				return err
			}
		}
	}
	return nil
}

// refused says why a node is not allowed.
func refused(node any) error {
	switch n := node.(type) {
	case *ast.TemplateLiteral:
		if len(n.Expressions) > templateParts {
			return fmt.Errorf("SyntaxError: a template has %d expressions, at most %d may be in one", len(n.Expressions), templateParts)
		}
	case *ast.ObjectLiteral:
		for _, property := range n.Value {
			if _, spread := property.(*ast.SpreadElement); spread {
				return errSpread
			}
		}
	case *ast.ObjectPattern:
		if n.Rest != nil {
			return errSpread
		}
	}
	return nil
}
