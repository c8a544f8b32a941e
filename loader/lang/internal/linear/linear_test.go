package linear_test

import (
	"testing"

	"demarche/loader/lang/internal/linear"
)

// learn trains classes that depend on a pair of features only.
func learn(classes int) *linear.Trainer {
	trainer := linear.NewTrainer(classes)
	scores := make([]int32, classes)
	for round := range 20 {
		for example := range 100 {
			want := example % classes
			features := example32(example, round)
			trainer.Score(features, scores)
			trainer.Step()
			if got := top(scores); got != want {
				trainer.Update(features, want, got)
			}
		}
	}
	return trainer
}

func example32(example, noise int) []uint64 {
	const spread = 0x9E3779B97F4A7C15
	return []uint64{uint64(example+1) * spread, uint64(noise+1000) * spread, 0x7777777777777777}
}

func all(_, _ int) bool { return true }

func top(scores []int32) int {
	best := 0
	for class, score := range scores {
		if score > scores[best] {
			best = class
		}
	}
	return best
}

func TestPackedTableDecidesAsTrained(t *testing.T) {
	for _, classes := range []int{2, 4, 50} {
		table, err := linear.Open(learn(classes).Pack(all))
		if err != nil {
			t.Fatal(err)
		}
		if table.Classes() != classes {
			t.Errorf("%d classes, want %d", table.Classes(), classes)
		}
		scores := make([]int32, classes)
		for example := range 100 {
			table.Score(example32(example, 5000), scores)
			if got := top(scores); got != example%classes {
				t.Errorf("%d classes: example %d is in class %d", classes, example, got)
			}
		}
	}
}

func TestPackIsDeterministic(t *testing.T) {
	once, again := string(learn(50).Pack(all)), string(learn(50).Pack(all))
	if once != again {
		t.Error("the same training gave different tables")
	}
}

func TestPruningMakesTheTableSmaller(t *testing.T) {
	trainer := learn(50)
	if whole, some := trainer.Pack(all), trainer.Pack(func(_, updates int) bool { return updates > 2 }); len(some) >= len(whole) {
		t.Errorf("%d bytes pruned, %d bytes whole", len(some), len(whole))
	}
}

func TestOpenRejectsOtherBytes(t *testing.T) {
	packed := learn(50).Pack(all)
	for name, bytes := range map[string][]byte{"nothing": nil, "cut off": packed[:len(packed)-1], "zeros": make([]byte, 64)} {
		if _, err := linear.Open(bytes); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
