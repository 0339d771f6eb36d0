"""What is easily got wrong where requests, payments and medicines meet."""

from datetime import timedelta
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.care import CareCaptureRequested, CareChargeRequested, CareHoldRequested
from services.care.tests.conftest import Clinic, eur


async def ask_more(clinic: Clinic, request_id: str, amount: str) -> None:
    body = {"version": (await clinic.read(request_id))["version"], "amount": eur(amount)}
    answer = await clinic.as_vet("POST", f"vet/care-requests/{request_id}/ask-more", body)
    assert answer.status_code == 200, answer.text


async def confirm(clinic: Clinic, request_id: str, amount: str) -> int:
    body = {"quote_version": 1, "amount": eur(amount)}
    return (await clinic.call("POST", f"care-requests/{request_id}/pay", body)).status_code


async def test_more_is_confirmed_again_before_the_wallet_has_answered(clinic: Clinic) -> None:
    begun = await clinic.begun()
    for amount in ("30.00", "20.00"):
        await ask_more(clinic, begun["id"], amount)
        assert await confirm(clinic, begun["id"], amount) == 200
    await clinic.wallet.answer()
    assert (await clinic.read(begun["id"]))["authorised"] == eur("100.00")


async def test_what_is_asked_after_a_refusal_includes_what_was_asked_meanwhile(clinic: Clinic) -> None:
    begun = await clinic.begun()
    clinic.wallet.balances[clinic.owner] = 0
    await ask_more(clinic, begun["id"], "30.00")
    assert await confirm(clinic, begun["id"], "30.00") == 200
    await ask_more(clinic, begun["id"], "20.00")
    await clinic.wallet.answer()
    assert (await clinic.read(begun["id"]))["asked"] == eur("50.00")


async def test_a_hold_that_has_run_out_when_the_work_ends_is_charged_and_not_captured(clinic: Clinic) -> None:
    """The wallet may have given it back, and its owner may have spent it, before care hears of that."""
    begun = await clinic.begun()
    [held] = await clinic.rig.events(CareHoldRequested)
    clock.set_offset(timedelta(days=61))
    try:
        assert (await clinic.complete(begun["id"])).status_code == 200
        await clinic.wallet.expires(held.reference_id)
        clinic.wallet.balances[clinic.owner] = 1_000
        await clinic.wallet.answer()
    finally:
        clock.set_offset(timedelta())
    assert await clinic.rig.events(CareCaptureRequested) == []
    [charged] = await clinic.rig.events(CareChargeRequested)
    assert charged.mandatory
    done = await clinic.read(begun["id"])
    assert (done["paid"], done["owes"]) == (eur("40.00"), True)


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
