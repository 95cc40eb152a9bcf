# Everything is set up in .venv from lock files with hashes; nothing else on the machine is touched,
# but for the browser of the tests, which comes from Debian's packages where that is possible.

PYTHON ?= $(shell for one in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$one && break; done)
BIN := .venv/bin

.PHONY: site serve check test bench corpora words lock clean

site: .venv/run
	$(BIN)/python build.py

serve: .venv/run
	$(BIN)/python build.py serve

check: .venv/run
	$(BIN)/python build.py check

test: .venv/dev
	sh tests/find-browser.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python build.py check
	$(BIN)/pytest --numprocesses auto

bench: .venv/dev
	PYTHONPATH=. $(BIN)/python tests/benchmark.py
	PYTHONPATH=. $(BIN)/python tests/parsing.py

corpora: .venv/dev
	PYTHONPATH=. $(BIN)/python tests/corpora.py

# Gathers every word of the interface for those who translate it.
words: .venv/run
	$(BIN)/python -m glossator.words.gather

# Needs uv (https://docs.astral.sh/uv/): takes the newest releases that pyproject.toml allows.
lock:
	uv pip compile pyproject.toml --universal --generate-hashes --python-version 3.11 \
		--no-annotate --custom-compile-command "make lock" --upgrade --output-file requirements.txt
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --python-version 3.11 \
		--no-annotate --custom-compile-command "make lock" --upgrade --constraint requirements.txt \
		--output-file requirements-dev.txt

clean:
	rm -rf .venv site .glossator .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/run: requirements.txt
	$(call install,requirements.txt)

.venv/dev: requirements-dev.txt requirements.txt
	$(call install,requirements-dev.txt)
	touch .venv/run

define install
@test -n "$(PYTHON)" || { echo "Makefile: no Python 3.11 or later was found"; \
	echo "    remedy: install one, or name it with make PYTHON=/path/to/python3"; exit 1; }
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "Makefile: $(PYTHON) is older than Python 3.11"; \
	echo "    remedy: name a newer one with make PYTHON=/path/to/python3"; exit 1; }
@test -x $(BIN)/pip || $(PYTHON) -m venv --clear .venv || { rm -rf .venv; \
	echo "Makefile: this Python cannot make a virtual environment"; \
	echo "    remedy: install its venv module (Debian: apt-get install python3-venv)"; exit 1; }
$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1)
@touch $@
endef
