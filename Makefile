# The workflow's documentation: one target a task. `make site` and `make test` need nothing but Python.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := uv pip compile pyproject.toml --universal --python-version 3.10 --generate-hashes --no-header --no-emit-index-url --quiet
FOLDER = $(or $(DATA),evaluation/data)
ARTICLES ?= 200 2000 20000
WORDS ?= 100 300 1000 3000 5000 10000 50000
BRIEFS ?= 100 1000 10000
FUZZED ?= articles sentences quotes front_matter briefs pipeline files
SECONDS ?= 60
LOCKS := requirements.lock requirements-evaluation.lock requirements-audit.lock requirements-fuzz.lock digest/starter_site/requirements.txt

.PHONY: site test check format lint types evaluate train bench lighthouse fuzz faults lock audit wheel clean

site: $(VENV)/ready  ## build the sample digest into site/
	$(BIN)/digest build $(if $(STRICT),--strict)

test: $(VENV)/ready  ## run the tests
	$(BIN)/pytest

check: format lint types test  ## all that a change must pass

format: $(VENV)/ready
	$(BIN)/ruff format --check .

lint: $(VENV)/ready
	$(BIN)/ruff check .

types: $(VENV)/ready
	$(BIN)/mypy

# The peers' small matrices lose most of their time where several threads share them.
evaluate: export OPENBLAS_NUM_THREADS := 1
evaluate: $(VENV)/evaluation  ## score `digest extract` on the folder DATA, against the floors and beside its peers
	$(BIN)/python -m evaluation $(FOLDER)

train: $(VENV)/evaluation  ## count words and train the key points' model on the folder DATA
	$(BIN)/python -m evaluation.count_documents $(FOLDER) --write
	$(BIN)/python -m evaluation.train_key_points $(FOLDER) --write

bench: $(VENV)/evaluation  ## time `digest build`, and `digest extract` on made-up articles or the file DATA, beside their peers
	$(BIN)/python -m benchmarks.site $(BRIEFS)
	$(BIN)/python -m benchmarks.extract $(DATA) --articles $(ARTICLES) --words $(WORDS)

lighthouse: $(VENV)/ready  ## rate pages of the sample digest with Lighthouse; needs Chromium, and `lighthouse` of npm
	$(BIN)/python -m benchmarks.pages

fuzz: $(VENV)/fuzz  ## look for texts that break what must hold of every text, for SECONDS each of FUZZED
	for target in $(FUZZED); do $(BIN)/python -m tests.fuzz $$target $(SECONDS) || exit 1; done

faults: $(VENV)/ready  ## kill a build, or refuse it something, at each of its system calls; needs strace, takes half an hour
	$(BIN)/python -m tests.faults

lock:  ## renew the lock files from pyproject.toml; needs uv
	$(LOCK) --group test --group lint --group build --output-file requirements.lock
	$(LOCK) --group evaluation --constraint requirements.lock --output-file requirements-evaluation.lock
	$(LOCK) --group audit --constraint requirements.lock --output-file requirements-audit.lock
	$(LOCK) --extra search --extra cards --constraint requirements.lock --no-annotate --output-file digest/starter_site/requirements.txt
	$(subst pyproject.toml,--group fuzz,$(LOCK)) --output-file requirements-fuzz.lock

# Strict, so that a package that cannot be looked up is not taken for a sound one.
audit: $(VENV)/audit/ready  ## ask PyPI whether a fault is known in a locked package; the only target that asks about them
	$(VENV)/audit/bin/pip-audit --strict --disable-pip --require-hashes $(LOCKS:%=--requirement %)

wheel: $(VENV)/ready  ## build the wheel into dist/
	$(BIN)/python -m build --no-isolation --wheel

clean:
	rm -rf $(VENV) site dist build

$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# In an environment of its own, apart from what it looks at.
$(VENV)/audit/ready: requirements-audit.lock
	$(PYTHON) -m venv $(VENV)/audit
	$(VENV)/audit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-audit.lock
	touch $@

$(VENV)/evaluation: $(VENV)/ready requirements-evaluation.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-evaluation.lock
	touch $@

$(VENV)/fuzz: $(VENV)/ready requirements-fuzz.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-fuzz.lock
	touch $@
