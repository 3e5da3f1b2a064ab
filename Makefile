# All that can be done with this project. The first run of a target sets up what it needs; later runs find it there.
.DEFAULT_GOAL := help
SHELL := /bin/sh
.SUFFIXES:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: help site serve test test-all lint types format bench coverage fuzz lock clean

help: ## list what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

site: $(VENV)/.site ## check the data and build the site into site/
	@$(BIN)/roadmap check
	@$(BIN)/mkdocs build --strict --quiet
	@echo "Built. Open site/index.html in a browser, or run 'make serve' and go to http://127.0.0.1:8000/."

serve: $(VENV)/.site ## serve the site and follow every change
	@$(BIN)/mkdocs serve --strict

test: $(VENV)/.test ## run the tests, in Chromium and Firefox too
	@chromium=$$(sh .ci/chromium $(BIN)/python) && firefox=$$(sh .ci/firefox) || exit 1; \
	ROADMAP_CHROMIUM="$$chromium" ROADMAP_FIREFOX="$$firefox" $(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

test-all: $(VENV)/.test ## run the same, also in WebKitGTK, and the long runs with faults
	@webkit=$$(sh .ci/webkit) || exit 1; \
	ROADMAP_ALL=1 ROADMAP_WEBKIT="$$webkit" $(MAKE) --no-print-directory test

lint: $(VENV)/.test ## check format, style, types, imports and workflows
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo --cache-dir .cache/imports
	@$(BIN)/roadmap fmt --check
	@$(BIN)/zizmor --offline --no-progress --quiet --persona auditor .github plugins/learning_roadmap/starter/files/pages.yml plugins/learning_roadmap/starter/files/check.yml

types: ## check the types of the client's JavaScript (needs Node.js)
	@npx --yes --package typescript@5.9.3 tsc -p plugins/learning_roadmap/assets/tsconfig.json

format: $(VENV)/.test ## bring the code into form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(VENV)/.test ## measure what is promised, as ratios in one run
	@$(BIN)/python -m tests.bench $(ARGS)

coverage: $(VENV)/.test ## how much of the core the tests see, by lines and branches
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest -q -n auto --ignore tests/browser --ignore tests/fuzz $(ARGS)
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

fuzz: $(VENV)/.test ## odd inputs: every bad one by itself, mutations for a minute, 10,000 examples of each property
	@$(BIN)/python -m tests.fuzz $(ARGS)
	@ROADMAP_EXAMPLES=10000 $(BIN)/python -m pytest -q -n auto tests/sources tests/datafile tests/merge/test_any_document.py tests/suggestions -k "any or survive"

lock: $(VENV)/.test ## choose newest versions and write them down with their hashes
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/python .ci/lock.py

clean: ## remove all that was made
	rm -rf $(VENV) site build dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name it: make site PYTHON=python3.12" >&2; exit 1; }
	@echo "Setting up $(VENV) (once) …"
	@$(PYTHON) -m venv --clear $(VENV) || { echo "Install Python's venv module (Debian: apt install python3-venv)." >&2; exit 1; }
	@touch $@

# --require-hashes: what is installed is what was locked, byte for byte.
$(VENV)/.site: $(VENV)/.made .ci/locks/site.txt pyproject.toml
	@$(BIN)/python -m pip install --quiet --require-hashes -r .ci/locks/site.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.site .ci/locks/test.txt
	@$(BIN)/python -m pip install --quiet --require-hashes -r .ci/locks/test.txt
	@touch $@
