package learn

// Pairs scores pairs of a row of queries and a row of keys. Both consist of parts parts of equal width, and each part gives a
// score of its own, the product of the two; scores have one column more in front, of zeros.
func (t *Tape) Pairs(queries, keys *Matrix, pairs [][2]int32, parts int) *Matrix {
	width := queries.Cols / parts
	y := t.New(len(pairs), parts+1)
	for i, pair := range pairs {
		q, k, row := queries.Row(int(pair[0])), keys.Row(int(pair[1])), y.Row(i)
		for p := range parts {
			sum := float32(0)
			for j := p * width; j < (p+1)*width; j++ {
				sum += q[j] * k[j]
			}
			row[p+1] = sum
		}
	}
	t.then(func() {
		for i, pair := range pairs {
			q, k, g := queries.Row(int(pair[0])), keys.Row(int(pair[1])), y.gradRow(i)
			gq, gk := queries.gradRow(int(pair[0])), keys.gradRow(int(pair[1]))
			for p := range parts {
				by := g[p+1]
				if by == 0 {
					continue
				}
				for j := p * width; j < (p+1)*width; j++ {
					gq[j] += by * k[j]
					gk[j] += by * q[j]
				}
			}
		}
	})
	return y
}

// Constant is a matrix of given values, row by row, without gradient.
func (t *Tape) Constant(rows, cols int, fill func(row int, into []float32)) *Matrix {
	m := &Matrix{Rows: rows, Cols: cols, Value: t.floats(rows * cols)}
	for i := range rows {
		fill(i, m.Row(i))
	}
	return m
}
