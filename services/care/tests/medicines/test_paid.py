"""What owners pay for the medicines that are dispensed while their animal is cared for."""

from datetime import timedelta

import pytest

from amigok_chassis import clock
from services.care.tests.conftest import Clinic, eur
from services.care.tests.medicines.conftest import Pharmacy


@pytest.fixture
async def pharmacy(clinic: Clinic) -> Pharmacy:
    """The clinic's own, with 100 ml of a medicine that costs 1.25 EUR."""
    pharmacy = Pharmacy(clinic.rig)
    pharmacy.admin, pharmacy.vet, pharmacy.hand, pharmacy.owner = clinic.admin, clinic.vet, clinic.hand, clinic.owner
    pharmacy.farm_id, pharmacy.type_id = clinic.farm_id, clinic.type_id
    return pharmacy


async def stocked(pharmacy: Pharmacy) -> str:
    medicine = await pharmacy.medicine(prices=[eur("1.25")])
    await pharmacy.batch(medicine)
    return medicine


async def test_what_was_dispensed_is_paid_with_the_care_and_what_was_not_costs_nothing(
    clinic: Clinic, pharmacy: Pharmacy
) -> None:
    medicine, request = await stocked(pharmacy), await clinic.begun()
    dispensed = (await pharmacy.prescribe(request["id"], medicine, dose="8")).json()
    kept = (await pharmacy.prescribe(request["id"], medicine, dose="8")).json()
    assert (await pharmacy.dispense(dispensed)).status_code == 200
    done = await clinic.done(request, cost="30.00")
    assert (done["state"], done["cost"], done["paid"]) == ("completed", eur("40.00"), eur("40.00"))
    assert (await pharmacy.dispense(kept)).json()["code"] == "wrong_state"
    await clinic.rig.run_job("cancel_undispensed")
    assert await pharmacy.stock(medicine) == [(92, 0)]


async def test_the_owner_is_asked_for_medicine_beyond_what_they_allowed(clinic: Clinic, pharmacy: Pharmacy) -> None:
    medicine, request = await stocked(pharmacy), await clinic.begun()
    made = (await pharmacy.prescribe(request["id"], medicine, dose="8", duration_days=5)).json()
    assert (await pharmacy.dispense(made)).status_code == 200
    done = await clinic.done(request, cost="30.00")
    assert (done["paid"], done["asked"]) == (eur("50.00"), eur("30.00"))


async def test_a_medicine_that_was_retired_meanwhile_is_still_dispensed(clinic: Clinic, pharmacy: Pharmacy) -> None:
    medicine, request = await stocked(pharmacy), await clinic.begun()
    made = (await pharmacy.prescribe(request["id"], medicine)).json()
    await pharmacy.as_admin("DELETE", f"admin/medicines/{medicine}")
    assert (await pharmacy.dispense(made)).status_code == 200


async def test_a_mandatory_medicine_that_nobody_accepted_is_charged_when_it_was_dispensed(
    clinic: Clinic, pharmacy: Pharmacy
) -> None:
    medicine, animal = await stocked(pharmacy), await clinic.animal()
    body = {
        "livestock_id": str(animal),
        "service_id": await clinic.offer(price="40.00"),
        "currency": "EUR",
        "medicine_id": medicine,
        "quantity": "8",
        "mandatory": True,
        "due_on": (clock.now() + timedelta(days=2)).date().isoformat(),
    }
    answer = await pharmacy.as_admin("POST", f"admin/users/{clinic.owner}/assign-medicine", body)
    assert answer.status_code == 201, answer.text
    request_id = answer.json()["request_id"]
    clock.set_offset(timedelta(days=4))
    await clinic.rig.run_job("admit_overdue")
    request = await clinic.begun({"id": request_id})
    made = (await pharmacy.prescribe(request["id"], medicine, dose="8")).json()
    assert (await pharmacy.dispense(made)).status_code == 200
    done = await clinic.done(request)
    assert (done["cost"], done["paid"], done["asked"]) == (eur("50.00"), eur("50.00"), None)
