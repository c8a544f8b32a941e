package attribution

import (
	"fmt"
	"slices"
	"strings"
)

// Groups is a set of groups of what the network sees. A model that does without some shows what they are good for.
type Groups uint

// The groups.
const (
	Words    Groups = 1 << iota // words, their parts and lemmas
	Grammar                     // tags and relations of words
	Context                     // what the syntax network knows of a word where it stands
	Marks                       // quotation marks, except as far as the syntax network saw them
	Tree                        // the way between cue and word in the tree, and where its stretches begin and end
	Distance                    // how many words lie between cue and word
	Others                      // sentences other than that of the cue
	Vectors                     // the products of what the cue asks and what the word answers
)

// groupNames are the names of the groups, in their order.
var groupNames = []string{"words", "grammar", "context", "marks", "tree", "distance", "others", "vectors"}

// GroupNames lists the names of the groups.
func GroupNames() []string { return slices.Clone(groupNames) }

// ParseGroups reads names of groups that commas separate; an empty text is none.
func ParseGroups(text string) (Groups, error) {
	var all Groups
	for name := range strings.SplitSeq(text, ",") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		i := slices.Index(groupNames, name)
		if i < 0 {
			return 0, fmt.Errorf("no group of features is called %q; there are %s", name, strings.Join(groupNames, ", "))
		}
		all |= 1 << i
	}
	return all, nil
}

// Without returns the model as it reads when it does not see some groups of features. A model that learned without them is to
// be read without them, too; to one that learned with them they are merely silent.
func (m *Model) Without(hidden Groups) *Model {
	return newModel(m.network, hidden)
}
