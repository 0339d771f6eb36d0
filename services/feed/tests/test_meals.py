"""What is logged becomes meals."""

from datetime import timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from feed.meals.matching import Log
from feed.meals.models import Meal
from feed.meals.service import record
from services.feed.tests.herds import BASIC, a_farm, a_package, an_animal, dies, is_moved, is_sold, subscribed
from services.feed.tests.money import Wallet


async def test_what_nobody_planned_is_kept_once_as_a_meal_of_who_owned_the_animal_then(rig: Rig) -> None:
    seller, buyer = uuid4(), uuid4()
    animal = await an_animal(rig, farm_id=await a_farm(rig), owner_id=seller)
    await is_sold(rig, animal, by=seller, to=buyer, ago=timedelta(hours=1))
    before, after = (
        Log(id=new_id(), livestock_id=animal, at=clock.now() - ago, kind="fed", kg=Decimal("1.5"), by=uuid4())
        for ago in (timedelta(hours=8), timedelta())
    )
    async with rig.db.unit_of_work() as db:
        verdicts = await record(db, [before, after])
        assert [verdict.outcome for verdict in verdicts] == ["unplanned", "unplanned"]
    async with rig.db.unit_of_work() as db:
        again = await record(db, [before, after])
        owners = [(await db.get_one(Meal, verdict.meal_id)).owner_id for verdict in again]
    assert [verdict.outcome for verdict in again] == ["repeated", "repeated"]
    assert owners == [seller, buyer]


async def test_a_log_of_an_animal_that_is_not_known_is_not_kept(rig: Rig) -> None:
    log = Log(id=new_id(), livestock_id=uuid4(), at=clock.now(), kind="fed", by=uuid4())
    async with rig.db.unit_of_work() as db:
        [verdict] = await record(db, [log])
    assert (verdict.outcome, verdict.meal_id) == ("unknown_animal", None)


async def test_animals_without_a_package_get_the_basic_ration_of_their_farm(rig: Rig, wallet: Wallet) -> None:
    owner, farm = uuid4(), await a_farm(rig)
    animal = await an_animal(rig, farm_id=farm, owner_id=owner)
    await a_package(rig, **BASIC)
    local = await a_package(rig, **BASIC | {"name": "Chaff", "farm_ids": [str(farm)], "meal_times": ["06:00"]})
    for _ in range(2):
        await rig.run_job("plan_basic_rations")
    planned = await rig.db.fetch("SELECT * FROM meals WHERE livestock_id = $1 ORDER BY due_at", animal)
    assert 1 <= len(planned) <= 2
    assert {meal["package_version_id"] for meal in planned} == {UUID(local["current"]["id"])}
    assert {(meal["owner_id"], meal["price_minor"], meal["ration_kg"]) for meal in planned} == {
        (owner, None, Decimal("1.500"))
    }
    await wallet.deposits(owner, 10_000)
    subscription = await subscribed(rig, owner=owner, animal=animal, package=await a_package(rig))
    await rig.run_job("plan_basic_rations")
    basic = "SELECT state FROM meals WHERE livestock_id = $1 AND period_id IS NULL"
    assert {meal["state"] for meal in await rig.db.fetch(basic, animal)} == {"void"}
    path = f"/api/v1/subscriptions/{subscription['id']}/pause"
    assert (await rig.request("POST", path, user=owner, json={"version": 1})).status_code == 200
    await rig.run_job("plan_basic_rations")
    states = [meal["state"] for meal in await rig.db.fetch(basic, animal)]
    assert states.count("planned") == len(planned)


async def basic_meals(rig: Rig, animal: UUID, state: str = "planned") -> list[dict]:
    rows = await rig.db.fetch(
        "SELECT * FROM meals WHERE livestock_id = $1 AND period_id IS NULL AND state = $2", animal, state
    )
    return [dict(row) for row in rows]


async def test_a_package_takes_the_place_of_the_basic_ration_at_once(rig: Rig, wallet: Wallet) -> None:
    owner = uuid4()
    animal = await an_animal(rig, farm_id=await a_farm(rig), owner_id=owner)
    await a_package(rig, **BASIC)
    await rig.run_job("plan_basic_rations")
    assert await basic_meals(rig, animal)
    await wallet.deposits(owner, 10_000)
    await subscribed(rig, owner=owner, animal=animal, package=await a_package(rig))
    assert await basic_meals(rig, animal) == []
    [meal] = await rig.db.fetch(
        "SELECT due_at FROM meals WHERE livestock_id = $1 AND state = 'planned' ORDER BY due_at LIMIT 1", animal
    )
    log = Log(id=new_id(), livestock_id=animal, at=meal["due_at"], kind="fed", by=uuid4())
    async with rig.db.unit_of_work() as db:
        await record(db, [log])
    [fed] = await rig.db.fetch("SELECT charged_minor FROM meals WHERE livestock_id = $1 AND state = 'fed'", animal)
    assert fed["charged_minor"] > 0


async def test_a_dead_animal_is_planned_no_meals(rig: Rig) -> None:
    owner = uuid4()
    animal = await an_animal(rig, farm_id=await a_farm(rig), owner_id=owner)
    await a_package(rig, **BASIC)
    await rig.run_job("plan_basic_rations")
    await dies(rig, animal, owner_id=owner)
    assert await basic_meals(rig, animal) == []


async def test_the_basic_ration_follows_an_animal_to_its_buyer_and_to_another_farm(rig: Rig) -> None:
    seller, buyer, farm, other = uuid4(), uuid4(), await a_farm(rig), await a_farm(rig)
    animal = await an_animal(rig, farm_id=farm, owner_id=seller)
    await a_package(rig, **BASIC)
    await rig.run_job("plan_basic_rations")
    planned = await basic_meals(rig, animal)
    await is_sold(rig, animal, by=seller, to=buyer)
    assert {meal["owner_id"] for meal in await basic_meals(rig, animal)} == {buyer}
    await is_moved(rig, animal, source=farm, to=other)
    await rig.run_job("plan_basic_rations")
    moved = await basic_meals(rig, animal)
    assert {meal["farm_id"] for meal in moved} == {other}
    assert len(moved) == len(planned)
