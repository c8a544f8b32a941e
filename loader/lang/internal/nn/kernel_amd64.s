#include "textflag.h"

// One step of four of the inner index: two vectors of weights, and for each of four rows
// four activations in every lane.

// LOAD reads the sums so far.
#define LOAD \
	VMOVDQU (DX), Y0 \
	VMOVDQU 32(DX), Y1 \
	VMOVDQU (DX)(R9*1), Y2 \
	VMOVDQU 32(DX)(R9*1), Y3 \
	VMOVDQU (DX)(R9*2), Y4 \
	VMOVDQU 32(DX)(R9*2), Y5 \
	VMOVDQU (R12), Y6 \
	VMOVDQU 32(R12), Y7

#define STORE \
	VMOVDQU Y0, (DX) \
	VMOVDQU Y1, 32(DX) \
	VMOVDQU Y2, (DX)(R9*1) \
	VMOVDQU Y3, 32(DX)(R9*1) \
	VMOVDQU Y4, (DX)(R9*2) \
	VMOVDQU Y5, 32(DX)(R9*2) \
	VMOVDQU Y6, (R12) \
	VMOVDQU Y7, 32(R12)

// ARGS: SI row 0 of a, R8 its stride, R10 row 3; DI weights; DX sums, R9 their stride, R12 row 3; CX steps.
#define ARGS \
	MOVQ steps+0(FP), CX \
	MOVQ a+8(FP), SI \
	MOVQ aStride+16(FP), R8 \
	MOVQ w+24(FP), DI \
	MOVQ sums+32(FP), DX \
	MOVQ sumStride+40(FP), R9 \
	LEAQ (R8)(R8*2), R10 \
	ADDQ SI, R10 \
	LEAQ (R9)(R9*2), R12 \
	ADDQ DX, R12

// MADD adds to two sums the products of the activations in Y8, by AVX2. The activations are
// below 128, so that the sum of two products fits 16 bits.
#define MADD(low, high) \
	VPMADDUBSW Y9, Y8, Y11 \
	VPMADDUBSW Y10, Y8, Y12 \
	VPMADDWD Y13, Y11, Y11 \
	VPMADDWD Y13, Y12, Y12 \
	VPADDD Y11, low, low \
	VPADDD Y12, high, high

// func dotAVX2(steps int, a *uint8, aStride int, w *byte, sums *int32, sumStride int)
TEXT ·dotAVX2(SB), NOSPLIT, $0-48
	ARGS
	LOAD
	VPCMPEQW Y13, Y13, Y13
	VPSRLW $15, Y13, Y13

loop:
	VMOVDQU (DI), Y9
	VMOVDQU 32(DI), Y10
	VPBROADCASTD (SI), Y8
	MADD(Y0, Y1)
	VPBROADCASTD (SI)(R8*1), Y8
	MADD(Y2, Y3)
	VPBROADCASTD (SI)(R8*2), Y8
	MADD(Y4, Y5)
	VPBROADCASTD (R10), Y8
	MADD(Y6, Y7)
	ADDQ $64, DI
	ADDQ $4, SI
	ADDQ $4, R10
	DECQ CX
	JNZ loop
	STORE
	VZEROUPPER
	RET

// func dotVNNI(steps int, a *uint8, aStride int, w *byte, sums *int32, sumStride int)
TEXT ·dotVNNI(SB), NOSPLIT, $0-48
	ARGS
	LOAD

loop:
	VMOVDQU (DI), Y9
	VMOVDQU 32(DI), Y10
	VPBROADCASTD (SI), Y8
	VPBROADCASTD (SI)(R8*1), Y11
	VPBROADCASTD (SI)(R8*2), Y12
	VPBROADCASTD (R10), Y13
	VPDPBUSD Y9, Y8, Y0
	VPDPBUSD Y10, Y8, Y1
	VPDPBUSD Y9, Y11, Y2
	VPDPBUSD Y10, Y11, Y3
	VPDPBUSD Y9, Y12, Y4
	VPDPBUSD Y10, Y12, Y5
	VPDPBUSD Y9, Y13, Y6
	VPDPBUSD Y10, Y13, Y7
	ADDQ $64, DI
	ADDQ $4, SI
	ADDQ $4, R10
	DECQ CX
	JNZ loop
	STORE
	VZEROUPPER
	RET

// Vectors of constants: bounds of the exponent, coefficients of 2 to the x, and 1, 2, 63, 64.
DATA constants<>+0(SB)/4, $0xc1f00000  // -30
DATA constants<>+4(SB)/4, $0x41f00000  // 30
DATA constants<>+8(SB)/4, $0x3aaec3ff  // 0.0013333558
DATA constants<>+12(SB)/4, $0x3c1d955b // 0.009618129
DATA constants<>+16(SB)/4, $0x3d635847 // 0.05550411
DATA constants<>+20(SB)/4, $0x3e75fdf0 // 0.24022651
DATA constants<>+24(SB)/4, $0x3f317218 // 0.6931472
DATA constants<>+28(SB)/4, $0x3f800000 // 1
DATA constants<>+32(SB)/4, $0x40000000 // 2
DATA constants<>+36(SB)/4, $0x427c0000 // 63
DATA constants<>+40(SB)/4, $64
DATA constants<>+44(SB)/4, $0xc038aa3b // -2 log2(e)
GLOBL constants<>(SB), RODATA|NOPTR, $48

// SIGMOID sets x to 1 / (1 + 2^x). Y13 is 1; Y1 and Y2 are lost.
#define SIGMOID(x) \
	VMAXPS Y14, x, x \
	VMINPS Y15, x, x \
	VROUNDPS $0, x, Y1 \
	VSUBPS Y1, x, x \
	VCVTPS2DQ Y1, Y1 \
	VPSLLD $23, Y1, Y1 \
	VMULPS Y8, x, Y2 \
	VADDPS Y9, Y2, Y2 \
	VMULPS x, Y2, Y2 \
	VADDPS Y10, Y2, Y2 \
	VMULPS x, Y2, Y2 \
	VADDPS Y11, Y2, Y2 \
	VMULPS x, Y2, Y2 \
	VADDPS Y12, Y2, Y2 \
	VMULPS x, Y2, Y2 \
	VADDPS Y13, Y2, Y2 \
	VPADDD Y1, Y2, Y2 \
	VADDPS Y13, Y2, Y2 \
	VDIVPS Y2, Y13, x

// GATE reads the sums of a gate, scales and shifts them, and squashes. R is the offset of the gate.
#define GATE(offset, x) \
	VCVTDQ2PS (SI)(offset*1), x \
	VMULPS (R8)(offset*1), x, x \
	VADDPS (R9)(offset*1), x, x \
	SIGMOID(x)

// func cellAVX2(width int, sums *int32, scale, bias, state *float32, out *uint8)
TEXT ·cellAVX2(SB), NOSPLIT, $0-48
	MOVQ width+0(FP), CX
	MOVQ sums+8(FP), SI
	MOVQ scale+16(FP), R8
	MOVQ bias+24(FP), R9
	MOVQ state+32(FP), DX
	MOVQ out+40(FP), DI
	LEAQ constants<>(SB), R10
	VBROADCASTSS 0(R10), Y14
	VBROADCASTSS 4(R10), Y15
	VBROADCASTSS 8(R10), Y8
	VBROADCASTSS 12(R10), Y9
	VBROADCASTSS 16(R10), Y10
	VBROADCASTSS 20(R10), Y11
	VBROADCASTSS 24(R10), Y12
	VBROADCASTSS 28(R10), Y13
	MOVQ CX, R11
	SHLQ $2, R11          // bytes of one gate
	XORQ AX, AX           // offset of input gates
	MOVQ R11, BX          // forget
	LEAQ (R11)(R11*1), R12 // candidate
	LEAQ (R11)(R11*2), R13 // output

loop:
	GATE(AX, Y3)
	GATE(BX, Y4)
	GATE(R12, Y5)
	VBROADCASTSS 32(R10), Y7
	VMULPS Y7, Y5, Y5
	VSUBPS Y13, Y5, Y5     // candidate is a hyperbolic tangent
	VMULPS (DX), Y4, Y4
	VMULPS Y5, Y3, Y3
	VADDPS Y3, Y4, Y4      // new state of the cell
	VMOVUPS Y4, (DX)
	VBROADCASTSS 44(R10), Y0
	VMULPS Y0, Y4, Y4
	SIGMOID(Y4)
	VMULPS Y7, Y4, Y4
	VSUBPS Y13, Y4, Y4
	GATE(R13, Y6)
	VMULPS Y4, Y6, Y6
	VBROADCASTSS 36(R10), Y0
	VMULPS Y0, Y6, Y6
	VCVTPS2DQ Y6, Y6
	VPBROADCASTD 40(R10), Y0
	VPADDD Y0, Y6, Y6
	VEXTRACTI128 $1, Y6, X7
	VPACKSSDW X7, X6, X6
	VPACKUSWB X6, X6, X6
	VMOVQ X6, (DI)
	ADDQ $32, AX
	ADDQ $32, BX
	ADDQ $32, R12
	ADDQ $32, R13
	ADDQ $32, DX
	ADDQ $8, DI
	SUBQ $8, CX
	JNZ loop
	VZEROUPPER
	RET
