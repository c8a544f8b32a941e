package tally

import (
	"cmp"
	"math"
	"slices"
)

// pair is the numbers of a row and a column, or of a gold and a system record.
type pair struct{ row, column int }

// assign pairs rows with columns one to one so that the sum of their weights is greatest. Pairs of weight 0 are left out.
// The pairs ascend.
//
// It is the Hungarian algorithm with potentials. Among equal sums the order of its steps decides, so that these are
// those of the scorers beside the project.
func assign(weights [][]float64) []pair {
	if len(weights) == 0 || len(weights[0]) == 0 {
		return nil
	}
	wide := weights
	turned := len(weights) > len(weights[0])
	if turned {
		wide = transpose(weights)
	}
	var pairs []pair
	for column, row := range newMarket(wide).settle() {
		switch {
		case row < 0 || wide[row][column] <= 0:
		case turned:
			pairs = append(pairs, pair{column, row})
		default:
			pairs = append(pairs, pair{row, column})
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Compare(a.row, b.row) })
	return pairs
}

func transpose(weights [][]float64) [][]float64 {
	turned := make([][]float64, len(weights[0]))
	for column := range turned {
		for row := range weights {
			turned[column] = append(turned[column], weights[row][column])
		}
	}
	return turned
}

// market is where rows bid for columns. Numbers begin at 1: row 0 is nobody, column 0 is where a path starts.
type market struct {
	weights               [][]float64 // at least as many columns as rows
	rowPrice, columnPrice []float64
	owner                 []int // the row that holds each column
	cameFrom              []int
	slack                 []float64
	done                  []bool
}

func newMarket(weights [][]float64) *market {
	rows, columns := len(weights)+1, len(weights[0])+1
	return &market{
		weights: weights, rowPrice: make([]float64, rows), columnPrice: make([]float64, columns), owner: make([]int, columns),
		cameFrom: make([]int, columns), slack: make([]float64, columns), done: make([]bool, columns),
	}
}

// settle returns the row of each column, -1 for none; both count from 0.
func (m *market) settle() []int {
	for row := 1; row < len(m.rowPrice); row++ {
		m.owner[0] = row
		for column := m.path(); column != 0; { // hand the columns of the path on
			from := m.cameFrom[column]
			m.owner[column] = m.owner[from]
			column = from
		}
	}
	rows := make([]int, 0, len(m.owner)-1)
	for _, row := range m.owner[1:] {
		rows = append(rows, row-1)
	}
	return rows
}

// path extends the cheapest path from column 0 until it ends in a free column, and returns that.
func (m *market) path() int {
	for column := range m.owner {
		m.slack[column], m.cameFrom[column], m.done[column] = math.Inf(1), 0, false
	}
	column := 0
	for m.owner[column] != 0 {
		m.done[column] = true
		column = m.step(column)
	}
	return column
}

// step goes from a column to the nearest that is not done, and moves the prices.
func (m *market) step(column int) int {
	step, nearest, holder := math.Inf(1), 0, m.owner[column]
	for other := 1; other < len(m.owner); other++ {
		if m.done[other] {
			continue
		}
		cost := -m.weights[holder-1][other-1] - m.rowPrice[holder] - m.columnPrice[other]
		if cost < m.slack[other] {
			m.slack[other], m.cameFrom[other] = cost, column
		}
		if m.slack[other] < step {
			step, nearest = m.slack[other], other
		}
	}
	for other := range m.owner {
		if m.done[other] {
			m.rowPrice[m.owner[other]] += step
			m.columnPrice[other] -= step
		} else {
			m.slack[other] -= step
		}
	}
	return nearest
}
