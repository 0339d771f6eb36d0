"""Arrivals as blocks of rows for ClickHouse. A block that is written again changes nothing."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

import structlog

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
    """Writes events and the facts that they tell. Returns how many facts there were."""
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
