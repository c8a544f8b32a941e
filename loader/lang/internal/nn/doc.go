// Package nn runs small recurrent networks on the processor, in 8-bit integers.
//
// Activations are bytes below 128 around Zero, weights are int8, sums are int32 and become
// float32 once per layer. Products and sums of integers are exact, and the few
// operations on float32 are rounded one by one, so a network gives the same bits on every
// machine: by vector instructions where the processor has AVX2 (with VNNI, faster), in plain
// Go elsewhere.
//
// The layers lie in the bytes of a model file and are not decoded; they are
// immutable and may be shared by any number of goroutines. A Scratch belongs to one.
package nn

// Activations stand for numbers: Zero + x/scale, with the scale that the layer above
// expects. The output of a memory cell lies between -1 and 1; its scale is 1/OutputUnit.
const (
	Zero       = 64
	OutputUnit = 63
)

// Size of the tile of sums that the kernel keeps in registers.
const (
	tileRows = 4
	tileCols = 16
)

// Quantise turns a number, measured in the scale of its layer, into an activation: the nearest one, halves upwards.
func Quantise(x float32) uint8 {
	return uint8(int32(min(Zero+OutputUnit, max(Zero-OutputUnit, x+Zero)) + 0.5))
}
