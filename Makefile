.PHONY: help setup check format lint types test coverage spelling pins bench film faults snapshots

help:  ## what there is to make
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 12

setup:  ## the environment for working on it
	python3 -m venv .venv && .venv/bin/pip install -q -e '.[test,habits]'

check: lint types test  ## everything that must hold before a commit

format:  ## lay the code out
	.venv/bin/ruff format -q . && .venv/bin/ruff check -q --fix .

lint:
	.venv/bin/ruff format --check -q . && .venv/bin/ruff check -q .

types:
	.venv/bin/mypy

test:  ## all tests, the sound ones included where pulseaudio is installed
	.venv/bin/pytest -q -n auto --dist loadgroup

pins:  ## pin what CI installs, with hashes, as the registry has it today
	uv pip compile pyproject.toml --extra test --extra listen --universal --python-version 3.11 --generate-hashes -q -o requirements/test.txt

# These watch which files a command opens and what it imports, and would see coverage itself.
UNWATCHED = --ignore=tests/test_privacy.py --deselect tests/test_audio_client.py::test_nothing_slow_is_loaded_before_the_first_word
coverage:  ## all tests with the lines and branches they reach; below the floor of pyproject.toml it fails
	.venv/bin/coverage erase && .venv/bin/coverage run -m pytest -q $(UNWATCHED) && .venv/bin/coverage combine -q && .venv/bin/coverage report

spelling:
	.venv/bin/codespell

BENCHES = sound app walks diary triage faults file_faults terminal_faults trial house
bench:  ## measure what the README claims, beside what you would use instead; RECORDINGS=FOLDER for the ears as well
	set -e; for each in $(BENCHES); do .venv/bin/python -m bench.$$each; done
	@set -e; if [ -n "$(RECORDINGS)" ]; then for each in ears listening; do .venv/bin/python -m bench.$$each "$(RECORDINGS)"; done; \
	else echo "bench.ears and bench.listening need recordings (training/README.md): make bench RECORDINGS=FOLDER"; fi

film:  ## draw the moving picture of the README again
	.venv/bin/python -m bench.film docs/cramp.svg

faults:  ## a minute of everything that can go wrong, at random and from a seed
	.venv/bin/python -m bench.faults

snapshots:  ## accept the screens as they are now, after looking at them
	.venv/bin/pytest -q tests/test_tui_pictures.py --snapshot-update
