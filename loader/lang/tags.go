package lang

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
	case "(", "[":
		return "-LRB-"
	case ")", "]":
		return "-RRB-"
	}
	return t.Tag
}
