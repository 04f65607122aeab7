# Two commands: `make demo` shows what it does, `make test` guards it. Both need Python 3.11 or later, pip and make.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test docs lock clean

demo: .venv/.installed
	$(BIN)/demarche demo
	@echo
	@echo "The command is $(BIN)/demarche; after \`. $(BIN)/activate\` it is demarche. What else it can: demarche --help"

test: .venv/.dev .venv/.browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

# The site of the docs, in site/; --strict: no page left out, no link into nothing.
docs: .venv/.dev
	$(BIN)/python docs/generate_figures.py
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.locked: requirements.lock .venv/.made
	$(PIP) install --require-hashes -r requirements.lock
	@touch $@

.venv/.installed: pyproject.toml .venv/.locked
	$(PIP) install --no-deps --editable .
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.installed
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# The tests of the page need a browser; without one they are skipped.
.venv/.browser: .venv/.dev
	@command -v chromium > /dev/null || { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq chromium; } \
		|| echo "No Chromium: the tests of the page are skipped. Install it: apt-get install chromium"
	@test -d web/node_modules/axe-core || { command -v npm > /dev/null && npm ci --prefix web --silent --no-audit --no-fund; } \
		|| echo "No axe-core: the test for barriers is skipped. Install it: npm ci, in web/"
	@touch $@

# Resolve the dependencies anew; needs uv.
COMPILE := uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock"

lock:
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --extra dev --extra ru --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf .venv
