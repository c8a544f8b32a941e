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
	"github.com/dop251/goja/token"
	"github.com/dop251/goja/unistring"
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

// Names of functions of the prelude that stand for what is none.
const (
	addName  = "__add"  // for a + b
	partName = "__part" // around what a template joins
)

// compile makes a program of a query's text. It refuses what the prelude cannot
// bound, because it is no function: large templates, and spreading into objects,
// which makes a member of each character of a string. Additions, and the parts of
// templates, go through functions of the prelude, because a string that doubles
// with every step is too long before anybody has looked at the memory.
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
	errAdd    = errors.New("SyntaxError: += is offered for names, and for members that a name or literal gives; write a = a + b")
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
		if err := in.visit(v.Elem()); err != nil {
			return err
		}
		if bounded := bound(v.Interface()); bounded != nil && v.CanSet() {
			v.Set(reflect.ValueOf(bounded))
		}
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

// bound returns the call that stands for an addition, or nil for other nodes. Of a
// template it puts the calls around what is joined.
func bound(node any) ast.Expression {
	switch n := node.(type) {
	case *ast.BinaryExpression:
		if n.Operator == token.PLUS {
			return callOf(addName, n.Left, n.Right)
		}
	case *ast.AssignExpression:
		if n.Operator == token.PLUS {
			return &ast.AssignExpression{Operator: token.ASSIGN, Left: n.Left, Right: callOf(addName, n.Left, n.Right)}
		}
	case *ast.TemplateLiteral:
		for i, e := range n.Expressions {
			n.Expressions[i] = callOf(partName, e)
		}
	}
	return nil
}

func callOf(name unistring.String, arguments ...ast.Expression) *ast.CallExpression {
	at := arguments[0].Idx0()
	return &ast.CallExpression{Callee: &ast.Identifier{Name: name, Idx: at}, ArgumentList: arguments, LeftParenthesis: at, RightParenthesis: at}
}

// refused says why a node is not allowed.
func refused(node any) error {
	switch n := node.(type) {
	case *ast.TemplateLiteral:
		if len(n.Expressions) > templateParts {
			return fmt.Errorf("SyntaxError: a template has %d expressions, at most %d may be in one", len(n.Expressions), templateParts)
		}
	case *ast.AssignExpression:
		if n.Operator == token.PLUS && !isPlain(n.Left) {
			return errAdd
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

// isPlain reports whether a target of an assignment does the same when it is
// evaluated twice.
func isPlain(target ast.Expression) bool {
	switch n := target.(type) {
	case *ast.Identifier, *ast.ThisExpression, *ast.NumberLiteral, *ast.StringLiteral:
		return true
	case *ast.DotExpression:
		return isPlain(n.Left)
	case *ast.BracketExpression:
		return isPlain(n.Left) && isPlain(n.Member)
	}
	return false
}
