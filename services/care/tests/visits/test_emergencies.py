"""Emergencies: one veterinarian after the other is asked, somebody takes it over, or the administrators have to act."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.care import (
    CareRequested,
)
from amigok_contracts.care_visits import (
    CareEmergencyEscalated,
    CareEmergencyRaised,
    CareEmergencyTaken,
    CareEmergencyUnanswered,
    CareHandedOver,
    CareUnscheduled,
)
from care.emergencies import queries
from care.requests.models import Request
from services.care.tests.visits.conftest import MADRID, PARIS, TOLEDO, Practice

HOUR = timedelta(hours=1)


async def emergency(practice: Practice) -> Request:
    """An emergency of which care's own event has arrived, twice."""
    request = await practice.requested(care_type="emergency")
    await practice.rig.deliver(*[(await practice.rig.events(CareRequested))[-1]] * 2)
    return request


async def later(practice: Practice, **time: float) -> None:
    clock.set_offset(clock.offset() + timedelta(**time))
    await practice.rig.run_task("escalate_emergency")


async def state(rig: Rig) -> Any:
    [row] = await rig.db.fetch("SELECT state, due_at FROM emergencies")
    return row


async def test_the_next_nearest_is_asked_each_once_and_then_the_administrators(practice: Practice) -> None:
    far, near, middle = await practice.vet(PARIS), await practice.vet(MADRID), await practice.vet(TOLEDO)
    request = await emergency(practice)
    [raised] = await practice.rig.events(CareEmergencyRaised)
    assert (raised.request_id, raised.veterinarian_id) == (request.id, near)
    await later(practice, minutes=9)
    assert await practice.rig.events(CareEmergencyEscalated) == []
    for _ in range(5):
        await later(practice, minutes=11)
        await practice.rig.run_task("escalate_emergency")
    asked = [
        (each.previous_veterinarian_id, each.veterinarian_id)
        for each in await practice.rig.events(CareEmergencyEscalated)
    ]
    assert asked == [(near, middle), (middle, far)]
    [unanswered] = await practice.rig.events(CareEmergencyUnanswered)
    assert unanswered.calls == 3
    listed = await practice.act("GET", "admin/emergencies", practice.admin)
    assert [(each["request_id"], each["calls"]) for each in listed.json()["items"]] == [(str(request.id), 3)]


async def test_where_nobody_is_free_the_administrators_are_asked_at_once(practice: Practice) -> None:
    away = await practice.vet(hours=[{"weekday": 3, "begins": "09:00", "ends": "10:00"}])
    await emergency(practice)
    [raised] = await practice.rig.events(CareEmergencyRaised)
    assert (raised.veterinarian_id, raised.answer_by) == (None, None)
    [unanswered] = await practice.rig.events(CareEmergencyUnanswered)
    assert unanswered.calls == 0
    assert (await state(practice.rig))["state"] == "unanswered"
    async with practice.rig.db.reader() as db:
        assert await queries.unanswered(db) == 1
    waiting = await practice.act("GET", "vet/emergencies", away)
    taken = await practice.act("POST", f"vet/care-requests/{waiting.json()['items'][0]['request_id']}/take", away)
    assert taken.status_code == 200, taken.text


async def test_of_many_who_take_it_over_at_once_one_does(practice: Practice) -> None:
    vets = [await practice.vet() for _ in range(6)]
    request = await emergency(practice)
    path = f"vet/care-requests/{request.id}/take"
    answers = await asyncio.gather(*(practice.act("POST", path, vet) for vet in vets))
    assert sorted((answer.status_code, answer.json().get("code")) for answer in answers) == [
        (200, None),
        *[(409, "emergency_taken")] * 5,
    ]
    [taken] = await practice.rig.events(CareEmergencyTaken)
    now = await practice.now(request.id)
    assert (now.state, now.veterinarian_id) == ("scheduled", taken.veterinarian_id)
    assert (await state(practice.rig))["due_at"] is None
    await later(practice, hours=2)
    assert await practice.rig.events(CareEmergencyEscalated) == []


async def test_whoever_takes_an_emergency_over_leaves_their_visits_to_others(
    practice: Practice, noon: datetime
) -> None:
    vet = await practice.vet()
    soon = await practice.booked(vet, clock.now() + timedelta(minutes=20))
    alone = await practice.booked(vet, soon.ends_at, veterinarian_ids=[vet])  # type: ignore[arg-type]
    afternoon = await practice.booked(vet, noon + 3 * HOUR)
    stand_in = await practice.vet(PARIS)
    request = await practice.requested(care_type="emergency", minutes=120)
    await practice.rig.deliver((await practice.rig.events(CareRequested))[-1])
    taken = await practice.act("POST", f"vet/care-requests/{request.id}/take", vet)
    assert taken.status_code == 200, taken.text
    await practice.rig.run_task("replace_veterinarian")
    now = await practice.now(soon.id)
    assert (now.state, now.veterinarian_id, now.starts_at) == ("scheduled", stand_in, soon.starts_at)
    [handed] = await practice.rig.events(CareHandedOver)
    assert (handed.previous_veterinarian_id, handed.cause) == (vet, "emergency")
    assert ((await practice.now(alone.id)).state, (await practice.now(alone.id)).veterinarian_id) == ("accepted", None)
    [lost] = await practice.rig.events(CareUnscheduled)
    assert (lost.request_id, lost.starts_at, lost.cause) == (alone.id, alone.starts_at, "emergency")
    assert (await practice.now(afternoon.id)).veterinarian_id == vet


async def test_it_is_asked_again_when_whoever_took_it_over_cannot_come(practice: Practice) -> None:
    vet, other = await practice.vet(), await practice.vet(PARIS)
    request = await emergency(practice)
    await practice.act("POST", f"vet/care-requests/{request.id}/take", vet)
    path, version = f"care-requests/{request.id}/slot/give-up", (await practice.now(request.id)).version
    assert (await practice.act("POST", path, practice.owner, version=version)).status_code == 200
    [told] = await practice.rig.events(CareUnscheduled)
    await practice.rig.deliver(told, told)
    [escalated] = await practice.rig.events(CareEmergencyEscalated)
    assert (escalated.previous_veterinarian_id, escalated.veterinarian_id) == (vet, other)
    assert (await state(practice.rig))["state"] == "asking"


async def test_who_was_assigned_by_hand_has_taken_it_over(practice: Practice) -> None:
    vet = await practice.vet()
    request = await emergency(practice)
    path, body = f"admin/care-requests/{request.id}/assign-vet", {"version": request.version}
    assigned = await practice.act("PUT", path, practice.admin, veterinarian_id=str(vet), starts_at=soon(), **body)
    assert assigned.status_code == 200, assigned.text
    await later(practice, minutes=11)
    assert [each.veterinarian_id for each in await practice.rig.events(CareEmergencyTaken)] == [vet]
    assert await practice.rig.events(CareEmergencyEscalated) == []


def soon() -> str:
    return (clock.now() + timedelta(minutes=30)).isoformat()


async def test_a_veterinarian_does_not_take_over_their_own_animal_nor_what_is_no_emergency(practice: Practice) -> None:
    vet = await practice.vet()
    plain = await practice.requested()
    for id in (plain.id, new_id()):
        answer = await practice.act("POST", f"vet/care-requests/{id}/take", vet)
        assert (answer.status_code, answer.json()["code"]) == (404, "care_request_not_found")
    practice.owner = vet
    own = await emergency(practice)
    answer = await practice.act("POST", f"vet/care-requests/{own.id}/take", vet)
    assert (answer.status_code, answer.json()["code"]) == (403, "own_animal")
    investor = await practice.rig.request("POST", f"/api/v1/vet/care-requests/{own.id}/take", user=new_id())
    assert investor.status_code == 403


async def test_a_deadline_and_a_veterinarian_at_once_end_in_one_answer(practice: Practice) -> None:
    vets = [await practice.vet() for _ in range(4)]
    request = await emergency(practice)
    clock.set_offset(clock.offset() + timedelta(minutes=11))
    path = f"vet/care-requests/{request.id}/take"
    *_, taken = await asyncio.gather(
        *(practice.rig.run_task("escalate_emergency") for _ in range(3)), practice.act("POST", path, vets[3])
    )
    assert taken.status_code == 200, taken.text
    await practice.rig.run_task("escalate_emergency")
    assert len(await practice.rig.events(CareEmergencyEscalated)) <= 1
    assert len(await practice.rig.events(CareEmergencyTaken)) == 1
    row = await state(practice.rig)
    assert (row["state"], row["due_at"]) == ("taken", None)


async def test_an_emergency_that_was_assigned_before_it_was_heard_of_is_asked_for_when_it_is_given_up(
    practice: Practice,
) -> None:
    vet, other = await practice.vet(), await practice.vet(PARIS)
    request = await practice.requested(care_type="emergency")
    await practice.book(request, vet, clock.now() + timedelta(minutes=30))
    await practice.rig.deliver((await practice.rig.events(CareRequested))[-1])
    assert await practice.rig.events(CareEmergencyRaised) == []
    assert [each.veterinarian_id for each in await practice.rig.events(CareEmergencyTaken)] == [vet]
    path, version = f"care-requests/{request.id}/slot/give-up", (await practice.now(request.id)).version
    await practice.act("POST", path, practice.owner, version=version)
    await practice.rig.deliver(*await practice.rig.events(CareUnscheduled))
    [asked] = await practice.rig.events(CareEmergencyEscalated)
    assert asked.veterinarian_id in (vet, other)
