# Everything starts here: `make demo` to see it, `make test` to trust it.
# Needs only git, make and Python 3.11 or newer with its venv module.

PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11,\
	$(shell $(p) -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(p))))
PIP := .venv/bin/python -m pip --disable-pip-version-check --require-virtualenv
COMPILE := UV_CUSTOM_COMPILE_COMMAND="make lock" .venv/bin/uv pip compile --quiet --universal \
	--python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links
SOURCES := $(wildcard *.py actions bench commands config demo handlers learning lookup parsing pictures reminders scoring sheets storage tests transport)

.PHONY: demo test check bench soak lock format .venv

demo: .venv/.running  ## a seeded company, a local Telegram and the bot: prints the address to open
	.venv/bin/python bot.py demo $(ARGS)

test: .venv/.developing  ## the whole test suite
	@tests/install_debian.sh
	PYTHONDONTWRITEBYTECODE= .venv/bin/python -m pytest -n 3 --dist worksteal -m "not soak" $(ARGS)

check: .venv/.developing  ## format, lint, types
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy $(SOURCES)

bench: .venv/.developing  ## the benchmarks, as ratios against peers in one run
	@.venv/bin/python -m bench $(if $(JSON),--json) $(ARGS)

soak: .venv/.developing  ## the fault suite at full dose
	@tests/install_debian.sh
	HUIFANG_SOAK=1 .venv/bin/python -m pytest -m soak $(ARGS)

format: .venv/.developing  ## put every file into the one format
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

.venv: .venv/.developing  ## only the environment

lock: .venv/.developing  ## refresh the locks from requirements*.in (UPGRADE=1 takes newer releases)
	$(COMPILE) $(if $(UPGRADE),--upgrade) requirements.in -o requirements.txt
	$(COMPILE) $(if $(UPGRADE),--upgrade) -c requirements.txt requirements-dev.in -o requirements-dev.txt

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with its venv module is needed (Debian: python3-venv)." >&2; exit 1; }
	@echo "Making .venv with $$($(PYTHON) --version)."
	$(PYTHON) -m venv .venv

.venv/.running: requirements.txt | .venv/bin/python
	@echo "Installing what Huifang needs, as locked (a minute or two the first time)."
	$(PIP) install --require-hashes -r requirements.txt
	@touch $@

.venv/.developing: requirements-dev.txt | .venv/bin/python
	@echo "Installing what Huifang and its tests need, as locked (a minute or two the first time)."
	$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@ .venv/.running
