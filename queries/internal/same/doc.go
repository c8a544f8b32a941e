// Package same decides whether two demands are one demand, told twice: whether
// the same side wants the same of the same, in words that may differ.
//
// It is made for precision: joining two demands that differ misleads more than
// missing that two are one. Two demands are the same when all of this holds.
//
//   - Their demanders are on one side and an addressee is on one side. A demand
//     whose addressee is missing joins one that states it when nearly all
//     their words agree. What makes a side is the caller's knowledge.
//   - They point the same way: "halt the expansion" is the denial of
//     "expand", whether the verb, a "not" or the polarity says so.
//   - Nothing sets them apart: no word of one is the opposite of a word of the
//     other (words.yaml), and not both have a name, or a number, that the other
//     lacks. Days by which something is to be done do not set them apart.
//   - Their words agree: a weighted share of common word stems (the index of
//     Jaccard) is reached, or one says all that the other says and that is a
//     good deal, or a long run of words is the same (a quotation). Words that
//     mean the same in the news count as one (words.yaml), words that say
//     little count less, names more. More must agree when the words for the
//     deed differ and when much time lies between them.
//
// Values are immutable and functions pure; all may be used concurrently.
package same
