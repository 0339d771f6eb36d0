"""The barn: the day's list, feedings that come late, twice or at once, and meals that nobody logs."""

import asyncio
from datetime import timedelta
from decimal import Decimal

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.barn import FeedingsLogged, MealsMissed
from amigok_contracts.farm import (
    FarmStaffChanged,
    LivestockDied,
    LivestockPlaced,
    LivestockSaleStatusChanged,
    LivestockWeighed,
)
from amigok_contracts.feed import MealCorrected
from amigok_contracts.medicines import DoseDue, TreatmentGiven
from amigok_contracts.money import Money
from feed.barn.jobs import mark_missed
from services.feed.tests.herds import a_farm, a_package, an_animal, subscribed


@pytest.fixture(autouse=True)
def noon():
    """A fixed time of day, so that an hour ago is the same day."""
    now = clock.now()
    clock.set_offset(now.replace(hour=11, minute=0, second=0) - now)
    yield
    clock.set_offset(timedelta())


async def tasks(barn, **query):
    extra = "".join(f"&{name}={value}" for name, value in query.items())
    answer = await barn.get(f"feeding-tasks?farm_id={barn.farm_id}{extra}")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def stock(barn):
    rows = await barn.rig.db.fetch("SELECT ingredient, sum(kg) AS kg FROM draws GROUP BY ingredient")
    return {row["ingredient"]: row["kg"] for row in rows}


async def place(barn, animal, area):
    placed = LivestockPlaced(
        livestock_id=animal, farm_id=barn.farm_id, area_id=new_id(), area_name=area, placed_at=clock.now()
    )
    await barn.rig.deliver(barn.versioned(placed))


async def test_the_days_list_is_by_area_and_time_with_the_ration_of_now(barn):
    fixed, percent = await barn.package(), await barn.package(ration_percent=Decimal(4))
    animals = [await barn.animal(weight_kg=f"{50 + number}.00") for number in range(5)]
    for animal, area in zip(animals, ("North", "North", "East", None, "East"), strict=True):
        if area:
            await place(barn, animal, area)
    weighed = LivestockWeighed(
        livestock_id=animals[0],
        weighing_id=new_id(),
        measured_at=clock.now() - timedelta(days=10),
        measured_kg=Decimal(50),
        weight_kg=Decimal(50),
        value=Money(amount="1.00", currency="USD"),
        weighed_at=clock.now() - timedelta(days=10),
        daily_gain_kg=Decimal("0.5"),
    )
    blocked = LivestockSaleStatusChanged(
        livestock_id=animals[1], sellable=False, blocks=({"reason": "quarantine", "until": None},)
    )
    await barn.rig.deliver(barn.versioned(weighed), barn.versioned(blocked))
    early, late = clock.now() - timedelta(hours=3), clock.now() + timedelta(hours=5)
    for animal in animals:
        await barn.meal(animal, percent, due=early)
        await barn.meal(animal, fixed, due=late)
    whole = await tasks(barn)
    areas = [(item["area_name"], item["due_at"]) for item in whole["items"]]
    assert areas == sorted(areas, key=lambda each: (each[0] or "", each[1]))
    assert len(areas) == 10
    first = {item["livestock_id"]: item for item in whole["items"] if item["state"] and item["weight"]}
    assert (first[str(animals[0])]["ration_kg"], first[str(animals[0])]["weight"]) == ("1.100", "estimated")
    assert (first[str(animals[1])]["ration_kg"], first[str(animals[1])]["weight"]) == ("1.020", "measured")
    assert first[str(animals[1])]["notes"] == ["quarantine"]
    paged, cursor = [], ""
    while cursor is not None:
        page = await tasks(barn, limit=3, cursor=cursor) if cursor else await tasks(barn, limit=3)
        paged += page["items"]
        cursor = page["next_cursor"]
    assert [item["meal_id"] for item in paged] == [item["meal_id"] for item in whole["items"]]
    await barn.bulk(barn.fed(animals[0], whole["items"][0]["meal_id"], livestock_id=whole["items"][0]["livestock_id"]))
    still_open = [item["meal_id"] for item in (await tasks(barn, only_open="true"))["items"]]
    assert still_open == [item["meal_id"] for item in whole["items"]][1:]
    page = await tasks(barn, only_open="true", limit=4)
    rest = await tasks(barn, only_open="true", cursor=page["next_cursor"])
    assert [item["meal_id"] for item in page["items"] + rest["items"]] == still_open
    assert (await tasks(barn, day=(clock.now() + timedelta(days=1)).date().isoformat()))["items"] == []


async def test_a_feeding_sets_its_meal_and_draws_its_ration(barn):
    ewe = await barn.animal(new_id())
    meal = await barn.meal(ewe, await barn.package())
    answer = await barn.post("feeding-log", barn.fed(ewe, meal))
    assert answer.status_code == 201, answer.text
    assert (answer.json()["verdict"], answer.json()["kg"], answer.json()["meal_id"]) == ("recorded", "2.000", str(meal))
    [task] = (await tasks(barn))["items"]
    assert (task["state"], task["fed_kg"], task["log_id"]) == ("fed", "2.000", answer.json()["id"])
    assert await stock(barn) == {"barley": Decimal("0.5"), "hay": Decimal("1.5")}
    [event] = await barn.rig.events(FeedingsLogged)
    assert [(each.livestock_id, each.outcome, each.kg) for each in event.feedings] == [(ewe, "fed", 2)]
    assert (await barn.rig.told())[-1]["action"] == "feedings.logged"


async def test_what_was_refused_or_eaten_in_part_has_a_reason(barn):
    ewe, ram, version = await barn.animal(), await barn.animal(), await barn.package()
    for animal in (ewe, ram):
        await barn.meal(animal, version)
    assert (await barn.post("feeding-log", barn.fed(ewe, outcome="refused"))).status_code == 422
    refused = barn.fed(ewe, outcome="refused", reason="Does not chew")
    partly = barn.fed(ram, outcome="partly", reason="Came late", kg="0.5")
    verdicts = await barn.bulk(refused, partly)
    assert [each["feeding"]["kg"] for each in verdicts] == ["0.000", "0.500"]
    assert await stock(barn) == {"barley": Decimal("0.5"), "hay": Decimal("1.5")}  # all that was given to the ram
    assert {task["state"] for task in (await tasks(barn))["items"]} == {"refused", "partly"}


async def test_a_phone_that_sends_again_gets_the_same_answer_and_another_content_is_refused(barn):
    ewe = await barn.animal()
    body = barn.fed(ewe, await barn.meal(ewe, await barn.package()))
    answers = await asyncio.gather(*(barn.post("feeding-log", body) for _ in range(4)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.text for answer in answers}) == 1
    other = body | {"kg": "1.5"}
    assert (await barn.post("feeding-log", other)).json()["code"] == "client_id_reused"
    again, changed = await barn.bulk(body, other)
    assert again["feeding"] == answers[0].json()
    assert (changed["code"], changed["feeding"]) == ("client_id_reused", None)
    assert await stock(barn) == {"barley": Decimal("0.5"), "hay": Decimal("1.5")}
    unplanned = barn.fed(ewe, kg="1", fed_at=clock.now() - timedelta(days=3))
    answers = await asyncio.gather(*(barn.post("feeding-log", unplanned) for _ in range(4)))
    assert {answer.json()["verdict"] for answer in answers} == {"unplanned"}
    assert len({answer.text for answer in answers}) == 1
    assert (await barn.rig.db.fetch("SELECT count(*) FROM meals"))[0][0] == 2


async def test_of_two_phones_that_log_a_meal_at_once_one_is_told_that_it_is_logged(barn):
    ewe, other = await barn.animal(), new_id()
    await barn.open(barn.farm_id, barn.hand, other)
    meal = await barn.meal(ewe, await barn.package())
    bodies = [barn.fed(ewe, meal) for _ in range(6)]
    answers = await asyncio.gather(
        *(barn.post("feeding-log", body, user=other if at % 2 else barn.hand) for at, body in enumerate(bodies))
    )
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409, 409, 409]
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"meal_logged"}
    assert await stock(barn) == {"barley": Decimal("0.5"), "hay": Decimal("1.5")}


async def test_a_correction_names_what_it_replaces_and_draws_nothing_again(barn):
    ewe = await barn.animal()
    meal = await barn.meal(ewe, await barn.package())
    [first] = await barn.bulk(barn.fed(ewe, meal))
    wrong = barn.fed(ewe, meal, outcome="refused", reason="Did not eat", corrects_id=new_id())
    right = wrong | {"client_id": str(new_id()), "corrects_id": first["feeding"]["id"]}
    refused, corrected = await barn.bulk(wrong, right)
    assert (refused["code"], corrected["feeding"]["outcome"]) == ("meal_logged", "refused")
    assert [task["state"] for task in (await tasks(barn))["items"]] == ["refused"]
    assert await stock(barn) == {"barley": Decimal("0.5"), "hay": Decimal("1.5")}


async def test_a_late_feeding_of_a_settled_period_is_a_correction_that_the_owner_sees(barn):
    owner = new_id()
    ewe, version = await barn.animal(owner), await barn.package()
    period = await barn.period(ewe, owner, version, state="settled")
    paid = {"period_id": period, "owner_id": owner, "price_minor": 100, "currency": "USD"}
    meal = await barn.meal(ewe, version, **paid)
    [verdict] = await barn.bulk(barn.fed(ewe, meal, fed_at=clock.now() - timedelta(hours=1)))
    assert verdict["feeding"]["verdict"] == "corrected"
    [event] = await barn.rig.events(MealCorrected)
    assert (event.owner_id, event.amount) == (owner, Money(amount="1.00", currency="USD"))


async def test_each_feeding_of_a_thousand_has_its_own_verdict(barn):
    mine, version = await barn.animal(barn.hand), await barn.package()
    dead, good = await barn.animal(), await barn.animal()
    died = LivestockDied(
        livestock_id=dead,
        death_id=new_id(),
        owner_id=None,
        died_at=clock.now() - timedelta(hours=2),
    )
    await barn.rig.deliver(barn.versioned(died))
    stranger = await barn.animal(farm_id=await barn.open(new_id()))
    meal = await barn.meal(good, version)
    verdicts = await barn.bulk(
        barn.fed(mine),
        barn.fed(dead),
        barn.fed(stranger),
        barn.fed(new_id()),
        barn.fed(good, fed_at=clock.now() + timedelta(minutes=5)),
        barn.fed(good, fed_at=clock.now() - timedelta(days=31)),
        barn.fed(good, meal),
        barn.fed(good, meal),
        barn.fed(dead, fed_at=clock.now() - timedelta(hours=3)),
    )
    assert [verdict["code"] for verdict in verdicts] == [
        "own_animal",
        "livestock_gone",
        "other_farm",
        "livestock_not_found",
        "fed_in_future",
        "fed_too_long_ago",
        None,
        "meal_logged",
        None,
    ]
    assert (await barn.bulk(barn.fed(stranger), user=new_id(), role="veterinarian"))[0]["code"] is None
    nobody = await barn.post("feeding-log/bulk", {"feedings": [barn.fed(good)]}, user=new_id(), role="investor")
    assert nobody.status_code == 403
    for count in (0, 1001):
        refused = await barn.post("feeding-log/bulk", {"feedings": [barn.fed(good)] * count})
        assert refused.status_code == 422


async def test_a_meal_is_not_logged_long_before_or_after_it_is_due(barn):
    ewe, version = await barn.animal(), await barn.package()
    for due in (timedelta(days=7), timedelta(hours=13), -timedelta(hours=13)):
        early = barn.fed(ewe, await barn.meal(ewe, version, due=clock.now() + due))
        assert (await barn.post("feeding-log", early)).json()["code"] == "meal_not_due"
    assert await stock(barn) == {}


async def test_feedings_that_name_no_meal_find_the_nearest_whatever_others_come_with_them(barn):
    version = await barn.package()
    ewe, ram = await barn.animal(), await barn.animal()
    long_ago = clock.now() - timedelta(days=20)
    old, new = await barn.meal(ewe, version, due=long_ago), await barn.meal(ram, version)
    between = await barn.meal(ewe, version, due=clock.now() - timedelta(days=10))
    verdicts = await barn.bulk(barn.fed(ewe, fed_at=long_ago), barn.fed(ram), barn.fed(ewe, fed_at=long_ago))
    assert [each["feeding"]["meal_id"] for each in verdicts] == [str(old), str(new), None]
    assert [row["id"] for row in await barn.rig.db.fetch("SELECT id FROM meals WHERE state = 'planned'")] == [between]


async def test_nobody_logs_what_they_owned_when_it_was_fed(barn):
    sold = await barn.animal(barn.hand, registered_at=clock.now() - timedelta(days=2))
    for role in ("farm_staff", "admin"):
        [verdict] = await barn.bulk(barn.fed(sold, fed_at=clock.now() - timedelta(days=1)), role=role)
        assert verdict["code"] == "own_animal"


async def test_meals_are_missed_once_after_the_time_of_grace_and_fed_by_a_late_log(barn):
    version = await barn.package()
    ewe, ram = await barn.animal(new_id()), await barn.animal()
    late = clock.now() - timedelta(hours=5)
    meals = {await barn.meal(animal, version, due=late) for animal in (ewe, ram)}
    await barn.meal(ewe, version)
    for _ in range(2):
        await barn.rig.run_job("mark_missed")
    [event] = await barn.rig.events(MealsMissed)
    assert ({each.meal_id for each in event.meals}, event.farm_id) == (meals, barn.farm_id)
    meal = next(iter(meals))
    animal = next(each.livestock_id for each in event.meals if each.meal_id == meal)
    [verdict] = await barn.bulk(barn.fed(animal, meal, fed_at=late))
    assert verdict["feeding"]["verdict"] == "recorded"
    states = sorted(task["state"] for task in (await tasks(barn))["items"])
    assert states == ["fed", "missed", "planned"]


async def test_meals_that_are_logged_while_two_workers_mark_them_as_missed_are_fed(barn):
    async def mark():
        async with barn.rig.db.unit_of_work() as db:
            await mark_missed.run(db)

    version, late = await barn.package(), clock.now() - timedelta(hours=5)
    herd = [(animal, await barn.meal(animal, version, due=late)) for animal in [await barn.animal() for _ in range(8)]]
    logs = (barn.bulk(barn.fed(animal, meal, fed_at=late)) for animal, meal in herd)
    verdicts, *_ = await asyncio.gather(asyncio.gather(*logs), mark(), mark())
    assert [verdict["code"] for [verdict] in verdicts] == [None] * 8
    assert {task["state"] for task in (await tasks(barn))["items"]} == {"fed"}
    missed = [each.meal_id for event in await barn.rig.events(MealsMissed) for each in event.meals]
    assert len(missed) == len(set(missed))


async def test_what_an_owner_subscribes_to_is_on_the_list_and_paid_as_it_is_logged(barn, wallet):
    owner = new_id()
    barn.farm_id = await a_farm(barn.rig)
    await barn.rig.deliver(FarmStaffChanged(farm_id=barn.farm_id, user_ids=(barn.hand,), aggregate_version=10**6))
    animal = await an_animal(barn.rig, farm_id=barn.farm_id, owner_id=owner, weight_kg="50.00")
    await wallet.deposits(owner, 10_000)
    await subscribed(barn.rig, owner=owner, animal=animal, package=await a_package(barn.rig), cycle="daily")
    await wallet.answers()
    clock.set_offset(clock.offset() + timedelta(days=1))
    rows = await barn.rig.db.fetch("SELECT DISTINCT local_day FROM meals WHERE state = 'planned' ORDER BY 1")
    listed = [task for row in rows for task in (await tasks(barn, day=row["local_day"].isoformat()))["items"]]
    assert [(task["ration_kg"], task["ingredients"]) for task in listed] == [("0.750", ["Hay", "Barley"])] * 2
    verdicts = await barn.bulk(*(barn.fed(animal, task["meal_id"], fed_at=task["due_at"]) for task in listed[:1]))
    assert [verdict["feeding"]["verdict"] for verdict in verdicts] == ["recorded"]
    assert await stock(barn) == {"hay": Decimal("0.600"), "barley": Decimal("0.150")}
    await barn.rig.run_task("end_all_due")
    await wallet.answers()
    assert list(wallet.captured.values()) == [101]
    [verdict] = await barn.bulk(barn.fed(animal, listed[1]["meal_id"], fed_at=listed[1]["due_at"]))
    await wallet.answers()
    assert (verdict["feeding"]["verdict"], list(wallet.charged.values())) == ("corrected", [100])


async def test_a_medicine_that_is_due_stands_beside_the_meal_until_it_was_given(barn):
    sick, healthy, version = await barn.animal(), await barn.animal(), await barn.package()
    for animal in (sick, healthy):
        await barn.meal(animal, version)
    due = DoseDue(
        dose_id=new_id(),
        prescription_id=new_id(),
        livestock_id=sick,
        farm_id=barn.farm_id,
        medicine_name="Amoxicillin",
        planned_at=clock.now(),
    )
    await barn.rig.deliver(due, due)
    notes = {item["livestock_id"]: (item["notes"], item["medicines"]) for item in (await tasks(barn))["items"]}
    assert notes == {str(sick): (["medicine"], ["Amoxicillin"]), str(healthy): ([], [])}
    given = TreatmentGiven(
        prescription_id=due.prescription_id,
        treatment_id=due.dose_id,
        request_id=new_id(),
        livestock_id=sick,
        record_type="treatment",
        medicine_id=new_id(),
        medicine_name="Amoxicillin",
        dose="7 ml, intramuscular",
        administered_at=clock.now(),
        meat_days=0,
        milk_days=0,
        given_by=barn.hand,
        veterinarian_id=new_id(),
    )
    await barn.rig.deliver(given)
    await barn.rig.deliver(due.model_copy(update={"id": new_id()}))
    assert [item["medicines"] for item in (await tasks(barn))["items"]] == [[], []]
