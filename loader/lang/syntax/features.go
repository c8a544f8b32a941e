package syntax

// The features of every classifier, one template per line. Nodes are words by
// their place, attributes what is known of a word.

// Tagging: W the word, P1 P2 those before, N1 N2 those behind it.
// w lower-cased word, x word as written, c C coarse and fine cluster, s1-s5 suffixes,
// p1-p4 prefixes, h shape, a tags the word had in training, t tag already given, f tag of the first pass.
var tagAtoms = vocabulary{
	nodes:      []string{"P2", "P1", "W", "N1", "N2"},
	attributes: []string{"w", "x", "c", "C", "s1", "s2", "s3", "s4", "s5", "p1", "p2", "p3", "p4", "h", "a", "t", "f"},
}

const tagTable = `
W.w
W.x
W.s1
W.s2
W.s3
W.s4
W.s5
W.p1
W.p2
W.p3
W.p4
W.h
W.h W.s2
W.h W.s3
W.h P1.w
W.h P1.t
W.h N1.h
W.h P1.h
W.C
W.c
W.a
W.a P1.t
W.a P1.t P2.t
W.a N1.a
W.a P1.t N1.a
W.a N1.w
W.a P1.w
P1.t
P1.t P2.t
P1.t W.w
P1.t P2.t W.w
P1.w
P2.w
N1.w
N2.w
P1.w W.w
W.w N1.w
P1.w N1.w
W.w N2.w
P2.w P1.w
N1.w N2.w
N1.a
N1.a N2.a
P1.t N1.a
P1.t N1.a N2.a
N1.C
P1.C
P1.c W.c N1.c
N2.C
P1.s3
N1.s3
N1.s2 W.s2
P1.t W.s3
P1.t W.C
W.C N1.C
P1.C W.C
N1.h
`

// passTable is added in the second pass, which knows the tags on both sides.
const passTable = tagTable + `
W.f
W.f N1.f
W.f P1.t
W.f P1.t N1.f
N1.f
N1.f N2.f
P1.t N1.f
P1.t N1.f N2.f
P1.t P2.t N1.f
P1.t N1.f W.w
W.w N1.f
W.w N1.f N2.f
W.f W.w
N1.f W.s3
N1.f N1.w W.w
P1.t N1.f W.a
P1.t P2.t N1.f N2.f
`

// universalTable gives the universal tag from the Penn tags of the whole sentence.
const universalTable = `
W.t
W.t W.w
W.t W.C
W.t W.s3
W.t W.h
W.t P1.t
W.t N1.t
W.t P1.t N1.t
W.t P1.t N1.t W.w
W.t W.w P1.t
W.t W.w N1.t
W.t W.w P1.w
W.t W.w N1.w
W.t W.w N1.t N2.t
W.t W.w P1.t P2.t
W.t N1.t N2.t
W.t P1.t P2.t
W.t W.w P1.w N1.w
W.t N1.w
W.t P1.w
W.t N2.t
W.t W.w N2.t
W.t W.w N2.w
W.t W.w P2.w
`

// Parsing: S0 S1 S2 the top of the stack and below, H and HH head and grandhead of S0, N0-N3 the
// words to come, l l2 r r2 outermost and next dependents on the left and right, P the word before N0.
// w word, t Penn tag, u universal tag, c C clusters, r relation to the head.
var parseAtoms = vocabulary{
	nodes:      []string{"S0", "S1", "S2", "H", "HH", "N0", "N1", "N2", "N3", "Sl", "Sl2", "Sr", "Sr2", "Nl", "Nl2", "T1l", "T1r", "P", "X"},
	attributes: []string{"w", "t", "u", "c", "C", "r"},
}

// Of the pseudo-node X: w distance of S0 and N0, t u numbers of left and right dependents of S0,
// c number of left dependents of N0, C set of relations below S0, r of those below N0.
const parseTable = `
S0.w
S0.t
S0.w S0.t
S0.C
N0.w
N0.t
N0.w N0.t
N0.C
N1.w
N1.t
N1.w N1.t
N2.w
N2.t
N2.w N2.t
N3.t
P.w
P.t
S0.w N0.w
S0.w S0.t N0.w N0.t
S0.w S0.t N0.t
S0.w S0.t N0.w
S0.w N0.t
S0.t N0.w N0.t
S0.t N0.w
S0.t N0.t
S0.C N0.C
S0.c N0.c
S0.C N0.t
S0.t N0.C
S0.w N0.C
S0.C N0.w
N0.t N1.t
N0.w N1.w
N0.w N1.t
N0.t N1.w
N0.t N1.t N2.t
N1.t N2.t N3.t
S0.t N0.t N1.t
S0.w N0.t N1.t
S0.t N0.w N1.t
S0.t N0.t N1.w
S0.t N0.t N1.t N2.t
S0.c N0.c N1.c
S0.t N0.t P.t
S0.t N0.t P.w
S1.w
S1.t
S1.t S0.t
S1.t S0.t N0.t
S1.w S0.t N0.t
S1.t S0.w N0.t
S1.t S0.t N0.w
S1.w N0.w
S1.t N0.t
S1.C S0.C N0.C
S2.t
S2.t S1.t S0.t
S2.t S1.t S0.t N0.t
H.w
H.t
S0.r
H.t S0.t N0.t
H.w S0.t N0.t
H.t S0.t S0.r N0.t
HH.w
HH.t
HH.t H.t S0.t
H.r
Sl.w
Sl.t
Sl.r
Sr.w
Sr.t
Sr.r
Sr.w S0.t N0.t
Sr.t S0.t N0.t
Sl.t S0.t N0.t
Sr.r S0.t N0.t
Sl.r S0.t N0.t
Sr.r S0.w N0.t
S0.t Sl.t Sl2.t
S0.t Sr.t Sr2.t
Sl2.r
Sr2.r
Sl2.w
Sr2.w
Nl.w
Nl.t
Nl.r
Nl.t S0.t N0.t
Nl.w S0.t N0.t
Nl2.t
Nl2.r
Nl2.w
N0.t Nl.t Nl2.t
S0.t N0.t X.w
S0.w X.w
S0.t X.w
N0.w X.w
N0.t X.w
S0.w N0.w X.w
S0.w X.u
S0.t X.u
S0.w X.t
S0.t X.t
N0.w X.c
N0.t X.c
S0.w X.C
S0.t X.C
S0.t X.C N0.t
N0.w X.r
N0.t X.r
N0.t X.r S0.t
S0.u N0.u N1.u N2.u
S0.u N0.u Sr.u Nl.u
S1.u S0.u N0.u N1.u
`

// Relations: H the head, D the dependent, G the head's head, before and behind: HP HN DP DN, their
// outermost dependents Dl Dr Hl Hr, DS the dependent of H next to D on D's side towards H, DT away from it.
// Attributes as for parsing; of X: w side and distance, t u numbers of D's dependents, c C sets of relations below D and H,
// r the relation that the early classifier gave.
var relationAtoms = vocabulary{
	nodes:      []string{"H", "D", "G", "HP", "HN", "DP", "DN", "Dl", "Dr", "Hl", "Hr", "DS", "DT", "X"},
	attributes: []string{"w", "t", "u", "c", "C", "r"},
}

// earlyTable is for arcs as they are made, when little of the tree is known.
const earlyTable = `
X.w D.t H.t
X.w D.w
X.w H.w
X.w D.w H.t
X.w D.t H.w
X.w D.w H.w
X.w D.C H.t
X.w D.t H.C
X.w D.c H.c
X.w D.t H.t DP.t
X.w D.t H.t DN.t
X.w D.t H.t HN.t
X.w D.t DP.w
X.w Dl.w D.t H.t
X.w Dl.t D.t H.t
X.w Dl.r D.t H.t
X.w Dl.w
X.w Hl.r H.t D.t
X.w DS.r D.t H.t
X.w DS.r H.w
X.w G.t H.t D.t
X.w H.r D.t H.t
X.w X.c D.t H.t
X.w X.C D.t H.t
X.w D.u H.u
`

// lateTable is for the complete tree.
const lateTable = `
X.w D.t
X.w H.t
X.w D.w
X.w H.w
X.w D.t H.t
X.w D.w H.t
X.w D.t H.w
X.w D.w H.w
X.w D.w D.t H.w H.t
X.w D.C
X.w H.C
X.w D.C H.C
X.w D.C H.t
X.w D.t H.C
X.w D.C H.w
X.w D.w H.C
X.w D.c H.c
X.w D.u H.u
X.w D.t H.t DP.t
X.w D.t H.t DN.t
X.w D.t H.t HP.t
X.w D.t H.t HN.t
X.w D.t DP.t DN.t H.t
X.w DP.w D.t H.t
X.w DN.w D.t H.t
X.w D.t DP.t
X.w D.t DN.t
X.w DP.w D.w
X.w DN.w D.w
X.w Dl.w D.t H.t
X.w Dl.w H.w
X.w Dl.t D.t H.t
X.w Dl.t D.w
X.w Dl.r D.t H.t
X.w Dl.w
X.w Dl.w H.t
X.w Dr.t D.t H.t
X.w Dr.r D.t H.t
X.w Dr.w D.t
X.w Hl.t H.t D.t
X.w Hl.r H.t D.t
X.w Hl.r H.w D.t
X.w Hr.t H.t D.t
X.w Hr.r H.t D.t
X.w Hr.r H.w D.t
X.w DS.t D.t H.t
X.w DS.r D.t H.t
X.w DS.w D.t H.t
X.w DS.r H.w
X.w DT.t D.t H.t
X.w DT.r D.t H.t
X.w DT.r H.w
X.w G.t H.t D.t
X.w H.r D.t H.t
X.w H.r D.w
X.w H.r
X.w X.c D.t H.t
X.w X.c D.t
X.w X.c H.t
X.w X.C D.t H.t
X.w X.C H.w D.t
X.w X.C D.w
X.w X.c H.w
X.r
X.r X.w
X.r D.t H.t
X.r D.t
X.r X.w H.t
X.r D.w
X.r H.w
X.r H.r
X.r DS.r
X.r DT.r
X.r Dl.r Dr.r
`
