"""People who are shut out, deleted, or buy what they were to care for."""

from datetime import timedelta
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.machine import WrongState
from amigok_contracts.care import CareDeletionChecked, CareScheduled
from amigok_contracts.identity import UserDeleted, UserDeletionRequested
from care.requests import service
from care.requests.errors import NotFunded, SlotOutOfRange
from services.care.tests.conftest import Clinic, eur


async def obstacles(clinic: Clinic, user_id: UUID) -> tuple[str, ...]:
    asked = UserDeletionRequested(user_id=user_id, request_id=new_id())
    await clinic.rig.deliver(asked)
    [answer] = [event for event in await clinic.rig.events(CareDeletionChecked) if event.request_id == asked.request_id]
    return answer.obstacles


async def test_care_under_way_keeps_owner_and_veterinarian_from_being_deleted(clinic: Clinic) -> None:
    begun = await clinic.begun()
    assert await obstacles(clinic, clinic.owner) == ("care_requests",)
    assert await obstacles(clinic, clinic.vet) == ("care_requests",)
    await clinic.done(begun)
    assert await obstacles(clinic, clinic.owner) == ()
    assert await obstacles(clinic, clinic.vet) == ()


async def test_what_an_owner_has_not_accepted_is_no_obstacle_and_ends(clinic: Clinic) -> None:
    quoted = await clinic.quoted()
    assert await obstacles(clinic, clinic.owner) == ()
    assert (await clinic.read(quoted["id"]))["state"] == "cancelled"


async def test_what_a_deleted_owner_wrote_is_erased_and_what_was_done_stays(clinic: Clinic) -> None:
    done = await clinic.done(await clinic.begun(), cost="70.00")
    assert done["reason"] == "She limps"
    await clinic.rig.deliver(UserDeleted(user_id=clinic.owner, role="investor", status="deleted"))
    erased = await clinic.read(done["id"])
    assert (erased["reason"], erased["asked"], erased["state"]) == ("", None, "completed")
    report = await clinic.as_admin("GET", f"care-requests/{done['id']}/report")
    assert report.json()["diagnosis"] == "Foot rot"


async def test_the_reason_of_an_assignment_is_erased_from_the_audit_log_with_its_owner(clinic: Clinic) -> None:
    body = {"service_id": await clinic.offer(), "currency": "EUR", "reason": "She limps"}
    body["livestock_id"] = str(await clinic.animal())
    await clinic.as_admin("POST", f"admin/users/{clinic.owner}/assign-care", body)
    assert "She limps" in str(await clinic.rig.told())
    await clinic.rig.deliver(UserDeleted(user_id=clinic.owner, role="investor", status="deleted"))
    assert "She limps" not in str(await clinic.rig.told())


async def test_somebody_shut_out_neither_asks_nor_accepts(clinic: Clinic) -> None:
    animal, offered = await clinic.animal(), await clinic.offer()
    await clinic.shut_out(clinic.owner)
    body = {"service_id": offered, "currency": "EUR"}
    answer = await clinic.call("POST", f"livestock/{animal}/care-request", body)
    assert (answer.status_code, answer.json()["code"]) == (403, "account_inactive")


async def test_a_veterinarian_who_has_bought_the_animal_does_not_begin(clinic: Clinic) -> None:
    animal = await clinic.animal()
    request = await clinic.asked(animal, await clinic.offer(care_type="emergency"))
    await clinic.given(request["id"])
    await clinic.sell(animal, clinic.vet)
    listed = (await clinic.call("GET", "my-care-requests", user=clinic.vet)).json()["items"]
    [renewed] = listed
    assert (renewed["state"], renewed["veterinarian_id"]) == ("accepted", None)
    started = await clinic.as_vet("PUT", f"vet/care-requests/{renewed['id']}/start")
    assert started.status_code == 404


async def test_a_time_is_set_once_the_price_is_held(clinic: Clinic) -> None:
    quoted, at = await clinic.quoted(), clock.now() + timedelta(hours=3)
    await clinic.call("POST", f"care-requests/{quoted['id']}/accept", {"quote_version": 1})
    slot = {"veterinarian_id": clinic.vet, "starts_at": at, "ends_at": at + timedelta(minutes=30)}
    with pytest.raises(NotFunded):
        async with clinic.rig.db.unit_of_work() as db:
            await service.schedule(db, UUID(quoted["id"]), **slot)
    await clinic.wallet.answer()
    with pytest.raises(SlotOutOfRange):
        async with clinic.rig.db.unit_of_work() as db:
            await service.schedule(db, UUID(quoted["id"]), **slot | {"ends_at": at})
    async with clinic.rig.db.unit_of_work() as db:
        await service.schedule(db, UUID(quoted["id"]), **slot)
    scheduled = await clinic.read(quoted["id"])
    assert (scheduled["state"], scheduled["veterinarian_id"]) == ("scheduled", str(clinic.vet))
    assert len(await clinic.rig.events(CareScheduled)) == 1
    cancelled = await clinic.call("POST", f"care-requests/{quoted['id']}/cancel")
    assert cancelled.json()["state"] == "cancelled"


async def test_work_is_handed_over_to_another_veterinarian_and_never_to_nobody(clinic: Clinic) -> None:
    begun, other = await clinic.begun(), await clinic.rig.is_known(new_id(), role="veterinarian")
    with pytest.raises(WrongState):
        async with clinic.rig.db.unit_of_work() as db:
            await service.assign(db, UUID(begun["id"]), None)
    await clinic.given(begun["id"], other)
    body = {"findings": "Left hind leg is swollen"}
    former = await clinic.as_vet("PUT", f"vet/care-requests/{begun['id']}/report", body)
    assert former.status_code == 404
    now = await clinic.as_vet("PUT", f"vet/care-requests/{begun['id']}/report", body, user=other)
    assert now.status_code == 200


async def test_the_sale_is_followed_also_where_mandatory_care_is_overdue_or_not_offered_any_more(
    clinic: Clinic,
) -> None:
    animal, late = await clinic.animal(), await clinic.animal()
    retired = await clinic.assigned(animal, await clinic.offer(), mandatory=True, due_on=clinic.tomorrow())
    overdue = await clinic.assigned(late, await clinic.offer("Shot"), mandatory=True, due_on=clinic.tomorrow())
    await clinic.as_admin("DELETE", f"admin/care-services/{retired['service_id']}")
    buyer = await clinic.rig.is_known(new_id())
    await clinic.sell(animal, buyer)
    clock.set_offset(timedelta(days=5, hours=12))
    try:
        await clinic.sell(late, buyer)
    finally:
        clock.set_offset(timedelta())
    for request in (retired, overdue):
        assert (await clinic.read(request["id"]))["state"] == "cancelled"
    [renewed] = (await clinic.call("GET", "my-care-requests", user=buyer)).json()["items"]
    assert (renewed["service_name"], renewed["mandatory"]) == ("Shot", True)
    assert renewed["due_at"] > overdue["due_at"]


async def test_a_veterinarian_who_has_bought_the_animal_goes_on_with_nothing(clinic: Clinic) -> None:
    begun = await clinic.begun()
    await clinic.sell(UUID(begun["livestock_id"]), clinic.vet)
    version = (await clinic.read(begun["id"]))["version"]
    vets = f"vet/care-requests/{begun['id']}"
    for answer in (
        await clinic.as_vet("POST", f"{vets}/ask-more", {"version": version, "amount": eur("30.00")}),
        await clinic.as_vet("PUT", f"{vets}/report", {"findings": "Limps"}),
        await clinic.as_vet("POST", f"{vets}/complete", {"version": version}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "own_animal")


async def test_who_has_just_become_a_veterinarian_is_given_no_care_and_quotes_nothing(clinic: Clinic) -> None:
    new = await clinic.rig.is_known(new_id(), role="veterinarian", decides_from=clock.now() + timedelta(days=1))
    quoted = await clinic.quoted(pricing="estimated")
    body = {"version": quoted["version"], "estimate": eur("60.00")}
    answer = await clinic.as_vet("PUT", f"vet/care-requests/{quoted['id']}/quote", body, user=new)
    assert (answer.status_code, answer.json()["code"]) == (404, "care_request_not_found")
    body = {"version": quoted["version"], "veterinarian_id": str(new)}
    answer = await clinic.as_admin("PUT", f"admin/care-requests/{quoted['id']}/assign-vet", body)
    assert (answer.status_code, answer.json()["code"]) == (409, "veterinarian_not_suitable")


async def test_who_calls_emergencies_off_again_and_again_has_to_ask_others(clinic: Clinic) -> None:
    animal, offered = await clinic.animal(), await clinic.offer(care_type="emergency")
    for _ in range(3):
        request = await clinic.asked(animal, offered)
        assert (await clinic.call("POST", f"care-requests/{request['id']}/cancel")).status_code == 200
    body = {"service_id": offered, "currency": "EUR"}
    path = f"livestock/{animal}/care-request"
    answer = await clinic.call("POST", path, body)
    assert (answer.status_code, answer.json()["code"]) == (409, "too_many_emergencies")
    assert (await clinic.call("POST", path, body, user=clinic.hand, role="farm_staff")).status_code == 201
    clock.set_offset(timedelta(days=1, minutes=1))
    try:
        other = await clinic.call("POST", f"livestock/{await clinic.animal()}/care-request", body)
        assert other.status_code == 201
    finally:
        clock.set_offset(timedelta())
