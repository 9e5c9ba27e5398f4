# Everything runs in .venv, installed from the locks in requirements/. Start with `make demo` or `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH := .venv-bench
PIP := -m pip --disable-pip-version-check install --quiet
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url \
	--no-emit-find-links --no-emit-trusted-host --no-emit-options
TRAINED := models/build
LOCKS := $(wildcard requirements/*.txt)

.DEFAULT_GOAL := help
.PHONY: help demo test check format lint types layers scores fmt corpora bench archive faults lock docs model compare \
	confidence accuracy clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST)

demo: $(VENV)/.demo ## install, then print the record of corpus/seed.txt
	$(BIN)/minuteparse parse corpus/seed.txt

test: $(VENV)/.test ## install, then run the tests
	$(BIN)/python -m pytest

check: format lint types layers test scores ## format, lint, types, layers, tests, gold scores

format: $(VENV)/.test
	$(BIN)/ruff format --check

lint: $(VENV)/.test
	$(BIN)/ruff check

types: $(VENV)/.test
	$(BIN)/mypy

layers: $(VENV)/.test
	$(BIN)/lint-imports

scores: $(VENV)/.test ## score corpus/gold against the committed figures
	$(BIN)/minuteparse evaluate corpus/gold --against corpus/scores.json

fmt: $(VENV)/.test ## format the code and mend what lint can mend
	$(BIN)/ruff check --fix --exit-zero
	$(BIN)/ruff format

docs: $(VENV)/.test ## write anew what is generated: golden records, scores, schema, README sections
	UPDATE_GOLDEN=1 $(BIN)/python -m pytest --quiet tests/test_golden.py
	$(BIN)/minuteparse evaluate corpus/gold --write corpus/scores.json
	$(BIN)/minuteparse schema --output docs/record.schema.json
	$(BIN)/python docs/generate.py --write
	$(BIN)/python docs/generate_archives.py --write

confidence: $(VENV)/.test ## fit the weights of confidence anew, then write docs/accuracy.md
	$(BIN)/python -m measure.fit
	$(BIN)/python -m measure.page

accuracy: $(VENV)/.test ## measure on seen and unseen documents, write docs/accuracy.md and docs/reading.md
	$(BIN)/python -m measure.page
	$(BIN)/python -m measure.reading

corpora: $(VENV)/.test ## parse all texts under ../shared/corpora and check the laws on each
	$(BIN)/python benchmarks/corpora.py ../shared/corpora

bench: $(VENV)/.test $(BENCH)/.done ## time the parser beside spaCy, in one run
	$(BIN)/python benchmarks/bench.py --spacy $(BENCH)/bin/python

archive: $(VENV)/.test ## ingest 100,000 documents with one worker and two, kill the run 20 times, watch the memory
	$(BIN)/python benchmarks/archive.py --documents 100000 --kills 20 --write benchmarks/archive.json

faults: $(VENV)/.test ## kill runs and workers at 50 random moments each, and the other faults in full
	FAULTS=full $(BIN)/python -m pytest tests/test_archive_faults.py

model: $(VENV)/.test ## train the pipeline from the corpus alone, evaluate it, put it into the package
	$(BIN)/python models/prepare.py --out $(TRAINED)
	$(BIN)/python -m spacy train models/config.cfg --output $(TRAINED)/run --gpu-id -1 \
		--paths.train $(TRAINED)/train.spacy --paths.dev $(TRAINED)/dev.spacy
	$(BIN)/python models/finish.py $(TRAINED)/run/model-best $(TRAINED)/data.json src/minuteparse/data/ner
	$(BIN)/python -m spacy evaluate src/minuteparse/data/ner $(TRAINED)/test.spacy
	$(BIN)/minuteparse evaluate corpus/gold --compare-model

compare: $(VENV)/.test $(BENCH)/.done ## score and time rules, our pipeline and stock ones on the same texts
	$(BENCH)/bin/python $(PIP) --editable .
	$(BENCH)/bin/python models/compare.py corpus/gold corpus/hand

lock: $(VENV)/.test ## resolve the locks anew; what the tests run with is what everybody gets
	$(COMPILE) --upgrade --output-file requirements/build.txt requirements/build.in
	$(COMPILE) --upgrade --constraint requirements/build.txt --all-extras \
		--output-file requirements/dev.txt pyproject.toml requirements/build.in requirements/dev.in
	$(COMPILE) --upgrade --constraint requirements/dev.txt --output-file requirements/run.txt pyproject.toml

clean: ## remove what the other targets made
	rm -rf $(VENV) $(BENCH) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or later is needed; name one: make PYTHON=python3.12 demo" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: $(VENV)/bin/python pyproject.toml $(LOCKS)
	$(BIN)/python $(PIP) --require-hashes --requirement requirements/build.txt --requirement requirements/run.txt
	$(BIN)/python $(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.demo
	$(BIN)/python $(PIP) --require-hashes --requirement requirements/dev.txt
	$(BIN)/python $(PIP) --require-hashes --no-deps --requirement requirements/schemas.txt
	@touch $@

$(BENCH)/.done: benchmarks/spacy.txt
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python $(PIP) --requirement benchmarks/spacy.txt \
		|| echo "spaCy cannot be installed here: the benchmark goes without it" >&2
	@touch $@
