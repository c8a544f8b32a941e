package nn

// Keys are vectors that queries are matched with: a layer whose weights are made while the network
// runs.
type Keys struct {
	weights weights
	sums    []int32 // of the weights of each key
}

// Reset makes room for so many keys of a width; all are zero.
func (k *Keys) Reset(width, count int) {
	k.weights.in, k.weights.out = width, padded(count)
	k.weights.data = Resize(k.weights.data, k.weights.steps()*4*k.weights.out)
	clear(k.weights.data)
	k.sums = Resize(k.sums, k.weights.out)
	clear(k.sums)
}

// Set makes a key of a vector, rounded in steps of a unit.
func (k *Keys) Set(key int, vector []float32, unit float32) {
	data := k.weights.data[(key/tileCols*k.weights.steps()*tileCols+key%tileCols)*4:]
	factor := 1 / unit
	sum := int32(0)
	for i, x := range vector {
		v := int32(min(largest, max(-largest, float32(x*factor))))
		data[i/4*4*tileCols+i%4] = byte(int8(v))
		sum += v
	}
	k.sums[key] = sum
}

// Match returns the products of every query with every key: rows of Stride() numbers, in units of query
// times key. They are valid until s is used again.
func (k *Keys) Match(s *Scratch, queries *Bytes) []int32 {
	sums := s.zeros((queries.Rows + tileRows) * k.weights.out)
	k.weights.addTo(sums, queries)
	for i := range queries.Rows {
		row := sums[i*k.weights.out : (i+1)*k.weights.out]
		for j, sum := range k.sums {
			row[j] -= Zero * sum
		}
	}
	return sums
}

// Stride is the length of a row of matches; what lies behind the last key is meaningless.
func (k *Keys) Stride() int { return k.weights.out }

// KeySteps is how many steps a value of a key can be away from zero.
const KeySteps = largest
