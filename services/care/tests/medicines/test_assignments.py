"""Medicines that administrators assign to users' animals."""

from datetime import timedelta
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts import Money
from amigok_contracts.care import CareQuoted, CareRequested
from amigok_contracts.farm import LivestockOwnershipTransferred
from care.procedures.models import Procedure
from care.requests import service as requests


async def assign(pharmacy, animal, medicine, user=None, **changes):
    body = {
        "livestock_id": str(animal),
        "service_id": str(pharmacy.service_id),
        "currency": "USD",
        "medicine_id": medicine,
        "quantity": "10",
        "reason": "Worms.",
    }
    return await pharmacy.as_admin("POST", f"admin/users/{user or pharmacy.owner}/assign-medicine", body | changes)


async def shown(pharmacy, user):
    return (await pharmacy.ask("GET", "my-dashboard/assigned-medicines", by=user, role="investor")).json()["items"]


async def test_a_medicine_that_is_assigned_is_quoted_and_shown_to_the_animals_owner(pharmacy, rig):
    animal, medicine = await pharmacy.animal(), await pharmacy.medicine()
    due_on = (clock.now() + timedelta(days=9)).date().isoformat()
    answer = await assign(pharmacy, animal, medicine, mandatory=True, due_on=due_on)
    assert answer.status_code == 201, answer.text
    (found,) = await shown(pharmacy, pharmacy.owner)
    assert found == answer.json()
    assert (found["state"], found["cost"]["amount"], found["estimate"]["amount"]) == ("quoted", "12.50", "22.50")
    assert (found["mandatory"], found["reason"]) == (True, "Worms.")
    assert await shown(pharmacy, new_id()) == []
    last = (await rig.events(CareQuoted))[-1]
    assert (last.quote_version, str(last.estimate)) == (found["quote_version"], "22.50 USD")
    path = f"care-requests/{found['request_id']}"
    seen = await pharmacy.ask("GET", path, by=pharmacy.owner, role="investor")
    assert seen.json()["estimate"]["amount"] == "22.50"


async def test_what_cannot_be_assigned_leaves_nothing_behind(pharmacy, rig):
    animal, medicine = await pharmacy.animal(), await pharmacy.medicine()
    goat = await pharmacy.animal(livestock_type_id=new_id())
    for livestock, changes, status, code in [
        (animal, {"user": new_id()}, 409, "not_their_animal"),
        (animal, {"user": pharmacy.admin}, 403, "own_animal"),
        (animal, {"medicine_id": str(new_id())}, 404, "medicine_not_found"),
        (animal, {"currency": "EUR"}, 409, "no_price"),
        (animal, {"quantity": "0"}, 422, "invalid_request"),
        (goat, {}, 422, "medicine_not_for_type"),
    ]:
        answer = await assign(pharmacy, livestock, medicine, **changes)
        assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert await rig.db.fetch("SELECT FROM care_requests") == []


async def test_the_price_of_the_work_is_what_the_list_says_also_in_an_emergency(pharmacy, rig):
    """The medicine's price is expected besides, not taken off."""
    animal, medicine = await pharmacy.animal(), await pharmacy.medicine()
    async with rig.db.unit_of_work() as db:
        (await db.get_one(Procedure, pharmacy.service_id)).care_type = "emergency"
    found = (await assign(pharmacy, animal, medicine)).json()
    assert (found["state"], found["estimate"]["amount"]) == ("accepted", "22.50")
    async with rig.db.unit_of_work() as db:
        await requests.assign(db, UUID(found["request_id"]), pharmacy.vet)
    started = await pharmacy.as_vet("PUT", f"vet/care-requests/{found['request_id']}/start")
    assert started.json()["cost"]["amount"] == "10.00"


async def test_what_was_assigned_is_in_the_mandatory_care_that_a_buyer_is_asked_for(pharmacy, rig):
    animal, medicine = await pharmacy.animal(), await pharmacy.medicine()
    due_on = (clock.now() + timedelta(days=9)).date().isoformat()
    before = (await assign(pharmacy, animal, medicine, mandatory=True, due_on=due_on)).json()
    buyer = await rig.is_known(new_id())
    await rig.deliver(
        LivestockOwnershipTransferred(
            livestock_id=animal,
            aggregate_version=9,
            order_id=new_id(),
            previous_owner_id=pharmacy.owner,
            owner_id=buyer,
            price=Money.of_minor(24_000, "EUR"),
            transferred_at=clock.now(),
        )
    )
    renewed = (await rig.events(CareRequested))[-1]
    await rig.deliver(renewed, renewed)
    (found,) = await shown(pharmacy, buyer)
    assert (found["request_id"], found["state"], found["estimate"]) == (
        str(renewed.request_id),
        "quoted",
        before["estimate"],
    )
    assert (found["medicine_id"], found["quantity"], found["cost"]) == (medicine, before["quantity"], before["cost"])
    assert await shown(pharmacy, pharmacy.owner) == []


async def test_no_more_of_a_medicine_is_assigned_than_a_wallet_can_pay(pharmacy):
    medicine = await pharmacy.medicine(prices=[{"amount": "1000.00", "currency": "USD"}])
    answer = await assign(pharmacy, await pharmacy.animal(), medicine, quantity="1000.001")
    assert (answer.status_code, answer.json()["code"]) == (422, "too_expensive")
