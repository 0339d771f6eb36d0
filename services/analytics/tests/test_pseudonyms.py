"""Who was deleted stands nowhere, whatever comes later."""

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.farm import LivestockOwnershipTransferred
from amigok_contracts.identity import UserDeleted
from services.analytics.tests.figures.barns import Barn, at, usd


async def test_an_animal_of_which_is_heard_after_its_owner_was_deleted_tells_nobody(rig: Rig) -> None:
    anna, barn, animal = new_id(), Barn(rig), new_id()
    await rig.deliver(UserDeleted(user_id=anna, role="investor", status="deleted"))
    _, registered = barn.registered("2025-01-02", animal, "240.00")
    moved = LivestockOwnershipTransferred(
        livestock_id=animal,
        order_id=new_id(),
        previous_owner_id=None,
        owner_id=anna,
        price=usd("240.00"),
        transferred_at=at("2025-01-10"),
    )
    versions = [event.model_copy(update={"aggregate_version": each}) for each, event in enumerate((registered, moved))]
    await rig.deliver(*versions)
    await rig.run_job("forget_owners")
    owners = "SELECT owner_id FROM animals UNION ALL SELECT owner_id FROM ownerships WHERE owner_id IS NOT NULL"
    known = [row["owner_id"] for row in await rig.db.fetch(owners)]
    assert len(known) == 2
    assert anna not in known
