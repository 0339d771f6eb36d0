.PHONY: setup run stop demo test coverage check docs bench
BIN := .venv/bin
unexport PYTHONDONTWRITEBYTECODE  # so many processes should not all compile the same

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

coverage: setup  ## the same, by line and branch; in .coverage/html, too
	@rm -rf .coverage && mkdir .coverage
	@$(BIN)/coverage run -m pytest -n 2 $(TESTS); failed=$$?; \
	$(BIN)/coverage combine --quiet && $(BIN)/coverage html --quiet --directory .coverage/html && \
	$(BIN)/coverage report && exit $$failed

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
