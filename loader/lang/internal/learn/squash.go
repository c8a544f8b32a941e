package learn

import "math"

// exp is e to the x with a relative error below 1e-6: 2 to the whole part of the exponent by its bits, the rest by a
// polynomial.
func exp(x float32) float32 {
	x = min(87, max(-87, x)) * math.Log2E
	whole := float32(math.Floor(float64(x + 0.5)))
	f := (x - whole) * math.Ln2
	p := 1 + f*(1+f*(0.5+f*(1.0/6+f*(1.0/24+f*(1.0/120+f*(1.0/720))))))
	return p * math.Float32frombits(uint32(int32(whole)+127)<<23)
}

func sigmoid(x float32) float32 { return 1 / (1 + exp(-x)) }
func tanh(x float32) float32    { return 1 - 2/(1+exp(2*x)) }

// Softmax turns scores into probabilities, in place.
func Softmax(s []float32) {
	top := s[0]
	for _, v := range s {
		top = max(top, v)
	}
	sum := float32(0)
	for i, v := range s {
		s[i] = exp(v - top)
		sum += s[i]
	}
	for i := range s {
		s[i] /= sum
	}
}
