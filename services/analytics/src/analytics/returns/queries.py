"""Reads of lines, of who had which animal when, and of what animals were worth."""

import asyncio
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import groupby
from uuid import UUID

from analytics.engine import Engine, Row
from analytics.returns.errors import TooManyLines
from analytics.returns.lines import Change, Kind, Line, Position, Turn, positions
from analytics.returns.results import Value
from analytics.scopes.service import NIL, Scope

MOST_LINES = 100_000

COUNTED: Mapping[str, Kind] = {
    "purchase": "purchase",
    "refund": "purchase_refund",
    "disputed": "purchase_refund",
    "feed": "feed",
    "welfare_feed": "feed",
    "feed_correction": "feed",
    "care": "care",
    "sale": "sale",
    "sale_fee": "sale_fee",
    "removal_fee": "removal_fee",
    "insurance": "insurance",
    "charge": "other",
    "prize": "other",
    "reward": "other",
    "provider_fee": "provider_fee",
}
"""What counts, of all kinds of lines in facts: money in and out of a wallet is neither gain nor loss."""

_CHANGES: Mapping[str, Change] = {"bought": "sold", "reclaimed": "reclaimed", "removed": "removed"}
"""What the way of the next owner says about how the one before lost the animal."""

_LINES = """
SELECT owner, livestock_id, kind, at, amount_minor, currency, reference_id, part FROM lines FINAL
WHERE {scope} AND kind IN {{kinds:Array(String)}} AND at < {{until:DateTime64(6, 'UTC')}}
"""

_HERD = """
SELECT livestock_id FROM ownerships FINAL WHERE {scope} AND at < {{until:DateTime64(6, 'UTC')}}
"""

_OWNERSHIPS = """
SELECT livestock_id, at, owner, how FROM ownerships FINAL
WHERE livestock_id IN ({herd}) AND at < {{until:DateTime64(6, 'UTC')}} AND order_id NOT IN (
    SELECT order_id FROM ownerships FINAL
    WHERE livestock_id IN ({herd}) AND at < {{until:DateTime64(6, 'UTC')}} AND how = 'returned'
)
ORDER BY livestock_id, at, version
"""
"""An order that was undone counts as if it had not been: the seller has had the animal all the time."""

_DEATHS = """
SELECT livestock_id, owner, min(at) AS died_at FROM deaths FINAL
WHERE {scope} AND state = 'died' AND at < {{until:DateTime64(6, 'UTC')}} AND death_id NOT IN (
    SELECT death_id FROM deaths FINAL WHERE {animals} AND state = 'reinstated'
)
GROUP BY livestock_id, owner
"""

_VALUES = """
SELECT livestock_id, argMax(value_minor, (at, version)) AS minor, argMax(currency, (at, version)) AS worth_in,
    max(at) AS valued_at
FROM valuations FINAL
WHERE livestock_id IN ({herd}) AND at < {{until:DateTime64(6, 'UTC')}}
GROUP BY livestock_id
"""


async def lines(facts: Engine, scope: Scope, until: datetime) -> list[Line]:
    """What moved before a moment. Raises TooManyLines, QueryTooCostly."""
    sql = _LINES.format(scope=scope.sql)
    rows = await _all(facts, sql, {**scope.params, "until": until, "kinds": list(COUNTED)})
    return await asyncio.to_thread(lambda: [_line(row) for row in rows])


async def turns(facts: Engine, scope: Scope, until: datetime) -> list[Turn]:
    """How owners got animals and lost them before a moment. Raises TooManyLines, QueryTooCostly."""
    params = {**scope.params, "until": until}
    owned, died = await asyncio.gather(
        _all(facts, _OWNERSHIPS.format(herd=_HERD.format(scope=scope.sql)), params),
        _all(facts, _DEATHS.format(scope=scope.sql, animals=scope.animals), params),
    )
    deaths = [Turn(row["died_at"], "died", row["owner"], row["livestock_id"]) for row in died]
    found = [*await asyncio.to_thread(changes, owned), *deaths]
    return [turn for turn in found if scope.owner is None or turn.owner_id == scope.owner]


async def followed(facts: Engine, scope: Scope, until: datetime) -> list[Position]:
    """Each animal of a scope up to a moment, as it was booked. Raises TooManyLines, QueryTooCostly."""
    moved, changed = await asyncio.gather(lines(facts, scope, until), turns(facts, scope, until))
    return await asyncio.to_thread(positions, moved, changed)


async def values(facts: Engine, scope: Scope, at: datetime) -> dict[UUID, Value]:
    """What the farm said before a moment that each animal is worth. Raises TooManyLines, QueryTooCostly."""
    sql = _VALUES.format(herd=_HERD.format(scope=scope.sql))
    rows = await _all(facts, sql, {**scope.params, "until": at})
    return {row["livestock_id"]: Value(row["minor"], row["worth_in"], row["valued_at"]) for row in rows}


async def _all(facts: Engine, sql: str, params: Mapping[str, object]) -> list[Row]:
    rows = await facts.query(f"{sql} LIMIT {{most:UInt64}}", {**params, "most": MOST_LINES + 1})
    if len(rows) > MOST_LINES:
        raise TooManyLines(most=MOST_LINES)
    return rows


def changes(owned: Iterable[Row]) -> list[Turn]:
    """The turns of animals, from rows of who owned each since when, each animal's together and in their order."""
    found: list[Turn] = []
    for livestock_id, rows in groupby(owned, key=lambda row: row["livestock_id"]):
        before = NIL
        for row in rows:
            if row["owner"] != before:
                found += _change(livestock_id, before, row)
                before = row["owner"]
    return found


def _change(livestock_id: UUID, before: UUID, row: Row) -> list[Turn]:
    lost = Turn(row["at"], _CHANGES.get(row["how"], "removed"), before, livestock_id)
    got = Turn(row["at"], "acquired", row["owner"], livestock_id)
    return [turn for turn in (lost, got) if turn.owner_id != NIL]


def _line(row: Row) -> Line:
    return Line(
        at=row["at"],
        kind=COUNTED[row["kind"]],
        minor=row["amount_minor"],
        currency=row["currency"],
        owner_id=row["owner"],
        livestock_id=row["livestock_id"],
        reference_id=row["reference_id"],
        booked_as=row["kind"],
        part=row["part"],
    )
