"""Who may see what of an animal, and of which time."""

from datetime import timedelta
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.ids import new_id
from amigok_herd import LivestockNotFound
from services.stream.tests.conftest import Yard
from stream.access.service import Viewing, require_viewing


async def viewing(yard: Yard, livestock_id: UUID, by: UUID, role: str = "investor") -> Viewing:
    async with yard.rig.db.reader() as db:
        return await require_viewing(db, Principal(by, role, "", 0.0), livestock_id)


async def test_owners_see_their_own_time_and_no_other(yard: Yard) -> None:
    livestock_id, buyer, sold = await yard.animal(), new_id(), clock.now() - timedelta(days=10)
    await yard.sell(livestock_id, buyer, at=sold)
    past, present = await viewing(yard, livestock_id, yard.owner), await viewing(yard, livestock_id, buyer)
    assert (past.live, present.live) == (False, True)
    for at, seen in ((sold - timedelta(seconds=1), (True, False)), (sold, (False, True))):
        assert (past.includes(at), present.includes(at)) == seen


async def test_who_buys_an_animal_back_sees_both_times_and_not_the_one_between(yard: Yard) -> None:
    livestock_id, now = await yard.animal(), clock.now()
    await yard.sell(livestock_id, new_id(), at=now - timedelta(days=20))
    await yard.sell(livestock_id, yard.owner, at=now - timedelta(days=10))
    seen = await viewing(yard, livestock_id, yard.owner)
    assert [seen.includes(now - timedelta(days=days)) for days in (30, 15, 5)] == [True, False, True]


async def test_the_newest_version_says_whose_a_moment_is_though_the_farm_tells_it_late(yard: Yard) -> None:
    livestock_id, now, buyer = await yard.animal(), clock.now(), new_id()
    await yard.sell(livestock_id, new_id(), at=now - timedelta(days=5))
    await yard.sell(livestock_id, buyer, at=now - timedelta(days=8))
    seen = await viewing(yard, livestock_id, buyer)
    assert seen.includes(now - timedelta(days=6))


async def test_an_animal_of_another_is_not_found_and_neither_is_none(yard: Yard) -> None:
    for livestock_id in (await yard.animal(), new_id()):
        with pytest.raises(LivestockNotFound):
            await viewing(yard, livestock_id, yard.stranger)


async def test_staff_see_the_animals_of_their_farm_only(yard: Yard) -> None:
    elsewhere = await yard.animal(farm_id=await yard.farm(new_id(), staff=[]))
    assert (await viewing(yard, await yard.animal(), yard.hand, "farm_staff")).live
    with pytest.raises(LivestockNotFound):
        await viewing(yard, elsewhere, yard.hand, "farm_staff")
