# `make` alone lists what there is. Every target installs what it needs by itself (bin/setup).
.DEFAULT_GOAL := help
.PHONY: help run dev test tests check rules rights bench bench-booking bench-nation bench-upload bench-fanout bench-video bench-paint format

DATABASE ?= sqlite:.run/lapak.db
PORT ?= 8080
SERVE = serve --demo --port $(PORT) --database $(DATABASE)

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

run: ## build for release and serve the demonstration nation on http://127.0.0.1:8080
	bin/setup run
	swift build -c release --product lapak
	swift build -c release --product lapak-inspect
	@mkdir -p .run
	.build/release/lapak $(SERVE)

dev: ## the same from a debug build, with style sheet and script read from the sources at every request
	bin/setup run
	swift build --product lapak
	swift build --product lapak-inspect
	@mkdir -p .run
	LAPAK_ASSETS=Sources/LapakServer/Assets .build/debug/lapak $(SERVE)

test: ## every test: Swift on SQLite and PostgreSQL, and the pages in a browser
	bin/setup test
	bin/with-postgres --in-memory $(MAKE) --no-print-directory tests

# What `test` runs beside its private PostgreSQL cluster.
tests: export LAPAK_PYTHON = $(CURDIR)/.venv/bin/python
tests: export LAPAK_BIN = $(CURDIR)/.build/debug/lapak
tests:
	swift build --build-tests
	bin/both-tests

check: ## the quick look before a commit: format, build, house rules, domain, contrast
	bin/setup run
	swift format lint --strict --recursive --parallel Sources Tests
	swift build --build-tests
	swift test --skip-build --filter 'HouseRulesTests|LapakDomainTests'
	python3 Tests/Web/support/contrast.py

rules: ## the domain alone, in its own small package
	cd Rules && swift test

rights: ## write docs/rights.md anew: which role may ask for which route of the staff
	bin/setup run
	LAPAK_WRITE_RIGHTS=1 swift test --filter RightsTests

bench: bench-booking bench-nation bench-upload bench-fanout bench-video bench-paint ## every measurement

bench-booking: ## bookings per second on this machine, one JSON object
	@bin/setup run
	@swift build -c release --product lapak >&2
	@.build/release/lapak bench booking

bench-nation: ## the half-year of 921,000 claims through rules and store, one JSON object
	@bin/setup run
	@swift build -c release --product lapak >&2
	@.build/release/lapak bench nation

bench-upload: ## two hundred uploads at once, one JSON object
	@bin/setup run
	@swift build -c release --product lapak >&2
	@swift build -c release --product lapak-inspect >&2
	@.build/release/lapak bench upload

bench-fanout: ## a robot officer with one, four and six seats at the real console, one JSON object
	@bin/setup test
	@swift build --product lapak >&2
	@swift build --product lapak-inspect >&2
	@PYTHONPATH=Tests/Web .venv/bin/python Tests/Web/bench/fanout.py

bench-video: ## one officer and six members in real browsers with cameras, one JSON object
	@bin/setup test
	@swift build --product lapak >&2
	@swift build --product lapak-inspect >&2
	@PYTHONPATH=Tests/Web .venv/bin/python Tests/Web/bench/video.py

bench-paint: ## how soon first pages on slow lines and keys at a full console are painted, one JSON object
	@bin/setup test
	@swift build --product lapak >&2
	@swift build --product lapak-inspect >&2
	@PYTHONPATH=Tests/Web .venv/bin/python Tests/Web/bench/paint.py

format: ## rewrite the sources in the house format
	swift format --in-place --recursive --parallel Sources Tests Package.swift
