# Everything a maintainer does, one word each. `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL = $(BIN)/uv pip install -q --no-deps
LOCKED = $(INSTALL) --require-hashes
SHARED_TYPES := shared-types
BENCH_VENV := build/bench-venv
REFEREES := tests/referees
REFEREES_VENV := build/referees/venv
BENCHMARKS := requests worst_bodies startup growth processes queue events imports exports press plates bug_reports
PROCESSES ?= 2
WHOLE_OUTPUTS = $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
LOCK = $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

# Hundreds of processes start in a run of the tests: compiled once, each starts in less than half the time.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup diffusers run generate check lint types drift imports compat release-contract test coverage coverage-contract fuzz crash mutants referees strangers bench lock assets clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*  ## ' $(MAKEFILE_LIST) | awk -F ':.*  ## ' '{printf "  make %-17s %s\n", $$1, $$2}'

$(VENV)/.installer: requirements/installer.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/installer.txt
	@touch $@

$(VENV)/.runtime: $(VENV)/.installer requirements/runtime.txt pyproject.toml
	$(LOCKED) --python $(BIN)/python -r requirements/runtime.txt
	$(INSTALL) --python $(BIN)/python -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.txt
	$(LOCKED) --python $(BIN)/python -r requirements/dev.txt
	@touch $@

$(VENV)/.diffusers: $(VENV)/.dev requirements/diffusers.txt
	$(BIN)/pip install -q --disable-pip-version-check torch==2.13.0
	$(LOCKED) --python $(BIN)/python -r requirements/diffusers.txt
	@touch $@

$(BENCH_VENV)/.stamp: $(VENV)/.installer requirements/bench.txt
	$(PYTHON) -m venv $(BENCH_VENV)
	$(LOCKED) --python $(BENCH_VENV)/bin/python -r requirements/bench.txt
	@touch $@

$(SHARED_TYPES)/node_modules/.stamp: $(SHARED_TYPES)/package-lock.json $(SHARED_TYPES)/package.json $(SHARED_TYPES)/.npmrc
	cd $(SHARED_TYPES) && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(REFEREES_VENV)/.stamp: $(VENV)/.installer requirements/referees.txt
	$(PYTHON) -m venv $(REFEREES_VENV)
	$(LOCKED) --python $(REFEREES_VENV)/bin/python -r requirements/referees.txt
	@touch $@

$(REFEREES)/node_modules/.stamp: $(REFEREES)/package-lock.json $(REFEREES)/package.json $(REFEREES)/.npmrc
	cd $(REFEREES) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

setup: $(VENV)/.dev $(SHARED_TYPES)/node_modules/.stamp  ## install what the rest needs (idempotent)

diffusers: $(VENV)/.diffusers  ## install the engine for Stable Diffusion (PyTorch: 200 MB to 3 GB to fetch)

run: $(VENV)/.runtime  ## start the studio (PLATEMARK_PORT, PLATEMARK_DATA_DIR)
	exec $(BIN)/platemark up

generate: setup  ## spec in, code out
	$(BIN)/python -m codegen

lint: setup
	@status=0; for rules in check "format --check"; do $(BIN)/ruff $$rules . || status=1; done; exit $$status

types: setup  ## mypy, strict
	$(BIN)/mypy

drift: setup  ## is generated/ what spec/ says?
	$(BIN)/python -m codegen --check

imports: setup  ## import-linter: imports point downwards
	$(BIN)/lint-imports

compat: setup  ## prove that the contract serves clients of the released one
	$(BIN)/python -m codegen.compat

release-contract: setup  ## make the contract the released one (BREAKING=1: although it breaks clients)
	$(BIN)/python -m codegen.compat.release $(if $(BREAKING),--breaking)
	$(BIN)/python -W ignore -m tests.contract.released.record

check: setup  ## drift, lint, types, imports, spec, compatibility: clean or red, two at a time, the longest first
	@$(MAKE) --no-print-directory --keep-going -j2 $(WHOLE_OUTPUTS) types drift compat lint imports

test: setup  ## all tests
	$(BIN)/pytest -n $(PROCESSES) --dist loadfile --no-loadscope-reorder
	$(BIN)/python -m codegen.record --har-folder build/recorded --exchanges build/recorded/http-*.json -o build/recorded/exchanges.json
	cd $(SHARED_TYPES) && npm test

coverage: setup  ## all tests but the fuzzer; the lines and branches that they miss, at most as many as today
	$(BIN)/pytest -n $(PROCESSES) --dist loadfile --no-loadscope-reorder --cov --cov-report= --ignore tests/contract/test_fuzz.py
	$(BIN)/coverage report

coverage-contract: setup  ## what `make test` has used of the contract, and what it has not
	$(BIN)/python -m codegen.conformance coverage --facts build/recorded/facts-*.json \
		--har $(wildcard build/recorded/fuzz-*.har) --declared tests/contract/not_shown.txt --least tests/contract/coverage.json

fuzz: setup  ## Schemathesis against a live server: 300 examples, two seeds
	$(BIN)/pytest -q tests/contract/test_fuzz.py --fuzz-examples 300 --fuzz-seeds 1,20261122 --timeout 3600

crash: setup  ## kill, freeze and cut everything, and count what was lost; then the mutants
	$(BIN)/python -m tests.crash.attack
	$(BIN)/python -m tests.crash.mutants

mutants: setup  ## change the contract and its code in small ways, all of which the gate must refuse (an hour on a busy machine)
	$(BIN)/python -m tests.mutants.contract
	$(BIN)/python -m tests.mutants.code

referees: setup $(REFEREES_VENV)/.stamp $(REFEREES)/node_modules/.stamp  ## clients that others' generators make call a server, and Prism judges the HTTP tests
	$(BIN)/python -m tests.referees

strangers: setup  ## documents of others (DOCUMENTS=folder): bundled, generated, type-checked, served and asked
	$(BIN)/python -m tests.strangers $(DOCUMENTS)

bench: setup $(BENCH_VENV)/.stamp  ## what the claims on speed rest on (QUICK=1: briefly, roughly)
	@set -e; for name in $(BENCHMARKS); do \
		echo "== benchmarks.$$name"; $(BIN)/python -m benchmarks.$$name $(if $(QUICK),--quick); done

lock: $(VENV)/.installer  ## pin the Python dependencies again (UPGRADE=1 takes the newest that pyproject.toml allows)
	$(LOCK) --group installer -o requirements/installer.txt
	$(LOCK) --group build -o requirements/build.txt
	$(LOCK) pyproject.toml --extra postgresql -o requirements/runtime.txt
	$(LOCK) pyproject.toml --extra distributed -o requirements/distributed.txt
	$(LOCK) pyproject.toml --extra distributed --group dev -o requirements/dev.txt
	$(LOCK) pyproject.toml --group bench -c requirements/dev.txt -o requirements/bench.txt
	$(LOCK) pyproject.toml --group referees -c requirements/dev.txt -o requirements/referees.txt
	$(LOCK) pyproject.toml --extra diffusers -c requirements/dev.txt --no-emit-package torch -o requirements/diffusers.txt

assets:  ## fetch the API docs page's files again, as web-assets/package-lock.json pins them
	cd web-assets && npm ci --no-audit --no-fund --loglevel=error && npm run copy

clean:  ## remove what setup and the build made
	rm -rf $(VENV) $(SHARED_TYPES)/node_modules $(REFEREES)/node_modules $(SHARED_TYPES)/dist build
