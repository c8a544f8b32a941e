package lang

import "strings"

// correctTag mends what the tagger is known to get wrong about words that it
// sees without their case or marks.
func correctTag(t Token) string {
	switch straighten(t.Lower) {
	case "'s":
		if t.Tag == "NNP" || t.Tag == "NN" {
			return "POS"
		}
	case "'ve", "'re", "'m":
		return "VBP"
	case "'ll":
		return "MD"
	case "—", "–", "―", "--", "…", "...":
		return ":"
	case "n't":
		return "RB"
	case ",":
		return ","
	case "secretary-general", "director-general", "attorney-general", "governor-general":
		return "NN"
	case "(", "[":
		return "-LRB-"
	case ")", "]":
		return "-RRB-"
	}
	return t.Tag
}

// afterTag mends a tag by the token before: behind a possessive stands no
// finite verb ("Kyiv's call for help", "their demand that").
func afterTag(word, tag string, before Token) string {
	if before.Tag == "TO" && (tag == "NN" || tag == "JJ") && (strings.HasPrefix(word, "de-") || strings.HasPrefix(word, "re-") || strings.HasPrefix(word, "co-")) {
		return "VB" // "to de-escalate"
	}
	if before.Tag != "POS" && before.Tag != "PRP$" {
		return tag
	}
	switch tag {
	case "VB", "VBP":
		return "NN"
	case "VBZ":
		return "NNS"
	}
	return tag
}
