"""What several do at once."""

import asyncio
from datetime import timedelta
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.invariants import broken
from amigok_contracts.care import CareAccepted, CareCompleted
from services.care.tests.conftest import Clinic


async def proven(clinic: Clinic) -> None:
    async with clinic.rig.db.unit_of_work() as db:
        assert await broken(db, clinic.rig.service.holds) == []


async def test_ten_who_ask_for_the_same_care_at_once_make_one_request(clinic: Clinic) -> None:
    animal, offered = await clinic.animal(), await clinic.offer()
    body, path = {"service_id": offered, "currency": "EUR"}, f"livestock/{animal}/care-request"
    answers = await asyncio.gather(*(clinic.call("POST", path, body) for _ in range(10)))
    assert sorted(answer.status_code for answer in answers) == [201, *[409] * 9]


async def test_a_request_whose_answer_was_lost_is_answered_the_same_when_it_is_sent_again(clinic: Clinic) -> None:
    path, headers = f"/api/v1/livestock/{await clinic.animal()}/care-request", {"Idempotency-Key": "ask-for-it-once"}
    body = {"service_id": await clinic.offer(), "currency": "EUR"}
    first, second = [
        await clinic.rig.request("POST", path, user=clinic.owner, json=body, headers=headers) for _ in range(2)
    ]
    assert (first.status_code, first.content) == (second.status_code, second.content)
    assert first.status_code == 201, first.text


async def test_the_work_is_completed_once(clinic: Clinic) -> None:
    begun = await clinic.begun()
    vets = f"vet/care-requests/{begun['id']}"
    await clinic.as_vet("PUT", f"{vets}/report", {"findings": "Limps"})
    body = {"version": (await clinic.read(begun["id"]))["version"]}
    answers = await asyncio.gather(*(clinic.as_vet("POST", f"{vets}/complete", body) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [200, *[409] * 4]
    await clinic.wallet.answer()
    assert len(await clinic.rig.events(CareCompleted)) == 1
    assert clinic.wallet.earned == 4_000


async def test_a_sale_and_an_acceptance_at_once_leave_nothing_held_for_the_seller(clinic: Clinic) -> None:
    for number in range(5):
        quoted = await clinic.quoted(name=f"Care {number}")
        accept = clinic.call("POST", f"care-requests/{quoted['id']}/accept", {"quote_version": 1})
        await asyncio.gather(accept, clinic.sell(UUID(quoted["livestock_id"]), new_id()))
        await clinic.wallet.answer()
        assert (await clinic.read(quoted["id"]))["state"] == "cancelled"
    assert clinic.wallet.balances[clinic.owner] == 100_000
    await proven(clinic)


async def test_a_sale_and_a_request_at_once_leave_no_request_of_the_sellers(clinic: Clinic) -> None:
    offered = await clinic.offer()
    for _ in range(5):
        animal = await clinic.animal()
        body = {"service_id": offered, "currency": "EUR"}
        ask = clinic.call("POST", f"livestock/{animal}/care-request", body)
        answer, _ = await asyncio.gather(ask, clinic.sell(animal, new_id()))
        assert answer.status_code in (201, 404)
    await proven(clinic)


async def test_a_sale_and_the_end_of_the_work_at_once_leave_no_follow_up_of_the_sellers(clinic: Clinic) -> None:
    begun = await clinic.begun()
    later = {"service_id": await clinic.offer("Second look"), "due_on": clinic.tomorrow()}
    vets = f"vet/care-requests/{begun['id']}"
    await clinic.as_vet("PUT", f"{vets}/report", {"findings": "Limps", "follow_up": later})
    body = {"version": (await clinic.read(begun["id"]))["version"]}
    complete = clinic.as_vet("POST", f"{vets}/complete", body)
    answer, _ = await asyncio.gather(complete, clinic.sell(UUID(begun["livestock_id"]), new_id()))
    assert answer.status_code == 200
    await proven(clinic)


async def test_the_due_date_and_an_acceptance_at_once_accept_once(clinic: Clinic) -> None:
    request = await clinic.assigned(
        await clinic.animal(), await clinic.offer(), mandatory=True, due_on=clinic.tomorrow()
    )
    clock.set_offset(timedelta(days=3))
    try:
        accept = clinic.call("POST", f"care-requests/{request['id']}/accept", {"quote_version": 1})
        await asyncio.gather(accept, clinic.rig.run_job("admit_overdue"))
    finally:
        clock.set_offset(timedelta())
    assert len(await clinic.rig.events(CareAccepted)) == 1
    await clinic.wallet.answer()
    await clinic.done(await clinic.begun(await clinic.read(request["id"])))
    assert clinic.wallet.earned == 4_000


async def test_replays_under_other_ids_change_nothing(clinic: Clinic) -> None:
    """As after a producer's database was restored."""
    quoted = await clinic.quoted()
    await clinic.call("POST", f"care-requests/{quoted['id']}/accept", {"quote_version": 1})
    answers = await clinic.wallet.answer()
    before = await clinic.read(quoted["id"])
    await clinic.rig.deliver(*answers, *answers)
    assert await clinic.read(quoted["id"]) == before
    done = await clinic.done(await clinic.begun(before))
    await clinic.rig.deliver(*answers)
    assert await clinic.read(quoted["id"]) == done
