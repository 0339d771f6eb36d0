"""Events as the fleet would publish them."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from amigok_chassis.batches import Message
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Event, producer, routing_key
from analytics.arrivals.service import take_in
from analytics.engine import engine_of
from analytics.facts import loading

AT = datetime(2026, 11, 30, 12, tzinfo=UTC)


def message(event: Event, *, id: UUID | None = None, at: datetime = AT, key: str = "", **headers: Any) -> Message:
    """An event as the relay publishes it."""
    said = {
        "cloudEvents_id": str(id or new_id()),
        "cloudEvents_source": f"/amigok/{producer(event)}",
        "cloudEvents_type": event.type,
        "cloudEvents_subject": event.subject,
        "cloudEvents_time": at.isoformat(),
        "cloudEvents_dataversion": event.version,
        "cloudEvents_correlationid": "",
        "cloudEvents_causationid": "",
    }
    return Message(key or routing_key(event), event.model_dump_json().encode(), {**said, **headers})


async def hear(rig: Rig, *events: Event | Message) -> None:
    """Lets the service hear events, and has their facts written."""
    await take_in(rig.context, [message(each) if isinstance(each, Event) else each for each in events])
    await load(rig)


async def load(rig: Rig) -> None:
    while await loading.load(rig.context):
        pass


async def rows(rig: Rig, table: str, where: str = "1", **params: object) -> list[dict[str, Any]]:
    """The facts of a table."""
    return await engine_of(rig.context).query(f"SELECT * FROM {table} FINAL WHERE {where}", params)


async def sums(rig: Rig, tables: Iterable[str]) -> dict[str, tuple[int, int]]:
    from analytics.rebuilds.service import checksum

    return {table: await checksum(engine_of(rig.context), table) for table in tables}
