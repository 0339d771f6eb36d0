"""Visits: free slots, no double booking, hand-over, and what happens when a veterinarian cannot come."""

import asyncio
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.care import CareScheduled
from amigok_contracts.care_visits import CareHandedOver, CareUnscheduled
from amigok_contracts.farm import LivestockOwnershipTransferred
from amigok_contracts.identity import UserStandingChanged
from amigok_contracts.money import Money
from care.requests import service as requests
from services.care.tests.visits.conftest import MADRID, PARIS, TOLEDO, Practice

HOUR = timedelta(hours=1)


async def slots(practice: Practice, request_id: UUID, begins: datetime, ends: datetime) -> list[dict[str, Any]]:
    path = f"/api/v1/care-requests/{request_id}/slots"
    params = {"begins": begins.isoformat(), "ends": ends.isoformat()}
    answer = await practice.rig.request("GET", path, user=practice.owner, params=params)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


async def test_an_owner_books_a_free_slot_and_it_is_free_no_more(practice: Practice, noon: datetime) -> None:
    vet, request = await practice.vet(), await practice.requested()
    offered = await slots(practice, request.id, noon, noon + 2 * HOUR)
    assert [(each["veterinarian_id"], datetime.fromisoformat(each["starts_at"])) for each in offered] == [
        (str(vet), noon + n * timedelta(minutes=15)) for n in range(5)
    ]
    answer = await practice.book(request, vet, noon)
    assert (answer.status_code, answer.json()["state"]) == (200, "scheduled")
    other = await practice.requested()
    assert [each["starts_at"][11:16] for each in await slots(practice, other.id, noon, noon + 2 * HOUR)] == ["13:00"]
    taken = await practice.book(other, vet, noon + HOUR / 2)
    assert (taken.status_code, taken.json()["code"]) == (409, "slot_taken")


async def test_of_ten_owners_who_want_one_slot_at_once_one_gets_it(practice: Practice, noon: datetime) -> None:
    vet = await practice.vet()
    wanted = [await practice.requested() for _ in range(10)]
    answers = await asyncio.gather(*(practice.book(each, vet, noon) for each in wanted))
    codes = sorted((answer.status_code, answer.json().get("code")) for answer in answers)
    assert codes == [(200, None), *[(409, "slot_taken")] * 9]


async def test_the_database_lets_no_two_visits_of_a_veterinarian_overlap(practice: Practice, noon: datetime) -> None:
    vet = await practice.vet()
    await practice.booked(vet, noon)
    second = await practice.booked(vet, noon + 3 * HOUR)
    second.starts_at, second.ends_at = noon + HOUR / 2, noon + 2 * HOUR
    with pytest.raises(IntegrityError, match="care_requests_no_double_booking"):
        async with practice.rig.db.unit_of_work() as db:
            await db.merge(second)


async def test_the_way_between_farms_is_kept_free(practice: Practice, noon: datetime) -> None:
    vet = await practice.vet()
    await practice.booked(vet, noon)
    far = await practice.requested(livestock_id=await practice.animal(farm_id=await practice.farm(TOLEDO)))
    refused = await practice.book(far, vet, noon + HOUR)
    assert refused.json()["code"] == "slot_taken"
    # 67.5 km at 50 km/h
    [first, *_] = await slots(practice, far.id, noon, noon + 5 * HOUR)
    assert datetime.fromisoformat(first["starts_at"]) == noon + HOUR + timedelta(minutes=90)
    assert (await practice.book(far, vet, noon + HOUR + timedelta(minutes=81))).status_code == 200


async def test_cancelling_giving_up_and_moving_free_the_slot(practice: Practice, noon: datetime) -> None:
    vet = await practice.vet()
    first = await practice.booked(vet, noon)
    assert (await practice.book(first, vet, noon + 3 * HOUR)).status_code == 200
    second = await practice.booked(vet, noon)
    path = f"care-requests/{second.id}/slot/give-up"
    assert (await practice.act("POST", path, practice.owner, version=second.version)).status_code == 200
    third = await practice.booked(vet, noon)
    async with practice.rig.db.unit_of_work() as db:
        await requests.end(db, await db.get_one(type(third), third.id), "owner_cancelled")
    await practice.booked(vet, noon)
    [told] = await practice.rig.events(CareUnscheduled)
    assert (told.request_id, told.veterinarian_id, told.cause) == (second.id, vet, "owner")


async def test_who_books_says_which_version_they_saw(practice: Practice, noon: datetime) -> None:
    vet, request = await practice.vet(), await practice.requested()
    body = {"version": request.version - 1, "veterinarian_id": str(vet), "starts_at": noon.isoformat()}
    stale = await practice.act("PUT", f"care-requests/{request.id}/slot", practice.owner, **body)
    assert (stale.status_code, stale.json()["version"]) == (409, request.version)


async def test_slots_of_somebody_else_are_not_there(practice: Practice, noon: datetime) -> None:
    vet, request, stranger = await practice.vet(), await practice.requested(), new_id()
    body = {"version": request.version, "veterinarian_id": str(vet), "starts_at": noon.isoformat()}
    for answer in (
        await practice.act("GET", f"care-requests/{request.id}/slots", stranger),
        await practice.act("PUT", f"care-requests/{request.id}/slot", stranger, **body),
        await practice.act("POST", f"care-requests/{request.id}/slot/give-up", stranger, version=1),
        await practice.act("POST", f"vet/care-requests/{request.id}/hand-over", vet, version=1),
    ):
        assert (answer.status_code, answer.json()["code"]) == (404, "care_request_not_found")


@pytest.mark.parametrize("moved", [-HOUR, timedelta(days=400)])
async def test_a_slot_in_the_past_or_far_ahead_is_refused(practice: Practice, moved: timedelta) -> None:
    vet, request = await practice.vet(), await practice.requested()
    answer = await practice.book(request, vet, clock.now() + moved)
    assert (answer.status_code, answer.json()["code"]) == (422, "slot_out_of_range")


async def test_a_veterinarian_never_visits_an_animal_that_they_own_or_owned_since(
    practice: Practice, noon: datetime
) -> None:
    vet = await practice.vet()
    practice.owner = vet
    request = await practice.requested()
    assert await slots(practice, request.id, noon, noon + 2 * HOUR) == []
    body = {"version": request.version, "veterinarian_id": str(vet), "starts_at": noon.isoformat()}
    answer = await practice.act("PUT", f"admin/care-requests/{request.id}/assign-vet", practice.admin, **body)
    assert answer.json()["code"] == "veterinarian_not_suitable"


async def test_an_administrator_names_nobody_and_the_nearest_who_is_free_comes(
    practice: Practice, noon: datetime
) -> None:
    far, near = await practice.vet(PARIS), await practice.vet(MADRID)
    elsewhere = await practice.vet(MADRID, farm_ids=[str(new_id())])
    for expected in (near, far):
        request = await practice.requested()
        body = {"version": request.version, "starts_at": noon.isoformat()}
        answer = await practice.act("PUT", f"admin/care-requests/{request.id}/assign-vet", practice.admin, **body)
        assert (answer.status_code, answer.json()["veterinarian_id"]) == (200, str(expected))
    request = await practice.requested()
    body = {"version": request.version, "starts_at": noon.isoformat()}
    nobody = await practice.act("PUT", f"admin/care-requests/{request.id}/assign-vet", practice.admin, **body)
    assert (nobody.status_code, nobody.json()["code"]) == (409, "nobody_free")
    soon = await practice.act(
        "PUT", f"admin/care-requests/{request.id}/assign-vet", practice.admin, version=request.version
    )
    assert soon.json()["veterinarian_id"] == str(near)
    assert datetime.fromisoformat(soon.json()["starts_at"]) < noon
    assert str(elsewhere) not in soon.text
    entries = await practice.rig.told("action=care.visit_assigned")
    assert len([each for each in entries if each["action"] == "care.visit_assigned"]) == 3


async def test_only_who_may_do_a_care_service_is_offered(practice: Practice, noon: datetime) -> None:
    vet, other = await practice.vet(), await practice.vet()
    request = await practice.requested(veterinarian_ids=[vet])
    assert {each["veterinarian_id"] for each in await slots(practice, request.id, noon, noon + 2 * HOUR)} == {str(vet)}
    assert (await practice.book(request, other, noon)).json()["code"] == "veterinarian_not_suitable"


async def test_a_veterinarian_hands_a_visit_over_to_one_who_is_free(practice: Practice, noon: datetime) -> None:
    vet, busy, free = await practice.vet(), await practice.vet(), await practice.vet(PARIS)
    await practice.booked(busy, noon)
    request = await practice.booked(vet, noon)
    path = f"vet/care-requests/{request.id}/hand-over"
    refused = await practice.act("POST", path, vet, version=request.version, veterinarian_id=str(busy))
    assert (refused.status_code, refused.json()["code"]) == (409, "slot_taken")
    given = await practice.act("POST", path, vet, version=request.version)
    assert given.json()["veterinarian_id"] == str(free)
    [told] = await practice.rig.events(CareHandedOver)
    assert (told.previous_veterinarian_id, told.veterinarian_id, told.starts_at) == (vet, free, noon)
    again = await practice.act("POST", path, vet, version=given.json()["version"])
    assert again.status_code == 404


async def test_visits_in_an_absence_go_to_others_or_lose_their_time(practice: Practice, noon: datetime) -> None:
    vet = await practice.vet()
    request, later = await practice.booked(vet, noon), await practice.booked(vet, noon + timedelta(days=2))
    stand_in = await practice.vet(PARIS)
    alone = await practice.booked(vet, noon + 3 * HOUR, veterinarian_ids=[vet])
    body = {"starts_at": clock.now().isoformat(), "ends_at": (noon + 6 * HOUR).isoformat()}
    answer = await practice.act("POST", "vet/absences", vet, **body)
    assert answer.status_code == 201, answer.text
    await practice.rig.run_task("replace_veterinarian")
    now = await practice.now(request.id)
    assert (now.state, now.veterinarian_id, now.starts_at) == ("scheduled", stand_in, noon)
    lost = await practice.now(alone.id)
    assert (lost.state, lost.veterinarian_id, lost.starts_at) == ("accepted", None, None)
    kept = await practice.now(later.id)
    assert (kept.state, kept.veterinarian_id) == ("scheduled", vet)
    [told] = await practice.rig.events(CareUnscheduled)
    assert (told.request_id, told.starts_at, told.cause) == (alone.id, noon + 3 * HOUR, "absent")
    assert [each["id"] for each in (await practice.act("GET", "vet/absences", vet)).json()] == [answer.json()["id"]]
    assert await slots(practice, alone.id, noon, noon + 3 * HOUR) == []


@pytest.mark.parametrize("change", [{"role": "investor"}, {"status": "deactivated"}, {"status": "deleted"}])
async def test_the_visits_of_who_is_no_veterinarian_any_more_go_to_others(
    practice: Practice, noon: datetime, change: dict[str, str]
) -> None:
    vet = await practice.vet()
    request = await practice.booked(vet, noon)
    stand_in = await practice.vet(PARIS)
    values: dict[str, Any] = {"role": "veterinarian", "status": "active", "verified": True, "kyc": "not_submitted"}
    changed = UserStandingChanged(
        user_id=vet,
        **values | change,
        registered_at=clock.now(),
        credentials_changed_at=None,
        decides_from=clock.now(),
        aggregate_version=10**6,
    )
    await practice.rig.deliver(changed, changed)
    await practice.rig.run_task("replace_veterinarian")
    await practice.rig.run_task("replace_veterinarian")
    now = await practice.now(request.id)
    assert (now.state, now.veterinarian_id, now.starts_at) == ("scheduled", stand_in, noon)
    [told] = await practice.rig.events(CareHandedOver)
    assert (told.previous_veterinarian_id, told.veterinarian_id, told.cause) == (vet, stand_in, "not_a_veterinarian")
    assert await practice.rig.db.fetch("SELECT 1 FROM displacements") == []


async def test_a_visit_that_was_moved_meanwhile_is_left_alone(practice: Practice, noon: datetime) -> None:
    vet = await practice.vet()
    request = await practice.booked(vet, noon)
    body = {"starts_at": clock.now().isoformat(), "ends_at": (noon + 6 * HOUR).isoformat()}
    await practice.act("POST", "vet/absences", vet, **body)
    assert (await practice.book(request, vet, noon + timedelta(days=1))).status_code == 200
    await practice.rig.run_task("replace_veterinarian")
    now = await practice.now(request.id)
    assert (now.state, now.starts_at) == ("scheduled", noon + timedelta(days=1))
    assert len(await practice.rig.events(CareScheduled)) == 2


async def test_a_day_lists_visits_in_their_order_with_the_ways_between(practice: Practice, noon: datetime) -> None:
    vet = await practice.vet(MADRID, time_zone="Europe/Madrid")
    toledo = await practice.farm(TOLEDO)
    far = await practice.booked(vet, noon + 4 * HOUR, livestock_id=await practice.animal(farm_id=toledo))
    near = await practice.booked(vet, noon)
    await practice.booked(vet, noon + timedelta(days=1))
    day = (await practice.act("GET", f"vet/day?on={noon:%Y-%m-%d}", vet)).json()
    assert (day["on"], day["time_zone"]) == (f"{noon:%Y-%m-%d}", "Europe/Madrid")
    stops = [(each["request_id"], each["travel_minutes"]) for each in day["stops"]]
    assert stops == [(str(near.id), 0), (str(far.id), 81)]
    assert (await practice.act("GET", "vet/day?on=9999-12-31", vet)).status_code == 422


async def test_a_sold_animal_leaves_no_visit_of_its_former_owner(practice: Practice, noon: datetime) -> None:
    vet = await practice.vet()
    request = await practice.booked(vet, noon)
    sold = LivestockOwnershipTransferred(
        livestock_id=request.livestock_id,
        order_id=new_id(),
        previous_owner_id=practice.owner,
        owner_id=new_id(),
        price=Money.of_minor(100, "USD"),
        transferred_at=clock.now(),
        aggregate_version=9,
    )
    await practice.rig.deliver(sold)
    await practice.booked(vet, noon)


async def test_care_in_progress_goes_to_whom_one_names_if_they_have_no_other_visit_then(
    practice: Practice, noon: datetime
) -> None:
    vet, busy, free = await practice.vet(), await practice.vet(), await practice.vet()
    await practice.booked(busy, noon)
    request = await practice.booked(vet, noon)
    assert (await practice.act("PUT", f"vet/care-requests/{request.id}/start", vet)).is_success
    path, version = f"vet/care-requests/{request.id}/hand-over", (await practice.now(request.id)).version
    nobody = await practice.act("POST", path, vet, version=version)
    assert (nobody.status_code, nobody.json()["code"]) == (409, "no_visit")
    taken = await practice.act("POST", path, vet, version=version, veterinarian_id=str(busy))
    assert (taken.status_code, taken.json()["code"]) == (409, "slot_taken")
    given = await practice.act("POST", path, vet, version=version, veterinarian_id=str(free))
    assert (given.status_code, given.json()["veterinarian_id"]) == (200, str(free)), given.text
    [told] = await practice.rig.events(CareHandedOver)
    assert (told.previous_veterinarian_id, told.veterinarian_id) == (vet, free)


async def test_an_owner_does_not_put_mandatory_care_off(practice: Practice, noon: datetime) -> None:
    vet = await practice.vet()
    request = await practice.booked(vet, noon)
    async with practice.rig.db.unit_of_work() as db:
        row = await db.get_one(type(request), request.id)
        row.mandatory, row.due_at = True, noon + timedelta(days=20)
    late = await practice.book(request, vet, noon + timedelta(days=21))
    assert (late.status_code, late.json()["code"]) == (422, "slot_out_of_range")
    version = (await practice.now(request.id)).version
    kept = await practice.act("POST", f"care-requests/{request.id}/slot/give-up", practice.owner, version=version)
    assert (kept.status_code, kept.json()["code"]) == (409, "mandatory_care")
    assert (await practice.book(request, vet, noon + timedelta(days=19))).status_code == 200


async def test_whatever_owners_book_at_once_leaves_time_for_the_way(practice: Practice, noon: datetime) -> None:
    vets = [await practice.vet() for _ in range(2)]
    farms = [await practice.farm(place) for place in (MADRID, TOLEDO)]
    wanted = [await practice.requested(livestock_id=await practice.animal(farm_id=farms[n % 2])) for n in range(24)]
    starts = [noon + (n * 7 % 24) * timedelta(minutes=15) for n in range(24)]
    answers = await asyncio.gather(
        *(
            practice.book(each, vets[n % 3 % 2], start)
            for n, (each, start) in enumerate(zip(wanted, starts, strict=True))
        )
    )
    assert {answer.status_code for answer in answers} == {200, 409}
    rows = await practice.rig.db.fetch(
        "SELECT veterinarian_id, farm_id, starts_at, ends_at FROM care_requests "
        "JOIN animals ON animals.id = livestock_id WHERE state = 'scheduled' ORDER BY veterinarian_id, starts_at"
    )
    for before, after in pairwise(rows):
        if before["veterinarian_id"] == after["veterinarian_id"]:
            way = timedelta(minutes=0 if before["farm_id"] == after["farm_id"] else 81)
            assert before["ends_at"] + way <= after["starts_at"]
