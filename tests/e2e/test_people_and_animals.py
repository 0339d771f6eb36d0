"""Who may act, and what may be sold: through the gateway, across services."""

from typing import Any

from amigok_chassis.patience import PATIENCE, until
from amigok_client.api import (
    administration,
    audit,
    blocks,
    livestock,
    market,
    orders,
    profiles,
    quarantines,
    search,
    statements,
)
from amigok_client.models import Activation, Deactivation, EndIn, QuarantineIn
from tests.e2e.conftest import code_of


async def test_an_animal_in_quarantine_is_seen_to_be_blocked_and_sold_when_that_is_over(fleet: Any) -> None:
    anna = await fleet.person("anna", money="500.00")
    (sheep,) = await fleet.flock(1, price="240.00")
    farm_id = (await anna.send(livestock.get_livestock(sheep))).farm_id
    blisters = QuarantineIn("Blisters")
    begun = await fleet.admin.send(quarantines.start_quarantine(farm_id, body=blisters))

    async def sellable() -> bool:
        return (await anna.send(market.read_listing(sheep))).sellable

    async def blocked() -> bool:
        return not await sellable()

    await until(blocked)
    assert (await anna.send(blocks.get_sale_status(sheep))).blocks[0].reason == "quarantine"
    assert await code_of(anna.order(sheep)) == "not_for_sale"
    assert await anna.balance() == ("500.00", "0.00")
    healed = EndIn("Healed", begun.id)
    await fleet.admin.send(quarantines.end_quarantine(farm_id, body=healed))
    await until(sellable)
    assert (await anna.buy(sheep)).state == "completed"
    await fleet.at_rest()


async def test_whoever_is_deactivated_is_refused_by_every_service_within_seconds(fleet: Any) -> None:
    ben = await fleet.person("ben")
    await fleet.prove_administrators()
    admin = fleet.admin
    activation = administration.change_status(admin.id, body=Activation("active"))
    assert await code_of(ben.send(activation)) == "forbidden"
    asked_for = Deactivation("Asked for it", "deactivated")
    await admin.send(administration.change_status(ben.id, body=asked_for))

    async def out() -> bool:
        reads = (profiles.show_me, search.list_my_livestock, statements.read_balance, orders.list_my_orders)
        return {await code_of(ben.send(read())) for read in reads} == {"unauthenticated"}

    await until(out, seconds=PATIENCE / 6)
    log = await admin.send(audit.identity_list_audit_entries(subject_id=ben.id))
    assert [entry.action for entry in log.items] == ["user.deactivated"]
