// Package mat multiplies matrices of float32, which training a network is made of.
//
// A matrix is a slice in row-major order. Products are cut into tiles that one
// kernel computes: in AVX2 assembly where the processor has it, in Go elsewhere.
package mat

// Size of the tile of the result that stays in registers.
const (
	tileRows = 6
	tileCols = 16
	// depth is how much of the common dimension is packed at a time: so much of both
	// factors' panels stays in the first-level cache.
	depth = 256
)

// Workspace holds packed panels between products. It belongs to one goroutine.
type Workspace struct {
	a    []float32
	b    Panels
	edge [tileRows * tileCols]float32
}

// Factor is one side of a product: rows × cols values, row r at Data[r*Stride]; Transposed
// when it stands for its transpose.
type Factor struct {
	Data       []float32
	Stride     int
	Transposed bool
}

func (f Factor) at(row, col int) float32 {
	if f.Transposed {
		return f.Data[col*f.Stride+row]
	}
	return f.Data[row*f.Stride+col]
}

func grow(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n+n/4)
	}
	return s[:n]
}

// Panels is the right factor of products, laid out for the kernel.
type Panels struct {
	inner, cols int
	data        []float32
}

// Pack lays out b (inner × cols), in the room of p if there is enough.
func (p *Panels) Pack(b Factor, inner, cols int) {
	width := (cols + tileCols - 1) / tileCols * tileCols
	p.inner, p.cols, p.data = inner, cols, grow(p.data, width*inner)
	for from := 0; from < inner; from += depth {
		k := min(depth, inner-from)
		packCols(p.data[from*width:(from+k)*width], b, from, k, cols)
	}
}

// MulAdd adds the product of a (rows × inner) and b (inner × cols) to c (rows × cols),
// whose rows are stride values apart.
func (w *Workspace) MulAdd(rows, cols, inner int, a, b Factor, c []float32, stride int) {
	w.b.Pack(b, inner, cols)
	w.MulAddPanels(rows, a, &w.b, c, stride)
}

// MulAddPanels is MulAdd with a right factor that is laid out already.
func (w *Workspace) MulAddPanels(rows int, a Factor, b *Panels, c []float32, stride int) {
	inner, cols := b.inner, b.cols
	rowTiles, colTiles := (rows+tileRows-1)/tileRows, (cols+tileCols-1)/tileCols
	for from := 0; from < inner; from += depth {
		k := min(depth, inner-from)
		panels := b.data[from*colTiles*tileCols:]
		w.a = grow(w.a, rowTiles*tileRows*k)
		packRows(w.a, a, from, k, rows)
		for j := range colTiles {
			bp := panels[j*tileCols*k : (j+1)*tileCols*k]
			for i := range rowTiles {
				ap := w.a[i*tileRows*k : (i+1)*tileRows*k]
				if (i+1)*tileRows <= rows && (j+1)*tileCols <= cols {
					kernel(k, ap, bp, c[i*tileRows*stride+j*tileCols:], stride)
					continue
				}
				clear(w.edge[:])
				kernel(k, ap, bp, w.edge[:], tileCols)
				for r := i * tileRows; r < min(rows, (i+1)*tileRows); r++ {
					for s := j * tileCols; s < min(cols, (j+1)*tileCols); s++ {
						c[r*stride+s] += w.edge[(r-i*tileRows)*tileCols+s-j*tileCols]
					}
				}
			}
		}
	}
}

// packCols lays out b in panels of tileCols columns, inner index first.
func packCols(into []float32, b Factor, from, k, cols int) {
	for j := 0; j < cols; j += tileCols {
		panel := into[j*k : (j+tileCols)*k]
		width := min(tileCols, cols-j)
		if !b.Transposed {
			for p := range k {
				row := b.Data[(from+p)*b.Stride+j : (from+p)*b.Stride+j+width]
				dst := panel[p*tileCols : (p+1)*tileCols]
				copy(dst, row)
				clear(dst[width:])
			}
			continue
		}
		if width < tileCols {
			clear(panel)
		}
		for s := range width {
			col := b.Data[(j+s)*b.Stride+from : (j+s)*b.Stride+from+k]
			for p, v := range col {
				panel[p*tileCols+s] = v
			}
		}
	}
}

// packRows lays out a in panels of tileRows rows, inner index first.
func packRows(into []float32, a Factor, from, k, rows int) {
	for i := 0; i < rows; i += tileRows {
		panel := into[i*k : (i+tileRows)*k]
		height := min(tileRows, rows-i)
		if height < tileRows {
			clear(panel)
		}
		if a.Transposed {
			for p := range k {
				row := a.Data[(from+p)*a.Stride+i : (from+p)*a.Stride+i+height]
				copy(panel[p*tileRows:], row)
			}
			continue
		}
		for r := range height {
			row := a.Data[(i+r)*a.Stride+from : (i+r)*a.Stride+from+k]
			for p, v := range row {
				panel[p*tileRows+r] = v
			}
		}
	}
}

// kernelGo is the kernel in Go.
func kernelGo(k int, a, b, c []float32, stride int) {
	for r := range tileRows {
		row := c[r*stride : r*stride+tileCols]
		for p := range k {
			x := a[p*tileRows+r]
			line := b[p*tileCols : (p+1)*tileCols]
			for s, y := range line {
				row[s] += x * y
			}
		}
	}
}
