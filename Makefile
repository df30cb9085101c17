# Each target works alone on a fresh clone; scripts/setup installs what is missing.

export PATH := $(CURDIR)/.tools/bin:$(PATH)

.PHONY: run dev build test bench lint fmt setup-run setup-test

run: build
	DATABASE_URL=$${DATABASE_URL:-sqlite://data/vitrine.db} target/release/vitrine serve --demo

# A database of its own: what `make run` shows should not depend on what was tried out here.
# --split everywhere: #[island(lazy)] always expands to a split import, a build without it never hydrates.
dev: setup-run
	DATABASE_URL=$${DATABASE_URL:-sqlite://data/dev.db} cargo leptos watch --split -- serve --demo

build: setup-run
	scripts/build

# What decides whether a change lands: lints, then tests on both databases (dev), then the release in every browser, its
# queries counted, asked for nonsense, and under kill -9.
test: setup-test lint
	scripts/with-postgres scripts/rust-tests
	scripts/build
	scripts/with-shop scripts/browser-tests
	node end2end/queries.mjs
	scripts/with-shop node end2end/fuzz.mjs
	scripts/with-postgres node end2end/kill.mjs

# One JSON object on standard output, all else on standard error.
bench: setup-test
	@scripts/build >&2
	@node end2end/bench/main.mjs

# The browser half is checked alone: in one cargo call its features would mix with the server's.
lint: setup-test
	cargo fmt --check
	cargo clippy --locked --all-targets -p shared -p commerce -p server -- -D warnings
	cargo clippy --locked -p app --features hydrate --target wasm32-unknown-unknown -- -D warnings
	npm run --silent --prefix end2end lint:css

fmt:
	cargo fmt

setup-run:
	@scripts/setup run

setup-test:
	@scripts/setup test
