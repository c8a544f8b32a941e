package syntax

import (
	"cmp"
	"math"
	"slices"
)

// Cluster puts the frequent words of running text into count clusters, from 1, so that
// words with alike neighbours are together: the exchange algorithm (Martin, Liermann and
// Ney 1998) on word bigrams. Words that occur less often than least are left out.
// The result depends on nothing but the arguments.
func Cluster(sentences [][]string, count, least, rounds int) map[string]int {
	c := newClusters(sentences, count, least)
	for range rounds {
		moved := 0
		for word := range c.words {
			if c.exchange(int32(word)) {
				moved++
			}
		}
		if moved*200 < len(c.words) {
			break
		}
	}
	result := make(map[string]int, len(c.words))
	for word, name := range c.words {
		result[name] = int(c.of[word]) + 1
	}
	return result
}

// neighbour is a word and how often it stands there.
type neighbour struct {
	word, times int32
}

type clusters struct {
	count         int
	words         []string
	of            []int32       // cluster of each word; count is that of rare words and sentence ends
	before, after [][]neighbour // of words
	pairs         []int32       // count of cluster pairs, row after row
	left, right   []int32       // how often a cluster stands left and right in a pair
	table         []float64     // n*log(n)
	into, out     []int32       // scratch: pairs of one word with clusters before and behind
}

// newClusters counts pairs and puts the words into clusters by rank.
func newClusters(sentences [][]string, count, least int) *clusters {
	times := map[string]int{}
	for _, s := range sentences {
		for _, word := range s {
			times[word]++
		}
	}
	c := &clusters{count: count, table: make([]float64, tabled)}
	for n := 1; n < tabled; n++ {
		c.table[n] = float64(n) * math.Log(float64(n))
	}
	for word, n := range times {
		if n >= least {
			c.words = append(c.words, word)
		}
	}
	slices.SortFunc(c.words, func(a, b string) int { return cmp.Or(times[b]-times[a], cmp.Compare(a, b)) })
	number := make(map[string]int32, len(c.words))
	for i, word := range c.words {
		number[word] = int32(i)
		c.of = append(c.of, int32(i%count))
	}
	other := int32(len(c.words)) // stands for rare words and the ends
	c.of = append(c.of, int32(count))
	pairs := map[[2]int32]int32{}
	for _, s := range sentences {
		last := other
		for _, word := range s {
			n, ok := number[word]
			if !ok {
				n = other
			}
			pairs[[2]int32{last, n}]++
			last = n
		}
		pairs[[2]int32{last, other}]++
	}
	keys := make([][2]int32, 0, len(pairs))
	for pair := range pairs {
		keys = append(keys, pair)
	}
	slices.SortFunc(keys, func(a, b [2]int32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	size := count + 1
	c.before, c.after = make([][]neighbour, len(c.of)), make([][]neighbour, len(c.of))
	c.pairs, c.left, c.right = make([]int32, size*size), make([]int32, size), make([]int32, size)
	c.into, c.out = make([]int32, size), make([]int32, size)
	for _, pair := range keys {
		a, b, n := pair[0], pair[1], pairs[pair]
		c.after[a] = append(c.after[a], neighbour{b, n})
		c.before[b] = append(c.before[b], neighbour{a, n})
		c.pairs[int(c.of[a])*size+int(c.of[b])] += n
		c.left[c.of[a]] += n
		c.right[c.of[b]] += n
	}
	return c
}

// tabled is how many values of n*log(n) are looked up.
const tabled = 1 << 16

func (c *clusters) information(n int32) float64 {
	if n < tabled {
		return c.table[n]
	}
	return float64(n) * math.Log(float64(n))
}

// exchange moves a word to the cluster that makes the text likeliest.
func (c *clusters) exchange(word int32) bool {
	clear(c.into)
	clear(c.out)
	var self, total, totalIn int32
	for _, n := range c.before[word] {
		totalIn += n.times
		if n.word == word {
			self = n.times
			continue
		}
		c.into[c.of[n.word]] += n.times
	}
	for _, n := range c.after[word] {
		total += n.times
		if n.word != word {
			c.out[c.of[n.word]] += n.times
		}
	}
	var clusters []int32 // those with pairs
	for k := range c.into {
		if c.into[k] != 0 || c.out[k] != 0 {
			clusters = append(clusters, int32(k))
		}
	}
	old := c.of[word]
	c.shift(old, clusters, self, total, totalIn, -1)
	chosen, most := old, math.Inf(-1)
	for k := range int32(c.count) {
		if gain := c.gain(k, clusters, self, total, totalIn); gain > most {
			chosen, most = k, gain
		}
	}
	c.shift(chosen, clusters, self, total, totalIn, 1)
	c.of[word] = chosen
	return chosen != old
}

// shift adds the pairs of the word in hand to a cluster, or takes them away.
func (c *clusters) shift(k int32, clusters []int32, self, total, totalIn, sign int32) {
	size := int32(c.count + 1)
	for _, other := range clusters {
		c.pairs[other*size+k] += sign * c.into[other]
		c.pairs[k*size+other] += sign * c.out[other]
	}
	c.pairs[k*size+k] += sign * self
	c.left[k] += sign * total
	c.right[k] += sign * totalIn
}

// gain is what putting the word in hand into a cluster adds to the likelihood.
func (c *clusters) gain(k int32, clusters []int32, self, total, totalIn int32) float64 {
	size := int32(c.count + 1)
	sum := 0.0
	for _, other := range clusters {
		if other == k {
			continue
		}
		if n := c.into[other]; n != 0 {
			now := c.pairs[other*size+k]
			sum += c.information(now+n) - c.information(now)
		}
		if n := c.out[other]; n != 0 {
			now := c.pairs[k*size+other]
			sum += c.information(now+n) - c.information(now)
		}
	}
	now := c.pairs[k*size+k]
	sum += c.information(now+self+c.into[k]+c.out[k]) - c.information(now)
	sum -= c.information(c.left[k]+total) - c.information(c.left[k])
	return sum - c.information(c.right[k]+totalIn) + c.information(c.right[k])
}
