"""Every message that was ever sent comes again, in another order: nothing changes."""

import asyncio
import random
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Table

from amigok.fleet import SERVICES, load
from amigok_chassis.outbox import body
from amigok_chassis.patience import until
from amigok_chassis.relay import message
from tests.e2e import herds

WORKERS = [service for service in map(load, SERVICES) if service.database]
QUEUES = [queue for service in WORKERS for queue in service.queues]

LATER = frozenset({"heard", "loads", "watermarks", "archive_days", "book_statements", "book_differences"})
"""What analytics does with events some time after they came."""
ARRIVALS = frozenset({"arrivals"})
"""Analytics keeps each event by its id; what follows from an event is told apart by what it is about."""


@pytest.mark.parametrize("identity", ["the same ids", "new ids"])
async def test_every_message_again_in_any_order_changes_nothing(fleet: Any, identity: str) -> None:
    """With the same ids the inbox knows them; with new ids only the use cases themselves can."""
    buyer = await fleet.person("buyer", money="100.00")
    animals = await fleet.flock(4, price="20.00")
    for animal in animals:
        await buyer.buy(animal)
    await herds.a_day(fleet, buyer, animals[:3])
    await fleet.at_rest()
    await until(lambda: _sealed(fleet))
    await until(lambda: _drained(fleet))
    left_out = LATER if identity == "the same ids" else LATER | ARRIVALS
    before = await _still(fleet, left_out)
    messages = [
        (service.name, row)
        for service in WORKERS
        for row in await fleet.query(service.name, "SELECT * FROM outbox ORDER BY position DESC LIMIT 400")
    ]
    random.Random(20).shuffle(messages)
    async with fleet.channel() as channel:
        exchange = await channel.get_exchange("amigok.events")
        for service, row in messages:
            event_id = row["id"] if identity == "the same ids" else uuid4()
            again = message({**row, "id": event_id}, body(row), source=f"/amigok/{service}")
            await exchange.publish(again, f"{row['type']}.v{row['version']}")
    await until(lambda: _drained(fleet))
    await fleet.at_rest()
    assert await _still(fleet, left_out) == before


async def _sealed(fleet: Any) -> bool:
    """Whether the wallet's chain of seals has reached the newest transfer: it follows by a job."""
    counts = "SELECT (SELECT count(*) FROM transfers) = (SELECT count(*) FROM seals) AS equal"
    return bool((await fleet.query("wallet", counts))[0]["equal"])


async def _still(fleet: Any, left_out: frozenset[str]) -> dict[str, Any]:
    """What all tables hold when pollers have done what events left to them: the same for a second."""
    seen: dict[str, Any] = {}

    async def is_same() -> bool:
        nonlocal seen
        last, seen = seen, await stores(fleet, left_out)
        if seen != last:
            await asyncio.sleep(1)
        return seen == last

    await until(is_same)
    return seen


async def stores(fleet: Any, left_out: frozenset[str]) -> dict[str, Any]:
    """A digest of each table of each service, but for these."""
    return {
        f"{service.name}.{table.name}": await fleet.query(
            service.name, f"SELECT count(*), md5(string_agg(row, ' ' ORDER BY row)) FROM ({_rows(table)}) AS rows"
        )
        for service in WORKERS
        for table in service.metadata.tables.values()  # type: ignore[union-attr]
        if table.name not in left_out
    }


def _rows(table: Table) -> str:
    """All rows as text. Of work that is due only whether it is: pollers go on meanwhile, and put off what must wait."""
    due = (
        " - ARRAY['attempts', 'due_at'] || jsonb_build_object('due', due_at IS NOT NULL)" if "due_at" in table.c else ""
    )
    return f"SELECT (to_jsonb(t){due})::text AS row FROM {table.name} AS t"


async def _drained(fleet: Any) -> bool:
    """Whether every queue is empty and every event in it handled: seen twice, for acknowledgements lag behind."""
    async with fleet.channel() as channel:
        marker = {name: (await channel.declare_queue(name, passive=True)).declaration_result for name in QUEUES}
    return all(not result.message_count for result in marker.values())
