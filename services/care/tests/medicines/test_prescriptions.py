"""Prescriptions: what is checked, what is reserved and dispensed, and what it costs."""

import asyncio
from decimal import Decimal
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import machine_holds
from amigok_contracts import Money
from amigok_contracts.farm import LivestockDied, LivestockOwnershipTransferred
from amigok_contracts.medicines import MedicinePrescribed
from care.prescriptions.machine import PRESCRIPTIONS
from care.prescriptions.rules import times


async def cost(rig, request):
    return (await rig.db.fetch("SELECT cost FROM care_requests WHERE id = $1", UUID(request)))[0]["cost"]


def test_the_machine_holds():
    machine_holds(PRESCRIPTIONS)


@pytest.mark.parametrize(("every", "days", "expected"), [(24, 3, 3), (8, 2, 6), (720, 1, 1), (48, 3, 2), (7, 1, 4)])
def test_a_treatment_has_as_many_doses_as_begin_in_its_days(every, days, expected):
    assert times(every_hours=every, duration_days=days) == expected


async def test_what_is_prescribed_is_reserved_and_what_is_dispensed_leaves_the_stock_and_is_paid(pharmacy, rig):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine, "100")
    made = await pharmacy.prescribed(medicine, every_hours=12, duration_days=3)
    assert (made["times"], made["cost"]["amount"], made["weight_kg"]) == (6, "52.50", "50.00")
    assert await pharmacy.stock(medicine) == [(100, 42)]
    assert await cost(rig, made["request_id"]) == 0
    assert (await pharmacy.dispense(made)).json()["state"] == "dispensed"
    assert await pharmacy.stock(medicine) == [(58, 0)]
    assert await cost(rig, made["request_id"]) == 5250
    assert (await pharmacy.dispense(made)).json()["code"] == "wrong_state"
    (event,) = await rig.events(MedicinePrescribed)
    assert (str(event.prescription_id), event.cost) == (made["id"], Money.of_minor(5250, "USD"))
    told = [entry["action"] for entry in await rig.told()]
    assert told[-2:] == ["medicine.prescribed", "medicine.dispensed"]


async def test_ten_veterinarians_at_once_get_the_last_dose_once(pharmacy):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine, "7")
    requests = [await pharmacy.work(await pharmacy.animal()) for _ in range(10)]
    answers = await asyncio.gather(*(pharmacy.prescribe(request, medicine) for request in requests))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 9
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"out_of_stock"}
    (made,) = [answer.json() for answer in answers if answer.status_code == 201]
    dispensed = await asyncio.gather(*(pharmacy.dispense(made) for _ in range(10)))
    assert sorted(answer.status_code for answer in dispensed) == [200] + [409] * 9
    assert await pharmacy.stock(medicine) == [(0, 0)]


@pytest.mark.parametrize(
    ("weight", "dose", "warning"),
    [("50.00", "4.9", "dose_below_range"), ("50.00", "10.1", "dose_above_range"), ("20.00", "7", "dose_above_range")],
)
async def test_an_unusual_dose_is_prescribed_only_by_who_confirms_its_warning(pharmacy, weight, dose, warning):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine)
    request = await pharmacy.work(await pharmacy.animal(weight_kg=weight))
    refused = await pharmacy.prescribe(request, medicine, dose=dose)
    assert (refused.status_code, refused.json()["code"], refused.json()["warnings"]) == (409, "dose_warning", [warning])
    other = await pharmacy.prescribe(request, medicine, dose=dose, confirmed_warnings=["weight_unknown"])
    assert other.json()["code"] == "dose_warning"
    confirmed = await pharmacy.prescribe(request, medicine, dose=dose, confirmed_warnings=[warning])
    assert confirmed.json()["warnings"] == [warning]


async def test_a_medicine_without_a_range_of_doses_needs_a_confirmation(pharmacy):
    medicine = await pharmacy.medicine(dose_from=None, dose_to=None)
    await pharmacy.batch(medicine)
    request = await pharmacy.work(await pharmacy.animal())
    assert (await pharmacy.prescribe(request, medicine)).json()["warnings"] == ["no_dose_range"]
    confirmed = await pharmacy.prescribe(request, medicine, confirmed_warnings=["no_dose_range"])
    assert confirmed.status_code == 201


async def test_what_does_not_fit_is_refused(pharmacy, rig):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine)
    animal = await pharmacy.animal()
    request = await pharmacy.work(animal)
    goat = await pharmacy.work(await pharmacy.animal(livestock_type_id=new_id()))
    euros = await pharmacy.work(await pharmacy.animal(), currency="EUR")
    long_ago, far = "2020-01-01T00:00:00Z", "2098-01-01T00:00:00Z"
    for where, changes, status, code in [
        (request, {"route": "topical"}, 422, "route_not_allowed"),
        (request, {"route": "by magic"}, 422, "invalid_request"),
        (request, {"medicine_id": str(new_id())}, 404, "medicine_not_found"),
        (request, {"dose": "0"}, 422, "invalid_request"),
        (request, {"dose": "1e3"}, 422, "invalid_request"),
        (request, {"dose": "99999", "confirmed_warnings": ["dose_above_range"]}, 409, "out_of_stock"),
        (request, {"every_hours": 1, "duration_days": 365}, 422, "invalid_request"),
        (request, {"first_at": long_ago}, 422, "first_dose_out_of_range"),
        (request, {"first_at": far}, 422, "first_dose_out_of_range"),
        (goat, {}, 422, "medicine_not_for_type"),
        (euros, {}, 409, "no_price"),
        (new_id(), {}, 404, "care_request_not_found"),
    ]:
        answer = await pharmacy.prescribe(where, medicine, **changes)
        assert (answer.status_code, answer.json()["code"]) == (status, code), (changes, answer.text)
    assert await pharmacy.stock(medicine) == [(100, 0)]
    await pharmacy.as_admin("DELETE", f"admin/medicines/{medicine}")
    assert (await pharmacy.prescribe(request, medicine)).json()["code"] == "medicine_not_found"


async def test_only_the_assigned_veterinarian_prescribes_and_only_while_at_work(pharmacy):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine)
    animal = await pharmacy.animal()
    for changes, code in [
        ({"veterinarian_id": new_id()}, "care_request_not_found"),
        ({"state": "accepted"}, "wrong_state"),
        ({"state": "completed", "ended_at": clock.now()}, "wrong_state"),
    ]:
        request = await pharmacy.work(await pharmacy.animal(), **changes)
        assert (await pharmacy.prescribe(request, medicine)).json()["code"] == code
    request = await pharmacy.work(animal)
    body = {"medicine_id": medicine, "dose": "7", "route": "oral"}
    for role in ("investor", "farm_staff", "admin"):
        path = f"vet/care-requests/{request}/prescribe-medicine"
        assert (await pharmacy.ask("POST", path, body, by=pharmacy.vet, role=role)).status_code == 403


async def test_nobody_prescribes_for_an_animal_that_they_own(pharmacy, rig):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine)
    animal = await pharmacy.animal()
    request = await pharmacy.work(animal)
    await rig.deliver(
        LivestockOwnershipTransferred(
            livestock_id=animal,
            order_id=new_id(),
            previous_owner_id=pharmacy.owner,
            owner_id=pharmacy.vet,
            price=Money.of_minor(1, "USD"),
            transferred_at=clock.now(),
            aggregate_version=5,
        )
    )
    answer = await pharmacy.prescribe(request, medicine)
    assert answer.json()["code"] in ("own_animal", "wrong_state")


async def test_a_prescription_that_is_sent_again_reserves_once(pharmacy):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine)
    path = f"vet/care-requests/{await pharmacy.work(await pharmacy.animal())}/prescribe-medicine"
    body = {"medicine_id": medicine, "dose": "7", "route": "oral"}
    key = {"headers": {"Idempotency-Key": "sent-again"}}
    answers = [await pharmacy.as_vet("POST", path, body, **key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert await pharmacy.stock(medicine) == [(100, 7)]


async def test_a_prescription_that_is_stopped_before_it_is_dispensed_gives_back_what_was_reserved(pharmacy, rig):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine)
    made = await pharmacy.prescribed(medicine)
    path = f"vet/prescriptions/{made['id']}/stop"
    other = await pharmacy.ask("POST", path, {"reason": "x"}, by=new_id(), role="veterinarian")
    assert other.json()["code"] == "prescription_not_found"
    stopped = await pharmacy.as_vet("POST", path, {"reason": "Allergic."})
    assert stopped.json()["state"] == "cancelled"
    assert await pharmacy.stock(medicine) == [(100, 0)]
    assert (await pharmacy.dispense(made)).json()["code"] == "wrong_state"


async def test_what_was_not_dispensed_before_the_care_ended_is_cancelled(pharmacy, rig):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine)
    made = await pharmacy.prescribed(medicine)
    await rig.run_job("cancel_undispensed")
    assert await pharmacy.stock(medicine) == [(100, 7)]
    done = "UPDATE care_requests SET state = 'completed', ended_at = now() WHERE id = $1"
    await rig.db.fetch(done, UUID(made["request_id"]))
    assert (await pharmacy.dispense(made)).json()["code"] == "wrong_state"
    await rig.run_job("cancel_undispensed")
    assert await pharmacy.stock(medicine) == [(100, 0)]


async def test_the_death_of_an_animal_ends_its_prescriptions(pharmacy, rig):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine)
    animal = await pharmacy.animal()
    await pharmacy.dispensed(medicine, animal=animal, duration_days=3)
    died = LivestockDied(
        livestock_id=animal, death_id=new_id(), owner_id=pharmacy.owner, died_at=clock.now(), aggregate_version=9
    )
    await rig.deliver(died, died)
    states = await rig.db.fetch("SELECT state, count(*) FROM doses GROUP BY state")
    assert [tuple(row) for row in states] == [("cancelled", 3)]
    assert [row["state"] for row in await rig.db.fetch("SELECT state FROM prescriptions")] == ["stopped"]


async def test_an_animals_prescriptions_are_shown_to_its_owner_and_the_farms_people(pharmacy, rig):
    medicine = await pharmacy.medicine()
    await pharmacy.batch(medicine)
    animal = await pharmacy.animal()
    made = await pharmacy.prescribed(medicine, animal=animal)
    path = f"livestock/{animal}/prescriptions"
    for user, role in [(pharmacy.owner, "investor"), (pharmacy.hand, "farm_staff"), (new_id(), "veterinarian")]:
        answer = await pharmacy.ask("GET", path, by=user, role=role)
        assert answer.status_code == 200, answer.text
        (shown,) = answer.json()["items"]
        assert shown["id"] == made["id"]
        assert "cost" not in shown
    stranger = await pharmacy.ask("GET", path, by=new_id(), role="investor")
    assert (stranger.status_code, stranger.json()["code"]) == (404, "livestock_not_found")
    assert (await pharmacy.ask("GET", path, by=new_id(), role="farm_staff")).json()["code"] == "other_farm"
    of_request = f"vet/care-requests/{made['request_id']}/prescriptions"
    (seen,) = (await pharmacy.as_vet("GET", of_request)).json()["items"]
    assert Decimal(seen["cost"]["amount"]) == Decimal("8.75")
    assert (await pharmacy.ask("GET", of_request, by=new_id(), role="veterinarian")).status_code == 404
