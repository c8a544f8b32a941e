# Everything that is done often. 'make' lists it.

comma := ,

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

build: ## the program, ./demarche
	go build -o demarche ./cmd/demarche

web: ## the explorer, for the next build to embed; needs Node
	cd web && npm ci && npm run build

test: ## all tests, with the race detector
	go test -race ./...

bench: ## how fast articles are stored, a table: BENCH_LARGE=1 adds 5,000,000 quads
	go run ./graph/loadbench -quads 100000,1000000$(if $(BENCH_LARGE),$(comma)5000000)

micro: ## all other benchmarks, briefly
	go test -run '^$$' -bench . -benchtime 200ms ./...

eval: ## accuracy and speed against the annotated corpora beside the repository
	go run ./cmd/demarche eval lang --corpora ../shared/data
	go run ./cmd/demarche eval extract --corpora ../shared

counts: ## write anew how often each rule for demands is right (schema/frames/counts.yaml)
	@# No data directory: the user's own actors and words stay out.
	XDG_DATA_HOME=/nowhere go run ./cmd/demarche eval extract --counts --corpora ../shared > counts.out
	mv counts.out schema/frames/counts.yaml

lint: ## format, vet, and the checks of the data
	@test -z "$$(gofmt -l .)" || { echo "run gofmt -w on:"; gofmt -l .; exit 1; }
	go vet ./...
	DEMARCHE_STORE_BACKEND=memory go run ./cmd/demarche check --quiet

samples: ## load the sample articles and ask a question
	go run ./cmd/demarche demo --no-serve

.PHONY: help build web test bench micro eval counts lint samples
