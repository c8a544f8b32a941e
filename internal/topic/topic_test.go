package topic_test

import (
	"slices"
	"strings"
	"testing"

	"demarche/internal/topic"
)

func TestKeys(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"stop its eastward expansion", "stop eastward expans"},
		{"NATO’s expansion, NATO's expansions", "nato expans"},
		{"They don't and can't have to be", ""},
		{"the U.N.-led talks of 2014", "led talk 2014"},
		{"Türkiye Erdoğan", "turkiy erdogan"},
		{"санкции 制裁", "санкции 制裁"},
		{"O'Brien", "obrien"},
		{"' '' '", ""},
		{"", ""},
		{strings.Repeat("x", 200), ""},
	} {
		if got := strings.Join(topic.Keys(test.text), " "); got != test.want {
			t.Errorf("Keys(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func FuzzKeysAreStableAndDistinct(f *testing.F) {
	f.Add("stop NATO’s eastward expansion")
	f.Fuzz(func(t *testing.T, text string) {
		keys := topic.Keys(text)
		sorted := slices.Clone(keys)
		slices.Sort(sorted)
		if len(slices.Compact(sorted)) != len(keys) {
			t.Errorf("keys repeat: %q", keys)
		}
		for _, key := range keys {
			if strings.ContainsAny(key, " /<>\"'\\\n") || key == "" {
				t.Errorf("key %q cannot stand in an IRI", key)
			}
		}
	})
}
