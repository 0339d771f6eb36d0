"""`python -m bench.versions OTHER --postgres URL`: transfers of this checkout against another's, in one run.

Both wallets run and are measured at the same time, so that they share what else the machine does, each with a database
of its own on the server that is named. In both everybody pays somebody whom they have paid before.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import UUID

import asyncpg

from amigok import ports, web
from amigok.errors import Failure
from amigok.fleet import ROOT
from amigok_chassis.ids import new_id
from amigok_chassis.testing import FLEET_KEY, SECRET_KEY
from bench import load, results, seeds, tokens, transfers

ROUNDS = 8
SECONDS = 5.0
CLIENTS = 8
MIGRATE = """
import asyncio, sys
from amigok_chassis.process import upgrade
from wallet.main import service
asyncio.run(upgrade(service, sys.argv[1]))
"""
RUN = "from amigok.services import run; run('wallet')"
KNOWN = """
INSERT INTO payees (user_id, recipient_id, since) SELECT a, b, now() - interval '2 days' FROM
    unnest($1::uuid[], $2::uuid[]) AS pairs(a, b)
"""
STANDING = """
INSERT INTO user_standings (user_id, version, role, status, verified, kyc, registered_at, decides_from)
SELECT id, 1, 'investor', 'active', true, 'approved', now() - interval '1 year', now() FROM unnest($1::uuid[]) AS id
"""


def main() -> None:
    options = argparse.ArgumentParser(prog="bench.versions", description=__doc__)
    options.add_argument("other", type=Path, help="another checkout")
    options.add_argument("--postgres", required=True, help="a superuser's URL")
    asked = options.parse_args()
    users = [new_id() for _ in range(seeds.USERS)]
    friends = [*users[1:], users[0]]
    wanted = transfers.requests(zip(users, friends, strict=True))
    ours: list[float] = []
    others: list[float] = []
    with ExitStack() as stack:
        jwks = ports.choose()
        stack.enter_context(tokens.served(jwks))
        this = stack.enter_context(_wallet(ROOT, asked.postgres, jwks, users, friends))
        other = stack.enter_context(_wallet(asked.other.resolve(), asked.postgres, jwks, users, friends))
        pool = stack.enter_context(ThreadPoolExecutor(2))
        for _ in range(ROUNDS):
            both = [pool.submit(load.rate, url, wanted, seconds=SECONDS, clients=CLIENTS) for url in (this, other)]
            ours.append(both[0].result()["rate"])
            others.append(both[1].result()["rate"])
    found = results.compared("transfers, this checkout against the other", ours, others, ratio_at_least=0.95)
    sys.stdout.write(results.table([found], None) + "\n")


@contextmanager
def _wallet(checkout: Path, server: str, jwks: int, users: list[UUID], friends: list[UUID]) -> Iterator[str]:
    """The wallet's API of a checkout, with money for everybody."""
    name, port = f"bench_{new_id().hex}", ports.choose()
    database = f"{server.rsplit('/', 1)[0]}/{name}"
    asyncio.run(seeds.create_database(server, name))
    sources = sorted(map(str, [*checkout.glob("libs/*/src"), *checkout.glob("services/*/src"), checkout / "tools/src"]))
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(sources),
        "AMIGOK_ROLE": "api",
        "AMIGOK_PORT": str(port),
        "AMIGOK_DATABASE_URL": database,
        "AMIGOK_JWKS_URL": f"http://127.0.0.1:{jwks}/.well-known/jwks.json",
        "AMIGOK_LOG_LEVEL": "warning",
        "AMIGOK_SECRET_KEY": SECRET_KEY,
        "AMIGOK_FLEET_KEY": FLEET_KEY,
        "AMIGOK_STORAGE_URL": "memory:///",
        "AMIGOK_BROKER_URL": "amqp://127.0.0.1:1/",
    }
    subprocess.run([sys.executable, "-c", MIGRATE, database], cwd=checkout, env=environment, check=True)
    asyncio.run(_seed(database, users, friends))
    process = subprocess.Popen([sys.executable, "-c", RUN], cwd=checkout, env=environment)
    try:
        _await_ready(process, f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
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
    deadline = time.monotonic() + 60
    while not web.is_success(f"{url}/health/ready"):
        if process.poll() is not None or time.monotonic() > deadline:
            raise Failure("a wallet does not start, see above")
        time.sleep(0.1)


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"bench: {failure}")
