"""`python -m bench.versions OTHER --postgres URL`: what a transfer costs in this checkout, against another's.

Counts the instructions of the API's process (callgrind of Debian's `valgrind`), which repeat within a percent whatever
else the machine does; rates of two processes at the same time differed by a third for one and the same code. Each
wallet has the packages of its checkout's `.venv`, and a database of its own on the server that is named; in both
everybody pays somebody they have paid before.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import asyncpg

from amigok import ports, web
from amigok.errors import Failure
from amigok.fleet import ROOT
from amigok_chassis.ids import new_id
from amigok_chassis.testing import FLEET_KEY, SECRET_KEY
from bench import load, results, seeds, tokens, transfers

WARMUP = 15.0
SECONDS = 40.0
TOKENS = 100
"""So few that they are all in the cache after the warm-up."""

MIGRATE = """
import asyncio, sys
from amigok_chassis.process import upgrade
from wallet.main import service
asyncio.run(upgrade(service, sys.argv[1]))
"""
CALLGRIND = ("valgrind", "--quiet", "--tool=callgrind", "--instr-atstart=no", "--combine-dumps=no")
RUN = "from amigok.services import run; run('wallet')"
PYTHON = Path(".venv/bin/python")
"""Of each checkout: another version may need other packages."""

KNOWN = """
INSERT INTO payees (user_id, recipient_id, since) SELECT a, b, now() - interval '2 days' FROM
    unnest($1::uuid[], $2::uuid[]) AS pairs(a, b)
"""
STANDING = """
INSERT INTO user_standings (user_id, version, role, status, verified, kyc, registered_at, decides_from)
SELECT id, 1, 'investor', 'active', true, 'approved', now() - interval '1 year', now() FROM unnest($1::uuid[]) AS id
"""

_TOTAL = re.compile(r"^totals: (\d+)", re.MULTILINE)


def main() -> None:
    options = argparse.ArgumentParser(prog="bench.versions", description=__doc__)
    options.add_argument("other", type=Path, help="another checkout")
    options.add_argument("--postgres", required=True, help="a superuser's URL")
    asked = options.parse_args()
    if shutil.which("valgrind") is None:
        raise Failure("valgrind is missing; as root: apt-get install valgrind")
    users = [new_id() for _ in range(seeds.USERS)]
    friends = [*users[1:], users[0]]
    wanted = transfers.requests(zip(users[:TOKENS], friends, strict=False))
    jwks = ports.choose()
    with tokens.served(jwks):
        ours, theirs = (
            _instructions(checkout, asked.postgres, jwks, users, friends, wanted)
            for checkout in (ROOT, asked.other.resolve())
        )
    found = results.compared("instructions of a transfer", [ours], [theirs], unit=" k", ratio_at_most=1.05)
    sys.stdout.write(results.table([found], None) + "\n")


def _instructions(
    checkout: Path, server: str, jwks: int, users: list[UUID], friends: list[UUID], wanted: list[str]
) -> float:
    """Thousands of instructions that the API spends on a transfer, with what it does besides in that time."""
    with TemporaryDirectory() as folder, _wallet(checkout, server, jwks, users, friends, folder) as (url, pid):
        load.rate(url, wanted, seconds=WARMUP, clients=1)
        _control(pid, "--instr=on")
        rate: float = load.rate(url, wanted, warmup=0.0, seconds=SECONDS, clients=1)["rate"]
        _control(pid, "--dump")
        counted = sum(int(total) for dump in Path(folder).iterdir() for total in _TOTAL.findall(dump.read_text()))
    return counted / (rate * SECONDS) / 1000


def _control(pid: int, command: str) -> None:
    subprocess.run(["callgrind_control", command, str(pid)], check=True, capture_output=True)


@contextmanager
def _wallet(
    checkout: Path, server: str, jwks: int, users: list[UUID], friends: list[UUID], dumps: str
) -> Iterator[tuple[str, int]]:
    """The wallet's API of a checkout, with money for everybody: its URL, and its process under callgrind."""
    name, port = f"bench_{new_id().hex}", ports.choose()
    database = f"{server.rsplit('/', 1)[0]}/{name}"
    asyncio.run(seeds.create_database(server, name))
    sources = sorted(map(str, [*checkout.glob("libs/*/src"), *checkout.glob("services/*/src"), checkout / "tools/src"]))
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(sources),
        "AMIGOK_ROLE": "api",
        "PYTHONHASHSEED": "0",
        "AMIGOK_PORT": str(port),
        "AMIGOK_DATABASE_URL": database,
        "AMIGOK_JWKS_URL": f"http://127.0.0.1:{jwks}/.well-known/jwks.json",
        "AMIGOK_LOG_LEVEL": "warning",
        "AMIGOK_SECRET_KEY": SECRET_KEY,
        "AMIGOK_FLEET_KEY": FLEET_KEY,
        "AMIGOK_STORAGE_URL": "memory:///",
        "AMIGOK_BROKER_URL": "amqp://127.0.0.1:1/",
    }
    python = str(checkout / PYTHON)
    subprocess.run([python, "-c", MIGRATE, database], cwd=checkout, env=environment, check=True)
    asyncio.run(_seed(database, users, friends))
    counted = [*CALLGRIND, f"--callgrind-out-file={dumps}/%p", python, "-c", RUN]
    process = subprocess.Popen(counted, cwd=checkout, env=environment)
    try:
        _await_ready(process, f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait()
        asyncio.run(_drop(server, name))


async def _seed(database: str, users: list[UUID], friends: list[UUID]) -> None:
    await seeds.accounts(database, users)
    connection = await asyncpg.connect(database)
    if await connection.fetchval("SELECT to_regclass('user_standings') IS NOT NULL"):
        await connection.execute(STANDING, users)
    if await connection.fetchval("SELECT to_regclass('payees') IS NOT NULL"):
        await connection.execute(KNOWN, users, friends)
    await connection.execute("ANALYZE")
    await connection.close()


async def _drop(server: str, name: str) -> None:
    connection = await asyncpg.connect(server)
    await connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await connection.close()


def _await_ready(process: subprocess.Popen[bytes], url: str) -> None:
    deadline = time.monotonic() + 300
    while not web.is_success(f"{url}/health/ready"):
        if process.poll() is not None or time.monotonic() > deadline:
            raise Failure("a wallet does not start, see above")
        time.sleep(0.1)


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"bench: {failure}")
