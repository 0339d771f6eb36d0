"""Every message that was ever sent comes again, in another order: nothing changes."""

import random
from typing import Any
from uuid import uuid4

import aio_pika
import pytest

from amigok.client import until
from amigok_chassis.outbox import body

SERVICES = ("identity", "farm", "wallet", "marketplace")

STORES = {
    "wallet": "SELECT id::text, balance::text AS value FROM accounts WHERE balance IS NOT NULL UNION ALL "
    "SELECT id::text, state || captured FROM holds ORDER BY id",
    "farm": "SELECT id::text, coalesce(owner_id::text, '') || version AS value FROM livestock UNION ALL "
    "SELECT order_id::text, outcome FROM ownership_transfers ORDER BY id",
    "marketplace": "SELECT id::text, state AS value FROM orders UNION ALL "
    "SELECT id::text, state FROM listings UNION ALL "
    "SELECT id::text, coalesce(owner_id::text, '') || version FROM animals ORDER BY id",
}


@pytest.mark.parametrize("identity", ["the same ids", "new ids"])
async def test_every_message_again_in_any_order_changes_nothing(fleet: Any, identity: str) -> None:
    """With the same ids the inbox knows them; with new ids only the use cases themselves can."""
    buyer = await fleet.person("buyer", money="100.00")
    for animal in await fleet.flock(4, price="30.00"):
        await buyer.buy(animal)
    await fleet.at_rest()
    before = {service: await fleet.query(service, sql) for service, sql in STORES.items()}
    messages = [
        (service, row)
        for service in SERVICES
        for row in await fleet.query(service, "SELECT * FROM outbox ORDER BY position DESC LIMIT 400")
    ]
    random.Random(20).shuffle(messages)
    async with fleet.channel() as channel:
        exchange = await channel.get_exchange("amigok.events")
        for service, row in messages:
            event_id = str(row["id"] if identity == "the same ids" else uuid4())
            headers = {
                "cloudEvents_id": event_id,
                "cloudEvents_type": row["type"],
                "cloudEvents_dataversion": row["version"],
                "cloudEvents_source": f"/amigok/{service}",
                "cloudEvents_subject": row["subject"],
            }
            message = aio_pika.Message(body(row).encode(), headers=headers, message_id=event_id)
            await exchange.publish(message, f"{row['type']}.v{row['version']}")
    await until(lambda: _drained(fleet), seconds=60)
    await fleet.at_rest()
    assert {service: await fleet.query(service, sql) for service, sql in STORES.items()} == before


async def _drained(fleet: Any) -> bool:
    """Whether every queue is empty and every event in it handled: seen twice, for acknowledgements lag behind."""
    names = ("wallet.users", "wallet.orders", "farm.orders", "marketplace.animals", "marketplace.orders")
    async with fleet.channel() as channel:
        marker = {name: (await channel.declare_queue(name, passive=True)).declaration_result for name in names}
    return all(not result.message_count for result in marker.values())
