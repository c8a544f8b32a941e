package score

import "math"

// assign gives the greatest sum of cells of which no two share a row or column, by the
// algorithm of Kuhn and Munkres with potentials, in cubic time.
func assign(gain [][]float64) float64 {
	if len(gain) == 0 || len(gain[0]) == 0 {
		return 0
	}
	if len(gain) > len(gain[0]) {
		gain = transpose(gain)
	}
	rows, columns := len(gain), len(gain[0])
	// Row and column 0 are a start from which each row in turn looks for its column.
	rowPotential, columnPotential := make([]float64, rows+1), make([]float64, columns+1)
	rowOf := make([]int, columns+1)
	for row := 1; row <= rows; row++ {
		rowOf[0] = row
		augment(gain, rowPotential, columnPotential, rowOf)
	}
	total := 0.0
	for column := 1; column <= columns; column++ {
		if row := rowOf[column]; row > 0 {
			total += gain[row-1][column-1]
		}
	}
	return total
}

// augment finds a place for the row in rowOf[0], moving others where that gains most.
func augment(gain [][]float64, rowPotential, columnPotential []float64, rowOf []int) {
	columns := len(columnPotential) - 1
	slack, from := make([]float64, columns+1), make([]int, columns+1)
	used := make([]bool, columns+1)
	for column := range slack {
		slack[column] = math.Inf(1)
	}
	at := 0
	for rowOf[at] != 0 {
		used[at] = true
		row, least, next := rowOf[at], math.Inf(1), 0
		for column := 1; column <= columns; column++ {
			if used[column] {
				continue
			}
			if cost := -gain[row-1][column-1] - rowPotential[row] - columnPotential[column]; cost < slack[column] {
				slack[column], from[column] = cost, at
			}
			if slack[column] < least {
				least, next = slack[column], column
			}
		}
		for column := 0; column <= columns; column++ {
			if used[column] {
				rowPotential[rowOf[column]] += least
				columnPotential[column] -= least
			} else {
				slack[column] -= least
			}
		}
		at = next
	}
	for at != 0 {
		rowOf[at] = rowOf[from[at]]
		at = from[at]
	}
}

func transpose(m [][]float64) [][]float64 {
	turned := make([][]float64, len(m[0]))
	for i := range turned {
		turned[i] = make([]float64, len(m))
		for j := range m {
			turned[i][j] = m[j][i]
		}
	}
	return turned
}
