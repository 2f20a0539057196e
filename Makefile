# Every target sets up .venv by itself, on a machine with nothing but Python 3.11 or newer and make.

PYTHON ?= python3
VENV ?= .venv
# Empty in CI: there the built wheel is installed, so that what is tested is what users get.
EDITABLE ?= --editable
SHARED ?= ../shared

RUN := $(VENV)/bin
READY := $(VENV)/.ready
QUELLENLAGE := $(RUN)/quellenlage
DEMO := build/demo.sqlite

.DEFAULT_GOAL := help
.PHONY: help setup demo serve test check lint accuracy errors bench model clean

help: ## say what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

setup: $(READY) ## install everything into .venv

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'Quellenlage needs Python 3.11 or newer; name one: make PYTHON=python3.12 $(MAKECMDGOALS)'; exit 1; }
	@echo 'Setting up $(VENV) ...'
	@$(PYTHON) -m venv $(VENV)
	@$(RUN)/python -m pip install --quiet --upgrade pip
	@$(RUN)/python -m pip install --quiet $(EDITABLE) '.[dev]'
	@touch $(READY)

demo: $(READY) ## read the example pages and show what was found
	@mkdir -p $(dir $(DEMO)) && rm -f $(DEMO)*
	@echo '--- One page: quellenlage read examples/pages/03-hohenfurter-rundblick.html'
	@echo
	@$(QUELLENLAGE) read examples/pages/03-hohenfurter-rundblick.html
	@echo '--- All pages into a ledger: quellenlage add examples/pages/* --ledger $(DEMO)'
	@echo
	@$(QUELLENLAGE) add examples/pages/* --ledger $(DEMO)
	@echo
	@echo '--- How many really know: quellenlage claims --min-appearances 2 --limit 3 --ledger $(DEMO)'
	@echo
	@$(QUELLENLAGE) claims --min-appearances 2 --limit 3 --ledger $(DEMO)
	@echo
	@echo '--- One claim with its receipts: quellenlage claim ID --ledger $(DEMO)'
	@echo
	@$(QUELLENLAGE) claim $$($(QUELLENLAGE) claims --limit 1 --format jsonl --ledger $(DEMO) 2> /dev/null \
	  | sed -E 's/^\{"id": "([0-9a-f]+)".*/\1/') --ledger $(DEMO)
	@echo
	@echo '--- Who will not be named: quellenlage sources --class unnamed --ledger $(DEMO)'
	@echo
	@$(QUELLENLAGE) sources --class unnamed --limit 10 --ledger $(DEMO)
	@echo
	@echo 'How to go on:'
	@echo '  make serve'
	@echo '      the workbench: read, check, correct and cite all this in a browser'
	@echo '  $(QUELLENLAGE) read PAGE.html'
	@echo '      a page of your own: a file, or its address'
	@echo '  $(QUELLENLAGE) read PAGE.html --format html > marked.html'
	@echo '      the text with its statements marked and the sources beside'
	@echo '  $(QUELLENLAGE) figures --ledger $(DEMO)'
	@echo '      who gave which figure'
	@echo '  $(QUELLENLAGE) series --ledger $(DEMO)'
	@echo '      the figures that count the same thing, side by side'
	@echo '  docs/guide/en.md, docs/guide/de.md'
	@echo '      the guide'

serve: $(READY) ## open the workbench over the demo's ledger, or over LEDGER=FILE
	$(QUELLENLAGE) serve --ledger $(or $(LEDGER),$(DEMO))

test: lint ## check everything: style, types, house, tests
	$(RUN)/pytest

check: test ## what CI runs

lint: $(READY)
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy
	$(RUN)/lint-imports --no-logo

accuracy: $(READY) ## all accuracy tables beside the recorded state, on ../shared (--record: make accuracy RECORD=--record)
	$(RUN)/python -m benchmarks.accuracy $(SHARED) $(RECORD)

errors: $(READY) ## a page to look through the errors in: build/errors.html
	$(RUN)/python -m benchmarks.errors $(SHARED)

bench: $(READY) ## measure accuracy and speed on ../shared
	$(RUN)/python -m benchmarks.reading $(SHARED)
	$(RUN)/python -m benchmarks.statements $(SHARED)
	$(RUN)/python -m benchmarks.speakers $(SHARED)/gold/dev
	$(RUN)/python -m benchmarks.figures --gold $(SHARED)/gold/dev --gold $(SHARED)/gold/train
	$(RUN)/python -m benchmarks.origins
	$(RUN)/python -m benchmarks.copies $(SHARED)
	$(RUN)/python -m benchmarks.speed $(SHARED)

model: $(READY) ## train tagger and sentence encoder anew (some five hours) and put them into the package
	$(RUN)/python -m pip install --quiet $(EDITABLE) '.[training]'
	$(RUN)/python -m training.train
	$(RUN)/python -m training.export
	$(RUN)/python -m training.evaluate --write training/work/scores.txt
	$(RUN)/python -m training.calibrate --write training/work/scores.txt --plot docs/reliability.svg
	$(RUN)/python -m training.sense.train
	$(RUN)/python -m training.sense.refine
	$(RUN)/python -m training.sense.export
	for part in 0 1; do $(RUN)/python -m training.sense.refine --without $$part && $(RUN)/python -m training.sense.export \
	  --weights training/work-sense/without-$$part.pt --to training/work-sense/without-$$part || exit 1; done
	$(RUN)/python -m training.claims.denials --write
	$(RUN)/python -m training.claims.learn --write
	$(RUN)/python -m training.claims.parties --write
	$(RUN)/python -m training.card

clean: ## remove what was built
	rm -rf build dist $(VENV)
