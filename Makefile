# make demo: the main job on the example data. make quick: what to run while working, in three
# minutes. make test: everything that CI runs.
# The program lives in .venv, which is made anew only when pyproject.toml changes.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo quick test golden fresh docs visualisations web clean

demo: $(VENV)/.installed
	$(BIN)/samordning demo --out resultat

# Needs no browser, server, Java or Node, and installs none.
quick: $(VENV)/.test-installed
	$(BIN)/python -m tools.run_tests --quick

test: $(VENV)/.test-installed
	$(BIN)/python -m tools.run_tests

# What the reports on the municipalities in data/ say from now on. Read the diff before committing.
golden: $(VENV)/.test-installed
	UPDATE_GOLDEN=1 $(BIN)/python -m pytest tests/repository/test_municipalities.py

# What is generated: catalogues, the duty register as it is read, pages of the documentation, example
# workbook. The last, the answers in cypher/README.md, come from a Neo4j that it starts.
fresh: $(VENV)/.test-installed
	$(BIN)/python -m tools.messages
	$(BIN)/python -m tools.built_in_duties
	$(BIN)/python -m tools.data_dictionary
	$(BIN)/python -m tools.example_workbook
	$(BIN)/python -m tools.rule_needs
	$(BIN)/python -m tools.constraints
	$(BIN)/python -m tools.metrics_page
	$(BIN)/python -m tools.command_line_page
	$(BIN)/python -m tools.cypher_readme

# The documentation as a site in build/docs, with the example maps and reports on it.
docs: $(VENV)/.test-installed
	$(BIN)/python -m tools.docs_site

# The page in which the program runs without installation: build/samordning.html, and build/site for a
# web server. Node and npm make it.
web: $(VENV)/.test-installed
	$(BIN)/python -m tools.web

# The map of data/eksempel, and a picture of each of its views.
visualisations: $(VENV)/.test-installed
	$(BIN)/python -m tools.visualisations

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.test-installed: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group test
	touch $@

clean:
	rm -rf $(VENV) build dist resultat
