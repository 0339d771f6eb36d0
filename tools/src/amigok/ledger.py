"""Whether the wallet posted what the marketplace and payment settled: each once, that amount, and nothing else.

For `amigok ledger check`, over the whole history. What the wallet proves by itself, it proves by its own command.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

import asyncpg
from pydantic import BaseModel

from amigok.databases import url_of
from amigok.errors import Failure
from amigok.state import State

Rows = list[asyncpg.Record]

SETTLED: Mapping[str, str] = {
    "marketplace": """
        SELECT id, 'capture' AS kind, currency, price AS amount FROM orders WHERE state = 'completed'
        UNION ALL SELECT id, 'fee', currency, fee FROM orders WHERE state = 'completed' AND fee > 0
    """,
    "payment": """
        SELECT id, 'deposit' AS kind, currency, amount FROM payments WHERE state = 'completed' AND provider <> 'wallet'
        UNION ALL SELECT id, CASE origin WHEN 'provider' THEN 'refund_outside' ELSE 'refund' END, currency, amount
            FROM refunds WHERE state IN ('completed', 'returned') OR origin = 'provider'
        UNION ALL SELECT id, 'refund_returned', currency, amount
            FROM refunds WHERE state = 'returned' OR (state = 'failed' AND origin = 'provider')
        UNION ALL SELECT id, 'withdrawal', currency, amount
            FROM payouts WHERE state IN ('completed', 'paid_after_all', 'returned')
        UNION ALL SELECT id, 'withdrawal_returned', currency, amount FROM payouts WHERE state = 'returned'
        UNION ALL SELECT id, 'dispute', charged_back_currency, charged_back FROM disputes
    """,
}
"""What each service settled, by its own books; amounts in minor units."""

KINDS: Mapping[str, frozenset[str]] = {
    "marketplace": frozenset({"capture", "fee"}),
    "payment": frozenset(
        {
            *("deposit", "refund", "withdrawal", "dispute"),
            *("refund_outside", "refund_returned", "withdrawal_returned"),
        }
    ),
}
"""Whose word it is that such money may move."""

_POSTED = """
WITH moved AS (
    SELECT t.reference_id AS id, t.kind, t.currency, count(DISTINCT t.id) AS times,
        (sum(e.amount) FILTER (WHERE e.amount > 0))::bigint AS amount,
        coalesce(sum(e.amount) FILTER (WHERE a.kind = 'revenue'), 0)::bigint AS fee
    FROM transfers t JOIN entries e ON e.transfer_id = t.id JOIN accounts a ON a.id = e.account_id
    WHERE t.kind IN ({kinds})
    GROUP BY t.reference_id, t.kind, t.currency
)
SELECT id, kind, currency, times, amount FROM moved
UNION ALL SELECT id, 'fee', currency, times, fee FROM moved WHERE kind = 'capture' AND fee > 0
"""
POSTED = _POSTED.format(kinds=", ".join(f"'{kind}'" for kind in sorted(frozenset().union(*KINDS.values()) - {"fee"})))

Key = tuple[UUID, str, str]


class Comparison(BaseModel):
    """How much was compared, how much is still on its way, and every difference found."""

    compared: int
    unpublished: int
    differences: list[str]


def look(state: State) -> Comparison:
    """Compares the stores of a running fleet. `Failure` if they cannot be read."""
    if state.servers is None:
        raise Failure("the fleet has no databases yet")
    try:
        return asyncio.run(_compare(state.servers.postgres))
    except (OSError, asyncpg.PostgresError) as error:
        raise Failure(f"the databases cannot be read: {error}") from error


def differences(settled: Mapping[str, Rows], posted: Rows) -> Iterator[str]:
    """Every way in which the wallet's postings are not what the others settled."""
    for service, kinds in KINDS.items():
        said = {_key(row): row for row in settled[service]}
        found = {_key(row): row for row in posted if row["kind"] in kinds}
        for key in sorted({*said, *found}):
            if difference := _difference(said.get(key), found.get(key)):
                yield f"{key[1]} {key[0]}: {service} {difference} (minor units of {key[2]})"


async def _compare(superuser: str) -> Comparison:
    connections = {name: await asyncpg.connect(url_of(superuser, name), timeout=10) for name in (*SETTLED, "wallet")}
    try:
        waiting = "SELECT count(*) FROM outbox WHERE published_at IS NULL"
        unpublished = sum([await connection.fetchval(waiting) for connection in connections.values()])
        settled = {name: await connections[name].fetch(sql) for name, sql in SETTLED.items()}
        posted = await connections["wallet"].fetch(POSTED)
    finally:
        for connection in connections.values():
            await connection.close()
    return Comparison(
        compared=sum(map(len, settled.values())),
        unpublished=unpublished,
        differences=list(differences(settled, posted)),
    )


def _key(row: Any) -> Key:
    return row["id"], row["kind"], row["currency"]


def _difference(said: Any, found: Any) -> str:
    """What the other says and what the wallet posted; empty when they agree."""
    if said is not None and found is not None and (said["amount"], 1) == (found["amount"], found["times"]):
        return ""
    times = f" in {found['times']} transfers" if found and found["times"] > 1 else ""
    posted = f"{found['amount']}{times}" if found else "nothing"
    return f"settled {said['amount'] if said else 'nothing'}, the wallet posted {posted}"
