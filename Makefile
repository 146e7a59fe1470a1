# The workflow's documentation: one target a task. `make site` and `make test` need nothing but Python.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := uv pip compile pyproject.toml --universal --python-version 3.10 --generate-hashes --no-header --no-emit-index-url --quiet
DATA ?= evaluation/data

.PHONY: site test check format lint types evaluate train lock wheel clean

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
evaluate: $(VENV)/evaluation  ## score `digest extract` on the data in DATA, against the floors and beside its peers
	$(BIN)/python -m evaluation $(DATA)

train: $(VENV)/evaluation  ## train the key point weights on the data in DATA
	$(BIN)/python -m evaluation.train_key_points $(DATA)/keypoints-cnn.jsonl --write

lock:  ## renew the lock files from pyproject.toml; needs uv
	$(LOCK) --group test --group lint --group build --output-file requirements.lock
	$(LOCK) --group evaluation --constraint requirements.lock --output-file requirements-evaluation.lock

wheel: $(VENV)/ready  ## build the wheel into dist/
	$(BIN)/python -m build --no-isolation --wheel

clean:
	rm -rf $(VENV) site dist build

$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/evaluation: $(VENV)/ready requirements-evaluation.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-evaluation.lock
	touch $@
