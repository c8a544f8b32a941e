package segment_test

import (
	"fmt"

	"demarche/loader/lang/segment"
)

func ExampleModel_Split() {
	model, err := segment.Load()
	if err != nil {
		panic(err)
	}
	text := "Moscow hasn't agreed. Talks go on."
	words, ends := model.Split(text, segment.Piece{Begin: 0, End: len(text)})
	for _, w := range words[:ends[0]] {
		fmt.Println(w.Begin, w.End, text[w.Begin:w.End], w.Joined)
	}
	// Output:
	// 0 6 Moscow false
	// 7 10 has false
	// 10 13 n't true
	// 14 20 agreed false
	// 20 21 . false
}
