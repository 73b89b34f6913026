# build: bin/newsgraph    run: serve the API and explorer with the seed article
# test: every check on a real Neo4j    eval: measure the extraction
# generate: what is generated    lint: the linters alone

GO   ?= go
LINT := $(GO) tool -modfile=tools/lint/go.mod golangci-lint

.PHONY: build run test eval generate lint

build:
	@tools/need go
	$(GO) build -trimpath -o bin/newsgraph ./cmd/newsgraph

run:
	@tools/need --install go neo4j
	@$(MAKE) --no-print-directory build
	bin/newsgraph serve --seed

test:
	@tools/need --install go neo4j
	@tools/check

eval:
	@tools/need go
	@tools/eval

generate:
	$(GO) tool gqlgen generate

lint:
	$(LINT) run
