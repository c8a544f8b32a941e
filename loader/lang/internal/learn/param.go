package learn

import (
	"math"
	"math/rand/v2"
	"sync"
)

// Param is a matrix that is learned.
type Param struct {
	Matrix
	Name    string
	m, v    []float32 // moments
	sparse  bool      // only touched rows have gradients
	touched []int32
	marked  []bool
}

func (p *Param) touch(row int32) {
	if !p.marked[row] {
		p.marked[row] = true
		p.touched = append(p.touched, row)
	}
}

// Params is all that a network learns, by name.
type Params struct {
	Random *rand.Rand
	List   []*Param
	byName map[string]*Param
	step   int
	of     *Params // whose values these share
}

// NewParams is empty.
func NewParams(random *rand.Rand) *Params {
	return &Params{Random: random, byName: map[string]*Param{}}
}

// Shadow shares the values and has gradients of its own.
func (ps *Params) Shadow() *Params { return &Params{byName: map[string]*Param{}, of: ps} }

// Dense is a parameter with random values of the given spread (uniform in ±spread).
func (ps *Params) Dense(name string, rows, cols int, spread float64) *Param {
	return ps.get(name, rows, cols, spread, false)
}

// Weights is Dense with the spread after Glorot and Bengio (2010).
func (ps *Params) Weights(name string, rows, cols int) *Param {
	return ps.Dense(name, rows, cols, math.Sqrt(6/float64(rows+cols)))
}

// Table is a parameter of which a step touches few rows.
func (ps *Params) Table(name string, rows, cols int, spread float64) *Param {
	return ps.get(name, rows, cols, spread, true)
}

func (ps *Params) get(name string, rows, cols int, spread float64, sparse bool) *Param {
	if p := ps.byName[name]; p != nil {
		return p
	}
	p := &Param{Name: name, sparse: sparse}
	p.Rows, p.Cols = rows, cols
	p.Grad = make([]float32, rows*cols)
	if sparse {
		p.marked = make([]bool, rows)
	}
	if ps.of != nil {
		p.Value = ps.of.get(name, rows, cols, spread, sparse).Value
	} else {
		p.Value, p.m, p.v = make([]float32, rows*cols), make([]float32, rows*cols), make([]float32, rows*cols)
		if spread > 0 {
			for i := range p.Value {
				p.Value[i] = float32((2*ps.Random.Float64() - 1) * spread)
			}
		}
	}
	ps.byName[name] = p
	ps.List = append(ps.List, p)
	return p
}

// Adam holds the settings of the optimiser (Kingma and Ba 2015, with decoupled decay).
type Adam struct {
	Rate, Beta1, Beta2, Clip, Decay float64
}

// Step moves the values against the gradients of all shadows, and clears those.
func (ps *Params) Step(a Adam, shadows []*Params) {
	ps.step++
	square := make([]float64, len(ps.List))
	each(len(ps.List), func(i int) { square[i] = ps.collect(ps.List[i], shadows) })
	norm := 0.0
	for _, s := range square {
		norm += s
	}
	norm = math.Sqrt(norm)
	scale := 1.0
	if a.Clip > 0 && norm > a.Clip {
		scale = a.Clip / norm
	}
	rate := a.Rate * math.Sqrt(1-math.Pow(a.Beta2, float64(ps.step))) / (1 - math.Pow(a.Beta1, float64(ps.step)))
	each(len(ps.List), func(i int) {
		p := ps.List[i]
		if !p.sparse {
			p.adam(a, rate, float32(scale), 0, len(p.Value))
			return
		}
		for _, row := range p.touched {
			p.adam(a, rate, float32(scale), int(row)*p.Cols, int(row+1)*p.Cols)
			p.marked[row] = false
		}
		p.touched = p.touched[:0]
	})
}

// collect moves the gradients of the shadows to ps and returns the sum of squares.
func (ps *Params) collect(p *Param, shadows []*Params) float64 {
	sum := 0.0
	for _, shadow := range shadows {
		q := shadow.byName[p.Name]
		if q == nil {
			continue
		}
		if !p.sparse {
			add(p.Grad, q.Grad)
			clear(q.Grad)
			continue
		}
		for _, row := range q.touched {
			p.touch(row)
			add(p.gradRow(int(row)), q.gradRow(int(row)))
			clear(q.gradRow(int(row)))
			q.marked[row] = false
		}
		q.touched = q.touched[:0]
	}
	if !p.sparse {
		return squares(p.Grad)
	}
	for _, row := range p.touched {
		sum += squares(p.gradRow(int(row)))
	}
	return sum
}

func squares(s []float32) float64 {
	var sum float32
	for _, v := range s {
		sum += v * v
	}
	return float64(sum)
}

func (p *Param) adam(a Adam, rate float64, scale float32, from, to int) {
	b1, b2, r, decay := float32(a.Beta1), float32(a.Beta2), float32(rate), float32(a.Rate*a.Decay)
	v, g, m, s := p.Value[from:to], p.Grad[from:to], p.m[from:to], p.v[from:to]
	for i, x := range g {
		x *= scale
		m[i] += (1 - b1) * (x - m[i])
		s[i] += (1 - b2) * (x*x - s[i])
		v[i] -= r*m[i]/(float32(math.Sqrt(float64(s[i])))+1e-8) + decay*v[i]
		g[i] = 0
	}
}

// each calls visit for 0 to n-1 on two goroutines, so that each index is always alone.
func each(n int, visit func(int)) {
	var group sync.WaitGroup
	next := make(chan int, n)
	for i := range n {
		next <- i
	}
	close(next)
	for range 2 {
		group.Go(func() {
			for i := range next {
				visit(i)
			}
		})
	}
	group.Wait()
}

// Swap exchanges the values of all parameters, in the order of List, for others.
func (ps *Params) Swap(values [][]float32) {
	for i, p := range ps.List {
		for j, v := range p.Value {
			p.Value[j], values[i][j] = values[i][j], v
		}
	}
}

// Named is the parameter of a name, or nil.
func (ps *Params) Named(name string) *Param { return ps.byName[name] }
