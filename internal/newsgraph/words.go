package newsgraph

// Words of which sentences are made, the frequent ones first.
var (
	subjects = []string{"ceasefire", "sanctions", "expansion", "exercises", "grain", "pipelines", "prisoners", "treaties",
		"inspections", "observers", "missiles", "borders", "tariffs", "visas", "airspace", "elections", "refugees", "harbours",
		"reactors", "fisheries", "satellites", "railways", "embassies", "archives"}
	issues = []string{"security", "arms", "trade", "energy", "migration", "climate", "health", "courts", "press", "schools"}
	verbs  = []string{"settle", "lift", "open", "end", "discuss", "extend", "publish", "withdraw", "restore", "limit"}
	titles = []string{"spokesman", "foreign minister", "president", "envoy", "chairwoman", "ambassador"}
	places = []string{"Geneva", "Vienna", "Doha", "Ankara", "Nairobi", "Lima", "Oslo"}
	types  = []string{"talks", "meeting", "agreement", "visit", "attack", "protest"}
	// cues are words that mark a demand, with its strength.
	cues = []struct{ words, strength string }{{"asked", "ask"}, {"called on", "call"}, {"urged", "urge"}, {"demanded of", "demand"},
		{"insisted with", "insist"}, {"ordered", "order"}}
)
