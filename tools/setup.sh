#!/bin/sh
# Makes .venv and installs the lock file and the workspace's members; does nothing when all is as it was.
set -eu
cd "$(dirname "$0")/.."
exec 9<tools/setup.sh
if command -v flock >/dev/null; then flock 9; fi

members=$(ls libs/*/pyproject.toml services/*/pyproject.toml tools/pyproject.toml | sed 's,/pyproject.toml$,,')
stamp=.venv/amigok-setup
wanted=$({ pwd; cat requirements.lock tools/setup.sh tools/overrides.txt; for member in $members; do cat "$member/pyproject.toml"; done; } | cksum)
if [ -x .venv/bin/amigok ] && [ -x .venv/bin/python ] && [ "$(cat $stamp 2>/dev/null)" = "$wanted" ]; then exit 0; fi

fail() {
    echo "setup: $*" >&2
    exit 1
}

find_python() {
    for name in python3.11 python3 python3.12 python3.13 python3.14; do
        if command -v $name >/dev/null && $name -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo $name
            return
        fi
    done
}

python=$(find_python)
if [ -z "$python" ]; then
    command -v apt-get >/dev/null || fail "Python 3.11 or newer with its venv module is missing; please install it"
    sudo=
    if [ "$(id -u)" != 0 ]; then
        sudo -n true 2>/dev/null || fail "python3-venv is missing; as root: apt-get install python3 python3-venv"
        sudo="sudo -n"
    fi
    echo "setup: installing python3-venv"
    { $sudo env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
        $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3 python3-venv; } >/dev/null ||
        fail "apt-get could not install python3-venv"
    python=$(find_python)
    [ -n "$python" ] || fail "Python 3.11 or newer is missing, and this system's packages have none"
fi

if ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    echo "setup: making .venv with $($python --version)"
    $python -m venv --clear .venv || fail "$python -m venv failed"
fi
if ! .venv/bin/uv --version >/dev/null 2>&1; then
    .venv/bin/pip install --quiet --disable-pip-version-check 'uv>=0.9,<1' || fail "uv could not be installed"
fi
# uv does not read pip's configuration; a mirror that is named there counts for both.
index=$(.venv/bin/pip config get global.index-url 2>/dev/null || true)
if [ -n "$index" ]; then export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$index}"; fi
export VIRTUAL_ENV="$PWD/.venv"
echo "setup: installing what requirements.lock names"
.venv/bin/uv pip install --quiet --compile-bytecode --require-hashes --overrides tools/overrides.txt -r requirements.lock ||
    fail "the packages of requirements.lock could not be installed"
# shellcheck disable=SC2046
.venv/bin/uv pip install --quiet --no-deps $(for member in $members; do echo "-e ./$member"; done) ||
    fail "the workspace's own packages could not be installed"
echo "$wanted" >$stamp
