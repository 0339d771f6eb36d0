"""(h) What a ledger must bear: everybody pays the same account at once, and a history of a million entries."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from uuid import UUID

import asyncpg

from bench import load, seeds, transfers
from bench.results import Result, compared
from bench.site import Site, api
from bench.tokens import token
from wallet.accounts.models import account_id
from wallet.main import service

ROUNDS = 3
SECONDS = 5.0
CLIENTS = 64
FEW, MANY = 10_000, 1_000_000
OWNERS = 100
"""So many share the entries of a ledger."""

_HISTORY = """
WITH made AS (
    SELECT n, gen_random_uuid() AS id, ($2::uuid[])[1 + n % $3::int] AS account,
        now() - ($1::int - n) * interval '1 second' AS at
    FROM generate_series(0, $1::int - 1) AS n
), transferred AS (
    INSERT INTO transfers (id, kind, currency, description, created_at) SELECT id, 'credit', 'USD', '', at FROM made
)
INSERT INTO entries (transfer_id, account_id, amount, balance_after, posted_at)
SELECT id, account, 1, 1 + n / $3::int, at FROM made UNION ALL SELECT id, $4::uuid, -1, NULL, at FROM made
"""


def measure(site: Site) -> list[Result]:
    """Alternates rounds of both sides of each comparison; afterwards the ledger has to prove itself."""
    return [_hot_seller(site), *_long_history(site)]


def _hot_seller(site: Site) -> Result:
    seller, *buyers = site.users
    hot, spread = transfers.requests((buyer, seller) for buyer in buyers), transfers.spread(site)
    ours: list[float] = []
    baseline: list[float] = []
    for _ in range(ROUNDS):
        for wanted, rates in ((spread, baseline), (hot, ours)):
            rates.append(load.rate(site.wallet, wanted, seconds=SECONDS, clients=CLIENTS)["rate"])
            asyncio.run(transfers.drained(site.wallet_database))
    transfers.prove(site)
    return compared(
        "transfers to one account",
        ours,
        baseline,
        ratio_at_least=0.5,
        note=f"{CLIENTS} clients; baseline: spread accounts",
    )


def _long_history(site: Site) -> list[Result]:
    owners = [seeds.numbered(at) for at in range(1, OWNERS + 1)]
    signed = [token(owner) for owner in owners]
    long_ago = "2020-01-01T00:00:00Z"
    paths = {
        "balance": "/api/v1/wallet/balance",
        "balance long ago": f"/api/v1/wallet/balance?as_of={long_ago}",
        "page of movements": "/api/v1/wallet/transactions?limit=50",
    }
    results = []
    with ExitStack() as stack:
        few, many = (
            stack.enter_context(api(site, "wallet", database, ready="/health/ready"))
            for database in (asyncio.run(_ledger(site, entries, owners)) for entries in (FEW, MANY))
        )
        for name, path in paths.items():
            wanted = [load.get(path, each) for each in signed]
            ours, baseline = [], []
            for _ in range(ROUNDS):
                baseline.append(load.rate(few, wanted, seconds=SECONDS)["p50_ms"])
                ours.append(load.rate(many, wanted, seconds=SECONDS)["p50_ms"])
            note = f"{MANY:,} entries; baseline: {FEW:,}"
            results.append(compared(f"{name}, p50", ours, baseline, unit=" ms", ratio_at_most=1.5, note=note))
    return results


async def _ledger(site: Site, entries: int, owners: list[UUID]) -> str:
    """A wallet's database with so many entries of credits. As a copy that is loaded, without its guards."""
    name = f"wallet_{entries}"
    database = await seeds.database_of(service, site.scratch, name)
    await seeds.accounts(database, owners)
    connection = await asyncpg.connect(database)
    await connection.execute("SET session_replication_role = replica")
    await connection.execute("TRUNCATE transfers, entries")
    accounts = [account_id(owner, "available", seeds.CURRENCY) for owner in owners]
    external = account_id(None, "external", seeds.CURRENCY)
    await connection.execute(_HISTORY, entries // 2, accounts, len(accounts), external, timeout=300)
    await connection.close()
    await seeds.settle(database)
    return database
