"""What is asked of the read model: who owned an animal when, what it weighs, and who may act."""

from datetime import timedelta
from decimal import Decimal

import pytest
from flock.models import Animal, Farm, Ownership

from amigok_chassis.auth import Principal
from amigok_chassis.errors import Forbidden
from amigok_chassis.ids import new_id
from amigok_contracts.farm import FarmStaffChanged
from amigok_herd import (
    LivestockNotFound,
    OtherFarm,
    OwnAnimal,
    owner_at,
    require_farm_people,
    require_others,
    require_owner,
)

DAY = timedelta(days=1)


def user(role="farm_staff", user_id=None):
    return Principal(id=user_id or new_id(), role=role, session_id="", expires_at=0)


@pytest.fixture
async def ask(rig):
    """Asks the database in a unit of work of its own."""

    async def ask(question):
        async with rig.db.unit_of_work() as db:
            return await question(db)

    return ask


async def test_who_owned_an_animal_at_a_moment(rig, told, ask):
    told.register()
    told.sell(told.anna)
    told.sell(told.bora, told.anna)
    told.reclaim(told.bora)
    await rig.deliver(*reversed(told.events))
    owners = [None, told.anna, told.bora, None]
    for day, owner in enumerate(owners):
        begin = told.BEGIN + day * DAY
        for moment in (begin, begin + DAY - timedelta(microseconds=1)):
            assert await ask(lambda db, at=moment: owner_at(db, Ownership, told.animal, at)) == owner
    assert await ask(lambda db: owner_at(db, Ownership, told.animal, told.BEGIN - DAY)) is None
    assert await ask(lambda db: owner_at(db, Ownership, new_id(), told.now)) is None


async def test_a_newborn_has_been_its_owners_since_its_birth_not_since_it_was_recorded(rig, told, ask):
    at = told.BEGIN - DAY
    told.register(owner_id=told.anna)
    told.born(told.anna, at=at)
    await rig.deliver(*told.events)
    assert await ask(lambda db: owner_at(db, Ownership, told.animal, at)) == told.anna


@pytest.mark.parametrize(
    ("days", "gain", "weight"),
    [
        (0, "0.2", (Decimal("60.00"), False)),
        (Decimal("0.5"), "0.2", (Decimal("60.10"), True)),
        (10, "0.2", (Decimal("62.00"), True)),
        (90, "0.2", (Decimal("78.00"), True)),
        (Decimal("90.01"), "0.2", (Decimal("60.00"), False)),
        (10, None, (Decimal("60.00"), False)),
        (80, "-1", (Decimal("6.00"), True)),
        (90, "90", (Decimal("5000.00"), True)),
        (-1, "0.2", (Decimal("60.00"), False)),
    ],
)
async def test_a_weight_is_estimated_for_ninety_days(rig, told, ask, days, gain, weight):
    told.register()
    weighed = told.now
    told.weigh("60.00", gain)
    await rig.deliver(*told.events)
    animal = await ask(lambda db: db.get_one(Animal, told.animal))
    assert animal.weight(weighed + timedelta(days=float(days))) == weight


async def test_an_animal_whose_weight_was_not_told_has_none(rig, told, ask):
    told.sell(told.anna)
    await rig.deliver(*told.events)
    animal = await ask(lambda db: db.get_one(Animal, told.animal))
    assert animal.weight(told.now) is None


async def test_a_block_that_has_run_out_does_not_count(rig, told, ask):
    end = told.now + DAY
    told.block("quarantine", "contest", until=end)
    await rig.deliver(*told.events)
    animal = await ask(lambda db: db.get_one(Animal, told.animal))
    assert animal.is_in_quarantine(end - timedelta(seconds=1))
    assert [block.reason for block in animal.blocked(end)] == []


async def test_only_its_owner_is_told_of_an_animal(rig, told, ask, telling):
    gone = telling()
    told.register(owner_id=told.anna)
    gone.register(owner_id=told.anna)
    gone.remove(told.anna)
    await rig.deliver(*told.events, *gone.events)
    found = await ask(lambda db: require_owner(db, Animal, told.animal, told.anna))
    assert found.id == told.animal
    for animal, who in ((told.animal, told.bora), (gone.animal, told.anna), (new_id(), told.anna)):
        with pytest.raises(LivestockNotFound):
            await ask(lambda db, animal=animal, who=who: require_owner(db, Animal, animal, who))


async def test_farm_staff_act_on_their_own_farm_and_judges_on_every_farm(rig, told, ask):
    hand, other = user(), user()
    await rig.deliver(FarmStaffChanged(farm_id=told.farm, user_ids=(hand.id,), aggregate_version=1))
    for who in (hand, user("admin"), user("veterinarian")):
        await ask(lambda db, who=who: require_farm_people(db, Farm, who, told.farm))
    for who, farm in ((other, told.farm), (hand, told.other_farm), (hand, None)):
        with pytest.raises(OtherFarm):
            await ask(lambda db, who=who, farm=farm: require_farm_people(db, Farm, who, farm))
    for role in ("investor", "farmer"):
        with pytest.raises(Forbidden):
            await ask(lambda db, role=role: require_farm_people(db, Farm, user(role, hand.id), told.farm))
    with pytest.raises(Forbidden):
        await ask(lambda db: require_farm_people(db, Farm, user("admin"), told.farm, everywhere=()))


async def test_nobody_judges_an_animal_that_is_theirs_was_then_or_has_been_since(rig, told, ask):
    told.register()
    told.sell(told.anna)
    told.sell(told.bora, told.anna)
    told.reclaim(told.bora)
    await rig.deliver(*told.events)
    before, annas, boras, after = (told.BEGIN + day * DAY for day in range(4))
    refused = [(told.anna, before), (told.anna, annas), (told.bora, before), (told.bora, annas), (told.bora, boras)]
    allowed = [(told.anna, boras), (told.anna, after), (told.bora, after), (new_id(), before)]
    for who, since in allowed:
        await ask(lambda db, who=who, since=since: require_others(db, Animal, Ownership, told.animal, who, since=since))
    for who, since in refused:
        with pytest.raises(OwnAnimal):
            await ask(
                lambda db, who=who, since=since: require_others(db, Animal, Ownership, told.animal, who, since=since)
            )
