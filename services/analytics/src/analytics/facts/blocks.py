"""Arrivals as blocks of rows for ClickHouse. A block that is written again changes nothing."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

import structlog

from amigok_chassis.errors import InvalidValue
from analytics.engine import Engine
from analytics.facts.mapping import facts_of
from analytics.facts.rows import Heard

log = structlog.get_logger()

Row = Mapping[str, Any]
"""An arrival, or what the archive has of it."""

_EVENT = (
    "type",
    "major",
    "source",
    "subject",
    "occurred_at",
    "arrived_at",
    "correlation_id",
    "causation_id",
    "data",
)


async def write(engine: Engine, events: Sequence[Row]) -> int:
    """Writes events and the facts that they tell. Returns how many facts there were.

    An event that tells what no column takes is kept without its facts: others do not wait for it.
    """
    try:
        return await _write(engine, events)
    except InvalidValue:
        return await _write_what_fits(engine, events)


async def _write_what_fits(engine: Engine, events: Sequence[Row]) -> int:
    if len(events) > 1:
        half = len(events) // 2
        return await write(engine, events[:half]) + await write(engine, events[half:])
    log.error("fact.unfit", type=events[0]["type"], event_id=str(events[0]["event_id"]))
    await engine.insert("events", [_event(events[0])])
    return 0


async def _write(engine: Engine, events: Sequence[Row]) -> int:
    tables: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for at, event in enumerate(events):
        if at % 100 == 0:
            await asyncio.sleep(0)  # others want to live, too
        for table, row in _facts(event):
            tables[table].append(row)
    tables["events"] = [_event(event) for event in events]
    await asyncio.gather(*(engine.insert(table, rows) for table, rows in tables.items()))
    return sum(map(len, tables.values())) - len(events)


async def mark(engine: Engine, position: int) -> None:
    """Says that everything up to a position of arrivals is written."""
    await engine.insert("marks", [{"id": 0, "position": position}])


async def marked(engine: Engine) -> int:
    """Up to which position everything is written. Raises NoTables."""
    (row,) = await engine.query("SELECT max(position) AS position FROM marks")
    return int(row["position"])


def _facts(event: Row) -> Iterable[tuple[str, dict[str, Any]]]:
    """The facts of an event. One that nobody can read tells none; it is kept among the events."""
    try:
        where = {"id": event["event_id"], "at": event["occurred_at"]}
        return list(facts_of(event["type"], event["major"], event["data"], **where))
    except ValueError as error:
        log.error("fact.unreadable", type=event["type"], event_id=str(event["event_id"]), error=type(error).__name__)
        return []


def _event(event: Row) -> dict[str, Any]:
    event_id: UUID = event["event_id"]
    heard: Heard[Any] = Heard(None, event_id, event["occurred_at"])
    return heard.fact("events", **{name: event[name] for name in _EVENT})[1]
