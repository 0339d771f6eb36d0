"""Reads of entries. An account's come one after the other in time, so each read goes along one index.

What was dated just now may not be committed yet: only a moment after its end a period stays as it is told.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.pagination import Page, encode
from amigok_contracts import Money
from wallet.statements.errors import InTheFuture, PeriodTooLong
from wallet.statements.present import balance_of
from wallet.statements.schemas import KINDS, PLATFORM, BalanceOut, Movement, MovementFilters, MovementType, Statement

MOST_LINES = 10_000

_OWN = """
own AS (
    SELECT id, kind, currency FROM accounts WHERE owner_id = $1 AND currency = coalesce($2, currency)
), chosen AS (
    SELECT own.kind AS account, entry.* FROM own CROSS JOIN LATERAL (
        SELECT e.transfer_id, e.amount, e.balance_after, e.posted_at
        FROM entries e {why}
        WHERE e.account_id = own.id AND e.balance_after IS NOT NULL {conditions}
        ORDER BY e.posted_at {order} LIMIT {limit}
    ) AS entry
)
SELECT t.id AS transfer_id, t.kind, t.initiated_by = $1 AS initiated, t.purpose, t.reference_id, t.currency,
    chosen.posted_at,
    CASE WHEN t.kind IN ('credit', 'correction') THEN '' ELSE t.description END AS description,
    CASE WHEN t.kind IN ('transfer', 'capture', 'charge') THEN coalesce(nullif(t.initiated_by, $1), (
        SELECT owner_id FROM entries others JOIN accounts ON accounts.id = others.account_id
        WHERE others.transfer_id = t.id AND owner_id <> $1 ORDER BY owner_id LIMIT 1
    )) END AS other_id,
    coalesce(sum(amount) FILTER (WHERE account = 'available'), 0)::bigint AS available_change,
    coalesce(sum(amount) FILTER (WHERE account = 'held'), 0)::bigint AS held_change,
    -coalesce(sum(amount) FILTER (WHERE account = 'receivable'), 0)::bigint AS owed_change,
    coalesce(max(balance_after) FILTER (WHERE account = 'available'), (
        SELECT before.balance_after FROM entries before
        WHERE before.account_id = (SELECT id FROM own WHERE kind = 'available' AND currency = t.currency)
            AND before.balance_after IS NOT NULL AND before.posted_at < chosen.posted_at
        ORDER BY before.posted_at DESC LIMIT 1
    ), 0)::bigint AS available_after
FROM chosen JOIN transfers t ON t.id = chosen.transfer_id
GROUP BY t.id, chosen.posted_at ORDER BY chosen.posted_at {order}, t.id {order} LIMIT {limit}
"""
"""Who is paid sees the payer, and nobody who is paid beside them. Why money moved is joined to all entries of an
account only where it is asked for. The reasons of administrators
are for auditors, and not shown to the user."""

_WHY = "JOIN transfers t ON t.id = e.transfer_id"

_AS_OF = """
SELECT currency, kind, coalesce((
    SELECT balance_after FROM entries
    WHERE account_id = accounts.id AND balance_after IS NOT NULL AND posted_at < $2
    ORDER BY posted_at DESC LIMIT 1
), 0) AS balance
FROM accounts WHERE owner_id = $1 ORDER BY currency
"""


async def movements(db: Database, *, user_id: UUID, filters: MovementFilters) -> Page[Movement]:
    """What happened in the wallet, newest first. Raises InvalidCursor."""
    paging = filters.paging
    conditions = _Conditions(user_id, filters.currency)
    if after := paging.after(datetime, UUID):
        conditions.add("AND (e.posted_at, e.transfer_id) < ({}, {})", *after)
    if filters.since is not None:
        conditions.add("AND e.posted_at >= {}", filters.since)
    if filters.until is not None:
        conditions.add("AND e.posted_at < {}", filters.until)
    if filters.reference_id is not None:
        conditions.add_why("AND t.reference_id = {}", filters.reference_id)
    if filters.purpose is not None:
        conditions.add_why("AND t.purpose = {}", filters.purpose)
    if filters.type is not None:
        kind, initiated = KINDS[filters.type]
        conditions.add_why("AND t.kind = {}", kind)
        if initiated is not None:
            conditions.add_why("AND (t.initiated_by = $1) = {}", initiated)
    items = await _read(db, conditions, order="DESC", limit=paging.limit + 1)
    page, more = items[: paging.limit], len(items) > paging.limit
    return Page(items=page, next_cursor=encode(page[-1].posted_at, page[-1].transfer_id) if more else None)


async def balance(db: Database, *, user_id: UUID, as_of: datetime) -> BalanceOut:
    """What the user had when everything before that time was posted. Raises InTheFuture."""
    if as_of > clock.now():
        raise InTheFuture
    found: dict[str, dict[str, int]] = {}
    for row in await db.fetch(_AS_OF, user_id, as_of):
        found.setdefault(row["currency"], {})[row["kind"]] = row["balance"]
    return BalanceOut(balances=[balance_of(currency, kinds) for currency, kinds in found.items()])


async def statement(db: Database, *, user_id: UUID, currency: str, since: datetime, until: datetime) -> Statement:
    """A period, line by line from its beginning. Raises InTheFuture, PeriodTooLong."""
    if until > clock.now():
        raise InTheFuture
    conditions = _Conditions(user_id, currency)
    conditions.add("AND e.posted_at >= {} AND e.posted_at < {}", since, until)
    lines = await _read(db, conditions, order="ASC", limit=MOST_LINES + 1)
    if len(lines) > MOST_LINES:
        raise PeriodTooLong(f"More than {MOST_LINES:,} movements: ask for shorter periods.")
    before = (await balance(db, user_id=user_id, as_of=since)).balances
    nothing = Money.of_minor(0, currency)
    opening = next((each.available for each in before if each.available.currency == currency), nothing)
    closing = lines[-1].available_after if lines else opening
    return Statement(
        user_id=user_id, currency=currency, since=since, until=until, opening=opening, closing=closing, lines=lines
    )


class _Conditions:
    """What is asked of entries, as SQL with the parameters that it names."""

    def __init__(self, *parameters: Any) -> None:
        self.sql: list[str] = []
        self.join = ""
        self.parameters = list(parameters)

    def add(self, sql: str, *values: Any) -> None:
        first = len(self.parameters) + 1
        self.sql.append(sql.format(*(f"${first + place}" for place in range(len(values)))))
        self.parameters += values

    def add_why(self, sql: str, *values: Any) -> None:
        """Adds a condition on the transfers that the entries belong to."""
        self.join = _WHY
        self.add(sql, *values)


async def _read(db: Database, conditions: _Conditions, *, order: str, limit: int) -> list[Movement]:
    asked = " ".join(conditions.sql)
    sql = "WITH" + _OWN.format(why=conditions.join, conditions=asked, order=order, limit=limit)
    return [_movement(row) for row in await db.fetch(sql, *conditions.parameters)]


def _movement(row: Any) -> Movement:
    currency = row["currency"]
    return Movement(
        transfer_id=row["transfer_id"],
        type=_type(row["kind"], row["initiated"]),
        purpose=row["purpose"],
        reference_id=row["reference_id"],
        counterparty=_counterparty(row),
        description=row["description"],
        currency=currency,
        posted_at=row["posted_at"],
        available_change=Money.of_minor(row["available_change"], currency),
        held_change=Money.of_minor(row["held_change"], currency),
        owed_change=Money.of_minor(row["owed_change"], currency),
        available_after=Money.of_minor(row["available_after"], currency),
    )


def _counterparty(row: Any) -> str | None:
    """Who the other one is, by the end of their id: no name is kept here."""
    if row["other_id"] is not None:
        return f"…{str(row['other_id'])[-8:]}"
    return PLATFORM if row["kind"] in ("capture", "charge") else None


def _type(kind: str, initiated: bool | None) -> MovementType:
    return next(
        type for type, (its_kind, by_owner) in KINDS.items() if its_kind == kind and by_owner in (None, initiated)
    )
