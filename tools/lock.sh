#!/bin/sh
# Writes requirements.lock: one universal, hash-pinned resolution of every member; names no index.
set -eu
cd "$(dirname "$0")/.."
members=$(ls -d libs/*/pyproject.toml services/*/pyproject.toml tools/pyproject.toml)
own=$(sed -n 's/^name = "\(.*\)"/--no-emit-package \1/p' $members)
# shellcheck disable=SC2086
exec .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
    --no-header --no-annotate --overrides tools/overrides.txt $own --group pyproject.toml:dev $members --output-file requirements.lock "$@"
