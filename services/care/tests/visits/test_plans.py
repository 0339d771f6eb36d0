"""Vaccination plans: what is requested when, for newborn and bought animals, once for each animal and dose."""

import asyncio
from collections import Counter
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts import Money
from amigok_contracts.care import CareCancelled, CareCompleted, CareDeclined, CareRequested
from amigok_contracts.care_visits import CareVaccinationReminded
from amigok_contracts.farm import LivestockDied, LivestockOwnershipTransferred, LivestockParticularsChanged
from care.plans import planning
from care.plans.dates import Missing, due_dates, months_later
from care.requests import service as requests
from care.requests.models import Request
from services.care.tests.visits.conftest import Practice

TODAY = date(2026, 3, 15)


def missing(age: int, *, born: date | None = None, given: date | None = None) -> Missing:
    return Missing(UUID(int=0), new_id(), age, 14, born, given)


def ages(*doses: Missing) -> list[int]:
    """In how many days each is due."""
    return [(due_on - TODAY).days for _, due_on in due_dates(doses, TODAY)]


def test_a_newborn_is_vaccinated_at_the_ages_of_the_plan() -> None:
    assert ages(missing(60, born=TODAY), missing(90, born=TODAY)) == [60, 90]


def test_what_is_overdue_is_caught_up_on_with_the_same_pauses() -> None:
    born = TODAY - timedelta(days=100)
    assert ages(missing(60, born=born), missing(90, born=born), missing(120, born=born)) == [14, 44, 20]
    assert ages(missing(60), missing(90)) == [14, 44]
    given = TODAY - timedelta(days=30)
    assert ages(missing(60, born=born, given=given), missing(90, born=born)) == [-40, 14]


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 120))
def test_months_later_is_the_same_day_or_the_last_of_the_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
    ],
)
def test_the_end_of_a_month_stays_its_end(day: date, months: int, expected: date) -> None:
    assert months_later(day, months) == expected


async def plan(practice: Practice, *doses: dict[str, Any], **changes: Any) -> dict[str, Any]:
    body = {"name": "Sheep", "livestock_type_id": str(practice.type_id), "currency": "USD", "doses": list(doses)}
    answer = await practice.act("POST", "admin/vaccination-plans", practice.admin, **body | changes)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def change(practice: Practice, made: dict[str, Any], doses: list[dict[str, Any]]) -> dict[str, Any]:
    body = {"version": made["version"], "name": made["name"], "currency": "USD", "doses": doses}
    answer = await practice.act("PUT", f"admin/vaccination-plans/{made['id']}", practice.admin, **body)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def work(practice: Practice, **time: float) -> None:
    """Time goes on; plans, requests and what follows from them are worked on, twice."""
    clock.set_offset(clock.offset() + timedelta(**time))
    for _ in range(2):
        await practice.rig.run_job("plan_vaccinations")
        await practice.rig.run_task("request_vaccination")
        for kind in (CareCompleted, CareCancelled, CareDeclined):
            await practice.rig.deliver(*await practice.rig.events(kind))


async def requested(practice: Practice) -> list[Request]:
    async with practice.rig.db.reader() as db:
        return list(await db.scalars(select(Request).where(Request.origin == "plan").order_by(Request.id)))


async def done(practice: Practice, request: Request) -> None:
    """A veterinarian does it now."""
    async with practice.rig.db.unit_of_work() as db:
        row = await db.get_one(Request, request.id)
        row.state, row.veterinarian_id, row.funding = "completed", new_id(), "none"
        row.started_at = row.ended_at = clock.now()
    event = CareCompleted(
        request_id=request.id,
        livestock_id=request.livestock_id,
        farm_id=None,
        owner_id=request.owner_id,
        veterinarian_id=new_id(),
        care_type=request.care_type,
        cost=Money.of_minor(0, "USD"),
    )
    await practice.rig.deliver(event, event)


async def shown(practice: Practice, livestock_id: UUID) -> list[tuple[str, str]]:
    answer = await practice.act("GET", f"livestock/{livestock_id}/vaccinations", practice.owner)
    assert answer.status_code == 200, answer.text
    return [(each["state"], each["due_on"]) for each in answer.json()]


async def test_a_newborn_gets_a_request_before_it_is_due_and_people_are_reminded(practice: Practice) -> None:
    service_id = await practice.care(care_type="vaccination")
    await plan(practice, {"service_id": str(service_id), "age_days": 60, "mandatory": True})
    born = clock.now().date()
    animal = await practice.animal(date_of_birth=born)
    await work(practice)
    assert await shown(practice, animal) == [("planned", str(born + timedelta(days=60)))]
    await work(practice, days=45)
    assert await requested(practice) == []
    await work(practice, days=1)
    [request] = await requested(practice)
    assert (request.state, request.mandatory, request.service_id) == ("quoted", True, service_id)
    assert request.due_at is not None
    assert (request.due_at.date() - born).days in (60, 61)
    await work(practice, days=10)
    assert await practice.rig.events(CareVaccinationReminded) == []
    await work(practice, days=1)
    await work(practice, days=1)
    [reminded] = await practice.rig.events(CareVaccinationReminded)
    assert (reminded.request_id, reminded.due_on) == (request.id, born + timedelta(days=60))
    await done(practice, request)
    assert [state for state, _ in await shown(practice, animal)] == ["given"]


async def test_a_dose_is_repeated_after_it_was_given(practice: Practice) -> None:
    service_id = await practice.care(care_type="vaccination")
    await plan(practice, {"service_id": str(service_id), "age_days": 0, "repeat_months": 6, "lead_days": 10})
    animal = await practice.animal(date_of_birth=clock.now().date())
    await work(practice)
    [first] = await requested(practice)
    await work(practice, days=5)
    await done(practice, first)
    given = clock.now().date()
    await work(practice)
    again = months_later(given, 6)
    assert (await shown(practice, animal))[0] == ("planned", str(again))
    await work(practice, days=(again - given).days - 10)
    assert [each.state for each in await requested(practice)] == ["completed", "quoted"]


async def test_what_was_given_before_counts(practice: Practice) -> None:
    first, second = await practice.care(care_type="vaccination"), await practice.care(care_type="vaccination")
    animal = await practice.animal(date_of_birth=clock.now().date() - timedelta(days=300))
    async with practice.rig.db.unit_of_work() as db:
        before = await requests.create(
            db, livestock_id=animal, service_id=first, origin="owner", by=None, currency="USD"
        )
    await done(practice, before)
    await plan(
        practice,
        {"service_id": str(first), "age_days": 60},
        {"service_id": str(first), "age_days": 90},
        {"service_id": str(second), "age_days": 60},
    )
    await work(practice)
    assert Counter(state for state, _ in await shown(practice, animal)) == {"given": 1, "requested": 2}
    assert sorted(str(each.service_id) for each in await requested(practice)) == sorted([str(first), str(second)])


async def test_a_veterinarian_notes_what_was_given_elsewhere(practice: Practice) -> None:
    service_id, vet = await practice.care(care_type="vaccination"), await practice.vet()
    await plan(practice, {"service_id": str(service_id), "age_days": 60})
    animal = await practice.animal(date_of_birth=clock.now().date())
    await work(practice)
    [entry] = (await practice.act("GET", f"livestock/{animal}/vaccinations", practice.owner)).json()
    path = f"vet/livestock/{animal}/vaccinations/{entry['id']}/given"
    early = await practice.act("PUT", path, vet, given_on=str(clock.now().date() + timedelta(days=1)))
    assert (early.status_code, early.json()["code"]) == (422, "given_on_out_of_range")
    noted = await practice.act("PUT", path, vet, given_on=str(clock.now().date()))
    assert noted.status_code == 204, noted.text
    await work(practice, days=60)
    assert await requested(practice) == []
    other = await practice.act(
        "PUT", f"vet/livestock/{new_id()}/vaccinations/{entry['id']}/given", vet, given_on="2026-01-01"
    )
    assert (other.status_code, other.json()["code"]) == (404, "livestock_not_found")


async def test_a_changed_plan_requests_nothing_twice(practice: Practice) -> None:
    service_id, other = await practice.care(care_type="vaccination"), await practice.care(care_type="vaccination")
    made = await plan(
        practice, {"service_id": str(service_id), "age_days": 0}, {"service_id": str(other), "age_days": 90}
    )
    born = clock.now().date()
    animal = await practice.animal(date_of_birth=born)
    await work(practice)
    assert len(await requested(practice)) == 1
    kept, moved = made["doses"]
    made = await change(practice, made, [kept | {"age_days": 5}, moved | {"age_days": 100}])
    await work(practice)
    assert dict(await shown(practice, animal)) == {"requested": str(born), "planned": str(born + timedelta(days=100))}
    again = {"service_id": str(service_id), "age_days": 7}
    made = await change(practice, made, [again, moved | {"age_days": 100}])
    await work(practice, days=8)
    assert len(await requested(practice)) == 1
    made = await change(practice, made, [again | {"id": made["doses"][0]["id"]}])
    await work(practice, days=120)
    assert len(await requested(practice)) == 1
    assert ("left", str(born + timedelta(days=100))) in await shown(practice, animal)
    path = f"admin/vaccination-plans/{made['id']}?version={made['version']}"
    assert (await practice.act("DELETE", path, practice.admin)).status_code == 204
    await practice.animal(date_of_birth=born)
    await work(practice)
    assert len(await requested(practice)) == 1


async def test_a_bought_animal_is_planned_for_its_buyer(practice: Practice) -> None:
    service_id, buyer = await practice.care(care_type="vaccination"), await practice.rig.is_known(new_id())
    await plan(practice, {"service_id": str(service_id), "age_days": 60})
    animal = await practice.animal(owner_id=None, date_of_birth=clock.now().date() - timedelta(days=200))
    await work(practice)
    assert await requested(practice) == []
    await sold(practice, animal, buyer, version=5)
    await work(practice)
    [request] = await requested(practice)
    assert request.owner_id == buyer
    second = await practice.rig.is_known(new_id())
    await sold(practice, animal, second, version=6)
    await work(practice)
    assert [(each.state, each.owner_id) for each in await requested(practice)] == [
        ("cancelled", buyer),
        ("quoted", second),
    ]


async def sold(practice: Practice, animal: UUID, buyer: UUID, *, version: int) -> None:
    await practice.rig.deliver(
        LivestockOwnershipTransferred(
            livestock_id=animal,
            order_id=new_id(),
            previous_owner_id=None,
            owner_id=buyer,
            price=Money.of_minor(100, "USD"),
            transferred_at=clock.now(),
            aggregate_version=version,
        )
    )


async def test_nothing_is_requested_for_a_dead_animal(practice: Practice) -> None:
    service_id = await practice.care(care_type="vaccination")
    await plan(practice, {"service_id": str(service_id), "age_days": 60})
    animal = await practice.animal(date_of_birth=clock.now().date())
    await work(practice)
    died = LivestockDied(
        livestock_id=animal, death_id=new_id(), owner_id=practice.owner, died_at=clock.now(), aggregate_version=7
    )
    await practice.rig.deliver(died)
    await work(practice, days=60)
    assert await requested(practice) == []
    states = await practice.rig.db.fetch("SELECT state FROM planned_vaccinations")
    assert [row["state"] for row in states] == ["left"]


async def test_two_doses_of_one_kind_are_not_one_request(practice: Practice) -> None:
    service_id = str(await practice.care(care_type="vaccination"))
    await plan(practice, {"service_id": service_id, "age_days": 0}, {"service_id": service_id, "age_days": 10})
    animal = await practice.animal(date_of_birth=clock.now().date())
    await work(practice)
    await work(practice, days=2)
    [first] = await requested(practice)
    await done(practice, first)
    assert Counter(state for state, _ in await shown(practice, animal)) == {"given": 1, "planned": 1}
    await work(practice, days=2)
    assert [each.state for each in await requested(practice)] == ["completed", "quoted"]


async def test_the_vaccinations_of_somebody_elses_animal_are_not_there(practice: Practice) -> None:
    animal = await practice.animal()
    answer = await practice.act("GET", f"livestock/{animal}/vaccinations", new_id())
    assert (answer.status_code, answer.json()["code"]) == (404, "livestock_not_found")


@pytest.mark.parametrize(
    "wrong",
    [
        {"age_days": -1},
        {"age_days": 10_001},
        {"age_days": 1, "repeat_months": 0},
        {"age_days": 1, "lead_days": 2, "remind_days": 3},
        {"age_days": 1, "id": str(UUID(int=1))},
    ],
)
async def test_a_dose_that_cannot_be_is_refused(practice: Practice, wrong: dict[str, Any]) -> None:
    body = {"name": "Sheep", "livestock_type_id": str(practice.type_id), "currency": "USD"}
    dose = {"service_id": str(await practice.care()), **wrong}
    answer = await practice.act("POST", "admin/vaccination-plans", practice.admin, doses=[dose], **body)
    assert (answer.status_code, answer.json()["code"]) in [(422, "invalid_request"), (422, "unknown_dose")]


async def test_two_workers_at_once_plan_and_request_each_dose_once(practice: Practice) -> None:
    service_id = await practice.care(care_type="vaccination")
    await plan(practice, {"service_id": str(service_id), "age_days": 0, "lead_days": 0, "remind_days": 0})
    for _ in range(20):
        await practice.animal(date_of_birth=clock.now().date())

    async def plan_once() -> None:
        async with practice.rig.db.unit_of_work() as db:
            await planning.plan(db)

    await asyncio.gather(*(plan_once() for _ in range(4)))
    assert len(await practice.rig.db.fetch("SELECT 1 FROM planned_vaccinations")) == 20
    await asyncio.gather(*(practice.rig.run_task("request_vaccination") for _ in range(3)))
    assert len(await requested(practice)) == 20
    assert len(await practice.rig.events(CareRequested)) == 20


async def test_what_is_planned_follows_a_corrected_date_of_birth_and_requests_stay(
    practice: Practice,
) -> None:
    dose = {"service_id": str(await practice.care(care_type="vaccination"))}
    await plan(practice, dose | {"age_days": 10}, dose | {"age_days": 60})
    today = clock.now().date()
    animal = await practice.animal(date_of_birth=today)
    await work(practice)
    due = [str(today + timedelta(days=age)) for age in (60, 10)]
    assert await shown(practice, animal) == [("planned", due[0]), ("requested", due[1])]
    born = today - timedelta(days=20)
    corrected = LivestockParticularsChanged(livestock_id=animal, aggregate_version=2, date_of_birth=born)
    await practice.rig.deliver(corrected, corrected)
    await work(practice)
    moved = str(born + timedelta(days=60))
    assert await shown(practice, animal) == [("planned", moved), ("requested", due[1])]
    same = corrected.model_copy(update={"id": new_id(), "aggregate_version": 3})
    before = await practice.rig.db.fetch("SELECT id FROM planned_vaccinations ORDER BY id")
    await practice.rig.deliver(same)
    assert await practice.rig.db.fetch("SELECT id FROM planned_vaccinations ORDER BY id") == before
