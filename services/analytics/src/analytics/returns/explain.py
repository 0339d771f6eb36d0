"""The rows behind an account: each with the event that it comes from, and what the ledger booked for it."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from heapq import nlargest
from typing import Literal
from uuid import UUID

from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, encode
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from analytics.engine import Engine, Row
from analytics.returns import platform, queries
from analytics.returns.lines import Kind, Line, Position
from analytics.returns.results import ENTRIES, Entry, Period, costs
from analytics.returns.schemas import BookedOut, ExplainAsk, LineOut
from analytics.returns.service import period_of
from analytics.scopes.service import NIL, Scope, scope_of

Key = tuple[datetime, UUID, str, int]
"""By which rows are ordered: when, for what, of which kind, and which part."""

OF_COSTS: frozenset[Entry] = frozenset({"cost_of_sold", "losses", "refunds"})
"""What counts once an owner has an animal no more: which rows that are, follows from who had it when."""

_ROWS = """
SELECT at, kind, livestock_id, amount_minor, currency, purpose, reference_id, part, event_id FROM lines FINAL
WHERE {scope} AND kind IN {{kinds:Array(String)}} AND at < {{until:DateTime64(6, 'UTC')}} AND {conditions}
ORDER BY at DESC, reference_id DESC, kind DESC, part DESC LIMIT {{most:UInt32}}
"""

_TRANSFERS = """
SELECT t.reference_id AS reference_id, p.request_id AS request_id, purpose, transfer_id, answer, at, amount_minor,
    currency, t.event_id AS event_id
FROM (
    SELECT * FROM transfers FINAL WHERE reference_id IN {references:Array(UUID)} OR reference_id IN (
        SELECT reference_id FROM payments FINAL WHERE request_id IN {references:Array(UUID)}
    )
) AS t
LEFT JOIN (SELECT * FROM payments FINAL WHERE request_id IN {references:Array(UUID)}) AS p
    ON p.reference_id = t.reference_id
ORDER BY at, transfer_id
"""

_CONDITIONS = {
    "since": "at >= {since:DateTime64(6, 'UTC')}",
    "currency": "currency = {currency:String}",
    "references": "reference_id IN {references:Array(UUID)} AND has(arrayZip({owners:Array(UUID)},"
    " {booked:Array(String)}, {references:Array(UUID)}, {parts:Array(UInt16)}),"
    " (owner, toString(kind), reference_id, part))",
    "after_at": "(at, reference_id, kind, part) < ({after_at:DateTime64(6, 'UTC')}, {after_id:UUID},"
    " {after_kind:String}, {after_part:UInt16})",
}


async def rows(db: UnitOfWork, facts: Engine, me: Principal, asked: ExplainAsk) -> Page[LineOut]:
    """The rows of an account or of one of its lines, newest first.

    Raises LivestockNotFound, Forbidden, OtherFarm, TooManyLines, InvalidCursor.
    """
    scope = await scope_of(db, me, asked)
    period = period_of(asked)
    after = asked.paging.after(datetime, UUID, str, int)
    if asked.entry in OF_COSTS and scope.whose != "platform":
        wanted = await _costs(facts, scope, period, asked, after)
    else:
        wanted = _listed(scope, period, asked, after)
    found = await _found(facts, scope, {**wanted, "until": period.until, "most": asked.limit + 1})
    page, more = found[: asked.limit], len(found) > asked.limit
    booked = await _booked(facts, page)
    names = _entries(scope)
    return Page(
        items=[_row(row, names, booked.get((row["reference_id"], row["purpose"]), ())) for row in page],
        next_cursor=encode(*_key(page[-1])) if more else None,
    )


def _entries(scope: Scope) -> Mapping[str, Entry | Literal["cost"]]:
    """What each kind of line counts as."""
    kinds: Mapping[str, Kind] = platform.COUNTED if scope.whose == "platform" else queries.COUNTED
    return {kind: ENTRIES.get(counted, "cost") for kind, counted in kinds.items()}


def _listed(scope: Scope, period: Period, asked: ExplainAsk, after: Key | None) -> dict[str, object]:
    """The parameters of what is asked for: those that are not there are no condition."""
    wanted: dict[str, object] = {
        "since": period.since,
        "currency": asked.currency,
        "kinds": [kind for kind, entry in _entries(scope).items() if asked.entry in (None, entry)],
    }
    if after is not None:
        wanted |= dict(zip(("after_at", "after_id", "after_kind", "after_part"), after, strict=True))
    return {name: value for name, value in wanted.items() if value is not None}


async def _costs(
    facts: Engine, scope: Scope, period: Period, asked: ExplainAsk, after: Key | None
) -> dict[str, object]:
    """The parameters for the rows of a page of what animals cost that are gone."""
    followed = await queries.followed(facts, scope, period.until)
    lines = await asyncio.to_thread(_newest, followed, period, asked, after)
    return {
        "kinds": sorted({line.booked_as for line in lines}),
        "owners": [line.owner_id for line in lines],
        "booked": [line.booked_as for line in lines],
        "references": [line.reference_id for line in lines],
        "parts": [line.part for line in lines],
    }


def _newest(followed: Sequence[Position], period: Period, asked: ExplainAsk, after: Key | None) -> list[Line]:
    """The lines of a page, and one more."""
    found = [
        (line.at, line.reference_id, line.booked_as, line.part, line)
        for position in followed
        for entry, line in costs(position, period)
        if entry == asked.entry and asked.currency in (None, line.currency)
    ]
    rest = [each for each in found if after is None or each[:4] < after]
    return [each[4] for each in nlargest(asked.limit + 1, rest, key=lambda each: each[:4])]


async def _found(facts: Engine, scope: Scope, wanted: Mapping[str, object]) -> list[Row]:
    """The rows, newest first. ClickHouse has an order of its own for ids."""
    sql = _ROWS.format(scope=scope.sql, conditions=_sql(wanted))
    rows = await facts.query(sql, {**scope.params, **wanted})
    return sorted(rows, key=_key, reverse=True) if "references" in wanted else rows


def _sql(wanted: Mapping[str, object]) -> str:
    return " AND ".join([sql for name, sql in _CONDITIONS.items() if name in wanted]) or "true"


async def _booked(facts: Engine, page: Sequence[Row]) -> dict[tuple[UUID, str], list[BookedOut]]:
    """The ledger's transfers by the reference and purpose of the lines that they were booked for."""
    found: dict[tuple[UUID, str], list[BookedOut]] = {}
    references = sorted({row["reference_id"] for row in page})
    for row in await facts.query(_TRANSFERS, {"references": references}) if references else ():
        reference_id = row["reference_id"] if row["request_id"] == NIL else row["request_id"]
        found.setdefault((reference_id, row["purpose"]), []).append(_transfer(row))
    return found


def _transfer(row: Row) -> BookedOut:
    return BookedOut(
        transfer_id=row["transfer_id"],
        answer=row["answer"],
        at=row["at"],
        amount=Money.of_minor(row["amount_minor"], row["currency"]),
        event_id=row["event_id"],
    )


def _row(row: Row, names: Mapping[str, Entry | Literal["cost"]], booked: Sequence[BookedOut]) -> LineOut:
    return LineOut(
        at=row["at"],
        entry=names[row["kind"]],
        kind=row["kind"],
        livestock_id=None if row["livestock_id"] == NIL else row["livestock_id"],
        amount=Money.of_minor(row["amount_minor"], row["currency"]),
        purpose=row["purpose"] or None,
        reference_id=row["reference_id"],
        event_id=row["event_id"],
        transfers=list(booked),
    )


def _key(row: Row) -> Key:
    return row["at"], row["reference_id"], row["kind"], row["part"]
