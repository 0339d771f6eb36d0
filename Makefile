.PHONY: setup run stop demo test check docs bench
BIN := .venv/bin

setup:
	@sh tools/setup.sh

run: setup  ## bring everything up; Ctrl-C ends it
	@$(BIN)/amigok up

stop:
	@if [ -x $(BIN)/amigok ]; then $(BIN)/amigok down; fi

demo: setup  ## play the main job against the running fleet
	@$(BIN)/amigok demo

test: setup
	@$(BIN)/pytest -n 2

check: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy libs/*/src services/*/src tools/src bench
	$(BIN)/amigok generate --check
	$(BIN)/amigok api check

docs: setup
	@$(BIN)/amigok generate

bench: setup
	@$(BIN)/python -m bench
