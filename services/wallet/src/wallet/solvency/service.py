"""Publishes what the platform owes its users, once a day: a tree for each currency (see `amigok_contracts.proofs`)."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import delete, func, insert, select, text

from amigok_chassis import clock
from amigok_chassis.money import CURRENCIES
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.proofs import BEGINNING, Node, publication, root
from wallet.sealing.service import head
from wallet.solvency.leaves import hidden, order
from wallet.solvency.models import BOUGH, SolvencyBough, SolvencyLeaf, SolvencyRoot

KEPT = timedelta(days=35)
"""How long a day's leaves are kept; its root stays."""

ASSETS = ("external", "stripe", "paypal")
"""The platform's accounts of what it has outside of the ledger: money that came in from there is their debit.

What users owe, `receivables`, is stated beside them: it is no liability, and not counted against any.
"""

AT_ONCE = 8 * BOUGH

_SNAPSHOT = text("""
    WITH balances AS (
        SELECT currency, owner_id, sum(balance)::bigint AS balance FROM accounts
        WHERE owner_id IS NOT NULL AND kind <> 'receivable' GROUP BY currency, owner_id
    ), leaves AS (
        INSERT INTO solvency_leaves (day, currency, position, user_id, balance)
        SELECT CAST(:day AS date), currency,
            row_number() OVER (PARTITION BY currency ORDER BY sha256(CAST(:order AS bytea) || uuid_send(owner_id))) - 1,
            owner_id, balance
        FROM balances
    )
    SELECT a.currency, a.kind, -sum(e.amount)::bigint AS amount FROM accounts a JOIN entries e ON e.account_id = a.id
    WHERE a.owner_id IS NULL AND a.kind = ANY(:kinds) GROUP BY a.currency, a.kind
    UNION ALL SELECT currency, 'receivables', -sum(balance)::bigint FROM accounts
    WHERE kind = 'receivable' GROUP BY currency HAVING sum(balance) <> 0
""")
"""Liabilities and assets of one moment, for it is one statement."""


async def publish(db: UnitOfWork) -> None:
    """Makes the day's trees unless they are made, and forgets leaves that are too old."""
    day = clock.now().date()
    newest = await db.scalar(select(func.max(SolvencyRoot.day)))
    if newest is not None and newest >= day:
        return
    assets = await _snapshot(db, day)
    for currency in CURRENCIES:
        await _publish(db, day, currency, assets.get(currency, {}))
    for table in (SolvencyLeaf, SolvencyBough):
        await db.execute(delete(table).where(table.day < day - KEPT))


async def _snapshot(db: UnitOfWork, day: date) -> Mapping[str, dict[str, int]]:
    salt = order(db.data_key, day)
    rows = await db.execute(_SNAPSHOT, {"day": day, "order": salt, "kinds": list(ASSETS)})
    assets: dict[str, dict[str, int]] = {}
    for row in rows:
        assets.setdefault(row.currency, {})[row.kind] = row.amount
    return assets


async def _publish(db: UnitOfWork, day: date, currency: str, assets: dict[str, int]) -> None:
    boughs, accounts = await _grow(db, day, currency)
    top = root(boughs)
    before = select(SolvencyRoot.digest).where(SolvencyRoot.currency == currency)
    previous = await db.scalar(before.order_by(SolvencyRoot.day.desc()).limit(1)) or bytes.fromhex(BEGINNING)
    seals, seal = await head(db)
    digest = publication(
        day=day,
        currency=currency,
        root=top.hash.hex(),
        total=top.sum,
        accounts=accounts,
        assets=assets,
        seals=seals,
        seal=seal.hex(),
        previous=previous.hex(),
    )
    db.add(
        SolvencyRoot(
            day=day,
            currency=currency,
            root=top.hash,
            total=top.sum,
            accounts=accounts,
            assets=assets,
            seals=seals,
            seal=seal,
            previous=previous,
            digest=bytes.fromhex(digest),
            made_at=clock.now(),
        )
    )
    await db.flush()


async def _grow(db: UnitOfWork, day: date, currency: str) -> tuple[list[Node], int]:
    """Makes the boughs over a day's leaves, some at a time. Returns them, and how many leaves there are."""
    key: bytes = db.data_key
    boughs: list[Node] = []
    accounts = 0
    while rows := await _leaves(db, day, currency, first=accounts):
        nodes = [hidden(key, day, currency, user_id=row.user_id, balance=row.balance) for row in rows]
        grown = [root(nodes[at : at + BOUGH]) for at in range(0, len(nodes), BOUGH)]
        await db.execute(
            insert(SolvencyBough),
            [
                {"day": day, "currency": currency, "number": number, "hash": node.hash, "sum": node.sum}
                for number, node in enumerate(grown, len(boughs))
            ],
        )
        boughs += grown
        accounts += len(rows)
    return boughs, accounts


async def _leaves(db: UnitOfWork, day: date, currency: str, *, first: int) -> Any:
    query = select(SolvencyLeaf.user_id, SolvencyLeaf.balance)
    within = query.where(SolvencyLeaf.day == day, SolvencyLeaf.currency == currency)
    some = within.where(SolvencyLeaf.position.between(first, first + AT_ONCE - 1))
    return (await db.execute(some.order_by(SolvencyLeaf.position))).all()
