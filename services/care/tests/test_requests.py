from uuid import UUID

from amigok_chassis.ids import new_id
from amigok_contracts.care import CareCancelled, CareHoldRequested, CarePaymentRefused, CareReleaseRequested
from services.care.tests.conftest import Clinic, eur


async def test_care_at_a_fixed_price_is_quoted_at_once(clinic: Clinic) -> None:
    request = await clinic.quoted("40.00")
    assert (request["state"], request["estimate"], request["quote_version"]) == ("quoted", eur("40.00"), 1)


async def test_what_the_owner_accepts_is_held_with_their_allowance_before_the_work_may_begin(clinic: Clinic) -> None:
    quoted = await clinic.quoted("40.00")
    body = {"quote_version": 1, "allowance": eur("10.00")}
    accepted = (await clinic.call("POST", f"care-requests/{quoted['id']}/accept", body)).json()
    assert (accepted["state"], accepted["authorised"], accepted["funded_at"]) == ("accepted", eur("50.00"), None)
    await clinic.given(quoted["id"])
    early = await clinic.as_vet("PUT", f"vet/care-requests/{quoted['id']}/start")
    assert (early.status_code, early.json()["code"]) == (409, "not_funded")
    await clinic.wallet.answer()
    assert clinic.wallet.balances[clinic.owner] == 95_000
    begun = await clinic.as_vet("PUT", f"vet/care-requests/{quoted['id']}/start")
    assert (begun.status_code, begun.json()["state"]) == (200, "in_progress")


async def test_an_owner_accepts_the_quote_that_they_have_seen_or_none(clinic: Clinic) -> None:
    request = await clinic.asked(await clinic.animal(), await clinic.offer(pricing="estimated"))
    assert (request["state"], request["estimate"]) == ("requested", None)
    for estimate in ("60.00", "80.00"):
        version = (await clinic.read(request["id"]))["version"]
        body = {"version": version, "estimate": eur(estimate)}
        assert (await clinic.as_vet("PUT", f"vet/care-requests/{request['id']}/quote", body)).status_code == 200
    answer = await clinic.call("POST", f"care-requests/{request['id']}/accept", {"quote_version": 1})
    assert (answer.status_code, answer.json()["code"], answer.json()["quote_version"]) == (409, "quote_changed", 2)
    answer = await clinic.call("POST", f"care-requests/{request['id']}/accept", {"quote_version": 2})
    assert (answer.status_code, answer.json()["authorised"]) == (200, eur("80.00"))


async def test_a_refused_hold_leads_back_to_the_quote_and_can_be_paid_again(clinic: Clinic) -> None:
    clinic.wallet.balances[clinic.owner] = 1_000
    refused = await clinic.accepted()
    assert (refused["state"], refused["payment_refusal"]) == ("quoted", "insufficient_funds")
    [told] = await clinic.rig.events(CarePaymentRefused)
    assert (str(told.request_id), told.reason) == (refused["id"], "insufficient_funds")
    clinic.wallet.balances[clinic.owner] = 10_000
    again = await clinic.call("POST", f"care-requests/{refused['id']}/pay", {"quote_version": 1})
    assert again.status_code == 200, again.text
    await clinic.wallet.answer()
    assert (await clinic.read(refused["id"]))["funded_at"] is not None
    first, second = await clinic.rig.events(CareHoldRequested)
    assert first.reference_id != second.reference_id


async def test_a_cancelled_request_gives_back_what_was_held_whenever_the_answer_comes(clinic: Clinic) -> None:
    quoted = await clinic.quoted("40.00")
    await clinic.call("POST", f"care-requests/{quoted['id']}/accept", {"quote_version": 1})
    [late] = await clinic.wallet.answers()
    cancelled = await clinic.call("POST", f"care-requests/{quoted['id']}/cancel")
    assert cancelled.json()["state"] == "cancelled"
    await clinic.rig.deliver(late)
    await clinic.wallet.answer()
    assert clinic.wallet.balances[clinic.owner] == 100_000
    assert len(await clinic.rig.events(CareReleaseRequested)) == 1
    assert (await clinic.read(quoted["id"]))["state"] == "cancelled"


async def test_the_same_care_is_not_asked_for_twice(clinic: Clinic) -> None:
    animal, offered = await clinic.animal(), await clinic.offer()
    await clinic.asked(animal, offered)
    body = {"service_id": offered, "currency": "EUR"}
    answer = await clinic.call("POST", f"livestock/{animal}/care-request", body)
    assert (answer.status_code, answer.json()["code"]) == (409, "care_already_requested")


async def test_people_of_other_farms_and_other_owners_see_nothing_of_it(clinic: Clinic) -> None:
    animal, offered, stranger = await clinic.animal(), await clinic.offer(), new_id()
    request = await clinic.asked(animal, offered)
    body = {"service_id": offered, "currency": "EUR"}
    for role in ("investor", "farm_staff"):
        who = {"user": stranger, "role": role}
        asked = await clinic.call("POST", f"livestock/{animal}/care-request", body, **who)
        assert (asked.status_code, asked.json()["code"]) == (404, "livestock_not_found")
        read = await clinic.call("GET", f"care-requests/{request['id']}", **who)
        assert (read.status_code, read.json()["code"]) == (404, "care_request_not_found")
        for step in ("accept", "pay"):
            answer = await clinic.call("POST", f"care-requests/{request['id']}/{step}", {"quote_version": 1}, **who)
            assert answer.status_code == 404
    assert (await clinic.call("GET", f"care-requests/{request['id']}", user=clinic.hand, role="farm_staff")).is_success


async def test_farm_people_ask_for_care_of_the_animals_of_their_farm(clinic: Clinic) -> None:
    request = await clinic.asked(await clinic.animal(), await clinic.offer(), user=clinic.hand, role="farm_staff")
    assert (request["origin"], request["state"]) == ("staff", "quoted")
    listed = (await clinic.call("GET", "my-dashboard/assigned-care")).json()["items"]
    assert [each["id"] for each in listed] == [request["id"]]
    [entry] = [entry for entry in await clinic.rig.told() if entry["action"] == "care.requested"]
    assert entry["subject_id"] == request["id"]


async def test_nobody_pays_for_the_platforms_animals(clinic: Clinic) -> None:
    animal, offered = await clinic.animal(platform=True), await clinic.offer()
    request = await clinic.asked(animal, offered, user=clinic.hand, role="farm_staff")
    assert (request["state"], request["authorised"]) == ("accepted", eur("0.00"))
    done = await clinic.done(await clinic.begun(request), cost="55.00")
    assert (done["state"], done["cost"], done["paid"]) == ("completed", eur("55.00"), eur("0.00"))
    assert clinic.wallet.earned == 0


async def test_a_veterinarian_who_owns_the_animal_neither_quotes_nor_does_it(clinic: Clinic) -> None:
    animal, offered = await clinic.animal(clinic.vet), await clinic.offer(pricing="estimated")
    request = await clinic.asked(animal, offered, user=clinic.vet, role="veterinarian")
    body = {"version": request["version"], "estimate": eur("1.00")}
    quoted = await clinic.as_vet("PUT", f"vet/care-requests/{request['id']}/quote", body)
    assert (quoted.status_code, quoted.json()["code"]) == (403, "own_animal")


async def test_an_administrator_does_not_assign_care_to_their_own_animal(clinic: Clinic) -> None:
    animal, offered = await clinic.animal(clinic.admin), await clinic.offer()
    body = {"livestock_id": str(animal), "service_id": offered, "currency": "EUR"}
    answer = await clinic.as_admin("POST", f"admin/users/{clinic.admin}/assign-care", body)
    assert (answer.status_code, answer.json()["code"]) == (403, "own_animal")


async def test_a_veterinarian_who_is_not_assigned_does_nothing(clinic: Clinic) -> None:
    request = await clinic.accepted()
    await clinic.given(request["id"])
    other = await clinic.rig.is_known(new_id(), role="veterinarian")
    started = await clinic.as_vet("PUT", f"vet/care-requests/{request['id']}/start", user=other)
    assert (started.status_code, started.json()["code"]) == (404, "care_request_not_found")
    assert (await clinic.as_vet("GET", f"care-requests/{request['id']}", user=other)).status_code == 404


async def test_a_sold_animals_requests_end_and_mandatory_ones_go_on_for_the_buyer(clinic: Clinic) -> None:
    animal, buyer = await clinic.animal(), await clinic.rig.is_known(new_id())
    wanted = await clinic.asked(animal, await clinic.offer("Wash"))
    await clinic.call("POST", f"care-requests/{wanted['id']}/accept", {"quote_version": 1})
    await clinic.wallet.answer()
    needed = await clinic.assigned(animal, await clinic.offer("Shot"), mandatory=True, due_on=clinic.tomorrow())
    sale = await clinic.sell(animal, buyer)
    await clinic.rig.deliver(sale)
    await clinic.wallet.answer()
    assert clinic.wallet.balances[clinic.owner] == 100_000
    ended = [await clinic.read(each["id"]) for each in (wanted, needed)]
    assert [(each["state"], each["end_reason"]) for each in ended] == [("cancelled", "owner_changed")] * 2
    [renewed] = (await clinic.call("GET", "my-dashboard/assigned-care", user=buyer)).json()["items"]
    assert (renewed["service_name"], renewed["mandatory"], renewed["state"]) == ("Shot", True, "quoted")


async def test_requests_for_dead_and_removed_animals_end_and_are_paid_back(clinic: Clinic) -> None:
    for leave, reason in ((clinic.die, "deceased"), (clinic.remove, "removed")):
        request = await clinic.accepted(name=f"For {reason}")
        await leave(UUID(request["livestock_id"]))
        await clinic.wallet.answer()
        ended = await clinic.read(request["id"])
        assert (ended["state"], ended["end_reason"]) == ("cancelled", reason)
    assert clinic.wallet.balances[clinic.owner] == 100_000
    assert len(await clinic.rig.events(CareCancelled)) == 2


async def test_a_deactivated_owners_unaccepted_requests_end(clinic: Clinic) -> None:
    quoted = await clinic.quoted()
    await clinic.shut_out(clinic.owner)
    ended = await clinic.read(quoted["id"])
    assert (ended["state"], ended["end_reason"]) == ("cancelled", "account_inactive")
