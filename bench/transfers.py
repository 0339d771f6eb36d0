"""(a) Transfers through the gateway against the same SQL in pgbench."""

from __future__ import annotations

import asyncio
import json
import random
import re
import shutil
import subprocess
import time
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from statistics import median
from uuid import UUID

import asyncpg
import httpx

from amigok.errors import Failure
from amigok.servers.packages import postgres_programs
from amigok_chassis.ids import new_id
from bench import load, seeds
from bench.results import Result, compared
from bench.site import Site
from bench.tokens import token

ROUNDS = 3
SECONDS = 8.0
SCRIPT = Path(__file__).with_name("transfer.sql")


def measure(site: Site) -> list[Result]:
    """Alternates rounds of both; afterwards the wallet's ledger has to prove itself."""
    asyncio.run(_allow_single_entries(site.scratch))
    wanted = spread(site)
    direct = load.rate(site.wallet, wanted, seconds=SECONDS / 2)["rate"]
    ours, baseline, latency = [], [], []
    for _ in range(ROUNDS):
        asyncio.run(drained(site.wallet_database))
        baseline.append(_pgbench(site.scratch))
        measured = load.rate(site.gateway, wanted, seconds=SECONDS)
        ours.append(measured["rate"])
        latency.append(measured["p99_ms"])
    asyncio.run(drained(site.wallet_database))
    prove(site)
    through = compared(
        "transfers through the gateway",
        ours,
        baseline,
        ratio_at_least=0.35,
        note=f"p99 {median(latency):.0f} ms; baseline: pgbench",
    )
    straight = compared("transfers without the gateway", [direct], baseline, note="for information")
    return [through, straight]


def spread(site: Site) -> list[str]:
    """Transfers from anybody to anybody."""
    chance = random.Random(1)  # noqa: S311
    return requests(chance.sample(site.users, 2) for _ in range(4 * len(site.users)))


def requests(pairs: Iterable[Sequence[UUID]]) -> list[str]:
    """A transfer for each pair of sender and recipient."""
    signed = lru_cache(None)(token)
    return [
        load.post("/api/v1/wallet/transfer", signed(sender), json.dumps(_body(recipient)))
        for sender, recipient in pairs
    ]


def _body(recipient: object) -> dict[str, object]:
    return {"recipient_id": str(recipient), "amount": {"amount": "0.01", "currency": seeds.CURRENCY}, "note": "bench"}


async def _allow_single_entries(scratch: str) -> None:
    """The wallet inserts both entries at once and has each insertion balance; one at a time cannot."""
    connection = await asyncpg.connect(scratch)
    await connection.execute("ALTER TABLE entries DISABLE TRIGGER entries_balanced")
    await connection.close()


def _pgbench(database: str) -> float:
    """Transactions per second of the script, in its default protocol, without the time to connect."""
    done = subprocess.run(
        [
            _program(),
            "--no-vacuum",
            f"--client={load.CLIENTS}",
            "--jobs=2",
            f"--time={SECONDS:.0f}",
            f"--define=users={seeds.USERS}",
            f"--file={SCRIPT}",
            database,
        ],
        capture_output=True,
        text=True,
    )
    found = re.search(r"^tps = ([\d.]+)", done.stdout, re.MULTILINE)
    if done.returncode or found is None or "failed transactions: 0 " not in done.stdout:
        raise Failure(f"pgbench failed: {done.stdout[-300:]}{done.stderr[-500:]}")
    return float(found[1])


def _program() -> Path:
    programs = postgres_programs()
    beside = programs / "pgbench" if programs else None
    found = beside if beside and beside.exists() else shutil.which("pgbench")
    if not found:
        raise Failure("missing: pgbench (Debian: postgresql-client or postgresql-contrib)")
    return Path(found)


async def drained(database: str) -> None:
    """Waits until everything said is published: the next round does not pay for this one."""
    connection = await asyncpg.connect(database)
    deadline = time.monotonic() + 60
    while await connection.fetchval("SELECT EXISTS (SELECT FROM outbox WHERE published_at IS NULL)"):
        if time.monotonic() > deadline:
            raise Failure("the wallet's relay does not catch up")
        await asyncio.sleep(0.05)
    await connection.close()


def prove(site: Site) -> None:
    """`Failure` unless the wallet's ledger proves itself."""
    authorization = {"Authorization": f"Bearer {token(new_id(), 'admin')}"}
    answer = httpx.get(f"{site.wallet}/api/v1/admin/wallet/reconciliation", headers=authorization, timeout=120)
    if answer.raise_for_status().json()["differences"]:
        raise Failure(f"the ledger does not prove itself: {answer.text[:500]}")
