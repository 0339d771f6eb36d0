"""What was given ends when the reason for it does, also in the memory of processes that asked before."""

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import FarmStaffChanged, LivestockMoved
from amigok_contracts.identity import UserStandingChanged
from services.stream.tests.conftest import Yard
from stream.revocations import memory, service
from stream.revocations.errors import RevocationsUnknown
from stream.revocations.memory import Given


async def moment(yard: Yard) -> str:
    async with yard.rig.db.reader() as db:
        return await service.moment(db)


async def ended(yard: Yard, given: Given) -> bool:
    """Whether a process that reads now says so."""
    yard.rig.context.once(memory._made).read_at = float("-inf")
    return (await memory.current(yard.rig.context)).ends(given)


async def test_who_sold_is_shut_out_and_nobody_else(yard: Yard) -> None:
    livestock_id, other, buyer = await yard.animal(), await yard.animal(), new_id()
    before = await moment(yard)
    await yard.sell(livestock_id, buyer)
    assert await ended(yard, Given(before, livestock_id, yard.owner, new_id()))
    assert not await ended(yard, Given(before, other, yard.owner))
    assert not await ended(yard, Given(before, livestock_id, yard.hand))
    assert not await ended(yard, Given(await moment(yard), livestock_id, yard.owner)), "it was bought back"


async def test_what_is_given_while_a_revocation_is_under_way_ends_with_it(yard: Yard) -> None:
    given = Given(await moment(yard), camera_id=new_id())
    async with yard.rig.db.unit_of_work() as db:
        await service.revoke(db, camera_id=given.camera_id)
        during = Given(await moment(yard), camera_id=given.camera_id)
        assert not await ended(yard, during), "it may still be rolled back"
    assert await ended(yard, during)
    assert await ended(yard, given)


async def test_an_animal_that_stands_elsewhere_is_shown_by_other_cameras(yard: Yard) -> None:
    livestock_id = await yard.animal()
    await yard.place(livestock_id)
    before = await moment(yard)
    await yard.place(livestock_id)
    assert not await ended(yard, Given(before, livestock_id, yard.owner)), "only its area's name is new"
    await yard.place(livestock_id, new_id())
    assert await ended(yard, Given(before, livestock_id, yard.owner))
    before, farm_id = await moment(yard), new_id()
    moved = LivestockMoved(
        livestock_id=livestock_id,
        aggregate_version=10**6,
        from_farm_id=yard.farm_id,
        farm_id=farm_id,
        farm_name="Valley Farm",
        moved_at=clock.now(),
    )
    await yard.rig.deliver(moved)
    assert await ended(yard, Given(before, livestock_id, yard.owner))


async def test_a_dead_animal_is_not_shown_any_more(yard: Yard) -> None:
    livestock_id = await yard.animal()
    given = Given(await moment(yard), livestock_id, yard.owner)
    await yard.die(livestock_id)
    assert await ended(yard, given)


async def test_staff_who_left_are_shut_out_and_those_who_stay_are_not(yard: Yard) -> None:
    stays = new_id()
    staff = FarmStaffChanged(farm_id=yard.farm_id, aggregate_version=5, user_ids=(yard.hand, stays))
    await yard.rig.deliver(staff)
    before = await moment(yard)
    await yard.rig.deliver(
        FarmStaffChanged(farm_id=yard.farm_id, aggregate_version=6, user_ids=(stays,)),
        FarmStaffChanged(farm_id=yard.farm_id, aggregate_version=4, user_ids=()),
    )
    assert await ended(yard, Given(before, new_id(), yard.hand))
    assert not await ended(yard, Given(before, new_id(), stays))


@pytest.mark.parametrize(
    ("what", "shuts_out"),
    [({"status": "deactivated"}, True), ({"status": "deleted"}, True), ({"role": "gamer"}, True), ({}, False)],
)
async def test_a_user_who_may_not_act_any_more_is_shut_out(yard: Yard, what: dict[str, str], shuts_out: bool) -> None:
    before, now = await moment(yard), clock.now()
    known = {"status": "active", "role": "investor", "verified": True, "kyc": "not_submitted", "decides_from": now}
    known |= {"user_id": yard.owner, "registered_at": now, "credentials_changed_at": None}
    event = UserStandingChanged(aggregate_version=10**6, **known | what)
    await yard.rig.deliver(event, event)
    assert await ended(yard, Given(before, new_id(), yard.owner)) is shuts_out
    assert len(await yard.rig.db.fetch("SELECT 1 FROM revocations")) == shuts_out


async def test_nothing_is_said_when_revocations_could_not_be_read_for_long(yard: Yard) -> None:
    context, db = yard.rig.context, yard.rig.db
    known = await memory.current(context)
    async with db.unit_of_work() as session:
        await service.revoke(session, device_id=new_id())
    await memory.current(context)
    assert not known.rows, "it was read a moment ago"
    known.read_at -= memory.PATIENCE + 1
    await db.fetch("ALTER TABLE revocations RENAME TO elsewhere")
    with pytest.raises(RevocationsUnknown):
        await memory.current(context)
    await db.fetch("ALTER TABLE elsewhere RENAME TO revocations")
    assert len((await memory.current(context)).rows) == 1


async def test_revocations_are_forgotten_when_what_they_ended_has_expired(yard: Yard) -> None:
    async with yard.rig.db.unit_of_work() as db:
        await service.revoke(db, device_id=new_id())
    await yard.rig.db.fetch("UPDATE revocations SET made_at = made_at - interval '1 day'")
    await yard.rig.run_job("prune_revocations")
    assert await yard.rig.db.fetch("SELECT 1 FROM revocations") == []
