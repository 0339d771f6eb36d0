"""What owners pay for care, against a wallet that answers as the real one does."""

import asyncio
from datetime import timedelta
from itertools import permutations
from random import Random
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.invariants import broken
from amigok_contracts import Event, Money
from amigok_contracts.care import (
    CareCaptureRequested,
    CareChargeRequested,
    CareHoldRequested,
    CareMoreAsked,
    CareSettled,
    CareUnpaid,
)
from amigok_contracts.wallet import DebtRecorded, DebtSettled
from services.care.tests.conftest import Clinic, eur


async def balance(clinic: Clinic) -> int:
    return clinic.wallet.balances[clinic.owner]


async def test_what_the_care_came_to_is_captured_and_the_rest_is_given_back(clinic: Clinic) -> None:
    done = await clinic.done(await clinic.begun(), cost="33.00")
    assert (done["state"], done["cost"], done["paid"], done["asked"]) == ("completed", eur("33.00"), eur("33.00"), None)
    assert (await balance(clinic), clinic.wallet.earned) == (96_700, 3_300)


async def test_care_that_cost_nothing_gives_everything_back(clinic: Clinic) -> None:
    done = await clinic.done(await clinic.begun(), cost="0.00")
    assert (done["paid"], await balance(clinic)) == (eur("0.00"), 100_000)
    assert await clinic.rig.events(CareCaptureRequested) == []


async def test_the_owner_is_asked_for_what_goes_beyond_what_they_allowed(clinic: Clinic) -> None:
    done = await clinic.done(await clinic.begun(), cost="70.00")
    assert (done["paid"], done["asked"]) == (eur("50.00"), eur("20.00"))
    [asked] = await clinic.rig.events(CareMoreAsked)
    assert asked.amount == Money.of_minor(2_000, "EUR")
    path, body = f"care-requests/{done['id']}/pay", {"quote_version": 1}
    for amount in (None, eur("10.00")):
        answer = await clinic.call("POST", path, body | {"amount": amount})
        assert (answer.status_code, answer.json()["code"], answer.json()["amount"]) == (
            409,
            "amount_changed",
            eur("20.00"),
        )
    assert (await clinic.call("POST", path, body | {"amount": eur("20.00")})).status_code == 200
    await clinic.wallet.answer()
    assert (await clinic.read(done["id"]))["paid"] == eur("70.00")
    again = await clinic.call("POST", path, body | {"amount": eur("20.00")})
    assert (again.status_code, again.json()["code"]) == (409, "nothing_to_pay")


async def test_a_confirmed_amount_that_cannot_be_taken_is_asked_for_again(clinic: Clinic) -> None:
    done = await clinic.done(await clinic.begun(), cost="70.00")
    clinic.wallet.balances[clinic.owner] = 100
    body = {"quote_version": 1, "amount": eur("20.00")}
    await clinic.call("POST", f"care-requests/{done['id']}/pay", body)
    await clinic.wallet.answer()
    assert (await clinic.read(done["id"]))["asked"] == eur("20.00")
    clinic.wallet.balances[clinic.owner] = 2_000
    await clinic.call("POST", f"care-requests/{done['id']}/pay", body)
    await clinic.wallet.answer()
    paid = await clinic.read(done["id"])
    assert (paid["asked"], paid["paid"], await balance(clinic)) == (None, eur("70.00"), 0)


async def test_an_administrator_can_give_up_what_was_asked_for_besides(clinic: Clinic) -> None:
    done = await clinic.done(await clinic.begun(), cost="70.00")
    body = {"version": done["version"], "note": "Our mistake"}
    waived = await clinic.as_admin("POST", f"admin/care-requests/{done['id']}/waive", body)
    assert (waived.status_code, waived.json()["asked"]) == (200, None)
    [entry] = [entry for entry in await clinic.rig.told() if entry["action"] == "care.waived"]
    assert entry["after"]["amount"] == 2_000


async def test_a_veterinarian_asks_for_more_while_at_work_and_it_is_held_before_it_is_spent(clinic: Clinic) -> None:
    begun = await clinic.begun()
    body = {"version": begun["version"], "amount": eur("30.00")}
    asked = await clinic.as_vet("POST", f"vet/care-requests/{begun['id']}/ask-more", body)
    assert asked.json()["asked"] == eur("30.00")
    confirmed = {"quote_version": 1, "amount": eur("30.00")}
    await clinic.call("POST", f"care-requests/{begun['id']}/pay", confirmed)
    await clinic.wallet.answer()
    more = await clinic.read(begun["id"])
    assert (more["authorised"], await balance(clinic)) == (eur("80.00"), 92_000)
    done = await clinic.done(more, cost="70.00")
    assert (done["paid"], done["asked"], await balance(clinic)) == (eur("70.00"), None, 93_000)


async def test_more_that_nobody_has_confirmed_is_not_taken(clinic: Clinic) -> None:
    begun = await clinic.begun()
    body = {"version": begun["version"], "amount": eur("30.00")}
    await clinic.as_vet("POST", f"vet/care-requests/{begun['id']}/ask-more", body)
    done = await clinic.done(await clinic.read(begun["id"]), cost="40.00")
    assert (done["asked"], done["paid"], await balance(clinic)) == (None, eur("40.00"), 96_000)


async def test_an_emergency_begins_at_once_and_is_charged_up_to_the_set_amount(clinic: Clinic) -> None:
    animal, offered = await clinic.animal(), await clinic.offer(care_type="emergency", price="100.00")
    request = await clinic.asked(animal, offered)
    assert (request["state"], request["emergency"], request["authorised"]) == ("accepted", True, eur("500.00"))
    done = await clinic.done(await clinic.begun(request), cost="620.00")
    assert (done["paid"], done["asked"]) == (eur("500.00"), eur("120.00"))
    [charged] = await clinic.rig.events(CareChargeRequested)
    assert (charged.mandatory, charged.livestock_id) == (True, None)


async def test_mandatory_care_that_is_not_accepted_in_time_is_done_and_charged(clinic: Clinic) -> None:
    animal, offered = await clinic.animal(), await clinic.offer(price="40.00")
    request = await clinic.assigned(animal, offered, mandatory=True, due_on=clinic.tomorrow())
    await clinic.rig.run_job("admit_overdue")
    assert (await clinic.read(request["id"]))["state"] == "quoted"
    await later(clinic, days=3)
    late = await clinic.read(request["id"])
    assert (late["state"], late["authorised"]) == ("accepted", eur("40.00"))
    done = await clinic.done(await clinic.begun(late), cost="45.00")
    assert (done["paid"], done["asked"], await balance(clinic)) == (eur("40.00"), eur("5.00"), 96_000)


async def test_an_owner_neither_cancels_nor_declines_mandatory_care(clinic: Clinic) -> None:
    request = await clinic.assigned(
        await clinic.animal(), await clinic.offer(), mandatory=True, due_on=clinic.tomorrow()
    )
    for step, body in (("cancel", None), ("decline", {"quote_version": 1})):
        answer = await clinic.call("POST", f"care-requests/{request['id']}/{step}", body)
        assert (answer.status_code, answer.json()["code"]) == (409, "mandatory_care")


async def test_what_an_owner_cannot_pay_is_a_debt_and_keeps_the_animal_from_being_sold(clinic: Clinic) -> None:
    clinic.wallet.balances[clinic.owner] = 1_000
    done = await owing(clinic)
    assert done["owes"]
    [unpaid] = await clinic.rig.events(CareUnpaid)
    assert (str(unpaid.livestock_id), unpaid.owner_id, unpaid.block_reason) == (
        done["livestock_id"],
        clinic.owner,
        "unpaid_care",
    )
    assert unpaid.owed == Money.of_minor(3_000, "EUR")
    assert await clinic.rig.events(CareSettled) == []
    await clinic.wallet.receives(clinic.owner, 5_000)
    [settled] = await clinic.rig.events(CareSettled)
    assert (settled.source_id, settled.livestock_id) == (unpaid.source_id, unpaid.livestock_id)
    assert not (await clinic.read(done["id"]))["owes"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
async def test_a_debts_events_come_in_any_order_and_twice(clinic: Clinic, order: tuple[int, ...]) -> None:
    clinic.wallet.balances[clinic.owner] = 1_000
    answers = await unanswered(clinic)
    debt = answers[-1]
    assert isinstance(debt, DebtRecorded)
    nothing = Money.of_minor(0, "EUR")
    settled = DebtSettled(
        **debt.model_dump(include={"purpose", "reference_id", "debtor_id", "amount"}), remaining=nothing
    )
    events = [*answers, settled]
    for _ in range(2):
        await clinic.rig.deliver(*(events[number] for number in order))
    rows = await clinic.rig.db.fetch("SELECT state, taken FROM care_payments WHERE id = $1", debt.reference_id)
    assert [tuple(row) for row in rows] == [("settled", 4_000)]
    assert len(await clinic.rig.events(CareSettled)) == 1
    assert len(await clinic.rig.events(CareUnpaid)) <= 1


async def test_a_hold_that_runs_out_before_a_time_is_set_has_the_owner_accept_again(clinic: Clinic) -> None:
    accepted = await clinic.accepted()
    [asked] = await clinic.rig.events(CareHoldRequested)
    await clinic.wallet.expires(asked.reference_id)
    back = await clinic.read(accepted["id"])
    assert (back["state"], back["payment_refusal"], back["funded_at"]) == ("quoted", "expired", None)


async def test_a_hold_that_runs_out_during_the_work_is_charged_as_it_was_accepted(clinic: Clinic) -> None:
    begun = await clinic.begun()
    [asked] = await clinic.rig.events(CareHoldRequested)
    await clinic.wallet.expires(asked.reference_id)
    done = await clinic.done(begun, cost="70.00")
    assert (done["paid"], done["asked"], await balance(clinic)) == (eur("50.00"), eur("20.00"), 95_000)


async def test_accept_and_cancel_at_once_lead_to_one_end_and_no_lost_money(clinic: Clinic) -> None:
    for number in range(5):
        quoted = await clinic.quoted(name=f"Care {number}")
        accept = clinic.call("POST", f"care-requests/{quoted['id']}/accept", {"quote_version": 1})
        cancel = clinic.call("POST", f"care-requests/{quoted['id']}/cancel")
        answers = await asyncio.gather(accept, cancel)
        assert answers[1].status_code == 200
        await clinic.wallet.answer()
        assert (await clinic.read(quoted["id"]))["state"] == "cancelled"
    assert await balance(clinic) == 100_000


async def test_ten_acceptances_at_once_hold_the_price_once(clinic: Clinic) -> None:
    quoted = await clinic.quoted()
    path = f"care-requests/{quoted['id']}/accept"
    answers = await asyncio.gather(*(clinic.call("POST", path, {"quote_version": 1}) for _ in range(10)))
    assert sorted(answer.status_code for answer in answers) == [200, *[409] * 9]
    await clinic.wallet.answer()
    assert await balance(clinic) == 96_000


async def test_a_replayed_acceptance_answers_the_same_and_holds_once(clinic: Clinic) -> None:
    quoted = await clinic.quoted()
    path, headers = f"/api/v1/care-requests/{quoted['id']}/accept", {"Idempotency-Key": "accept-it-once"}
    body = {"quote_version": 1}
    first, second = [
        await clinic.rig.request("POST", path, user=clinic.owner, json=body, headers=headers) for _ in range(2)
    ]
    assert (first.status_code, first.content) == (second.status_code, second.content)
    assert len(await clinic.rig.events(CareHoldRequested)) == 1


async def test_the_sale_in_the_middle_of_the_work_leaves_the_bill_with_who_accepted_it(clinic: Clinic) -> None:
    begun = await clinic.begun()
    await clinic.sell(UUID(begun["livestock_id"]), new_id())
    done = await clinic.done(begun, cost="40.00")
    assert (done["state"], done["paid"], await balance(clinic)) == ("completed", eur("40.00"), 96_000)


async def test_what_is_cancelled_under_way_costs_nothing(clinic: Clinic) -> None:
    begun = await clinic.begun()
    body = {"version": begun["version"], "note": "The veterinarian fell ill"}
    ended = await clinic.as_admin("POST", f"admin/care-requests/{begun['id']}/cancel", body)
    assert ended.json()["state"] == "cancelled"
    await clinic.wallet.answer()
    assert await balance(clinic) == 100_000


async def later(clinic: Clinic, **delta: Any) -> None:
    """Moves the clock while what is due is done."""
    clock.set_offset(timedelta(**delta))
    try:
        await clinic.rig.run_job("admit_overdue")
    finally:
        clock.set_offset(timedelta())


async def overdue(clinic: Clinic) -> dict[str, Any]:
    request = await clinic.assigned(
        await clinic.animal(), await clinic.offer(price="40.00"), mandatory=True, due_on=clinic.tomorrow()
    )
    await later(clinic, days=3)
    return await clinic.begun(await clinic.read(request["id"]))


async def owing(clinic: Clinic) -> dict[str, Any]:
    return await clinic.done(await overdue(clinic))


async def unanswered(clinic: Clinic) -> list[Event]:
    """The wallet's answers to a mandatory charge that the owner lacks money for, not delivered."""
    begun = await overdue(clinic)
    await clinic.wallet.answer()
    assert (await clinic.complete(begun["id"])).status_code == 200
    return await clinic.wallet.answers()


async def test_a_quote_of_nothing_is_accepted_without_money_and_more_is_asked_for(clinic: Clinic) -> None:
    quoted = await clinic.quoted("0.00")
    accepted = await clinic.call("POST", f"care-requests/{quoted['id']}/accept", {"quote_version": 1})
    assert accepted.json()["funded_at"] is not None
    assert await clinic.rig.events(CareHoldRequested) == []
    done = await clinic.done(await clinic.begun(accepted.json()), cost="5.00")
    assert (done["paid"], done["asked"]) == (eur("0.00"), eur("5.00"))


async def test_a_higher_quote_that_nobody_accepted_is_not_charged_as_mandatory(clinic: Clinic) -> None:
    request = await clinic.assigned(
        await clinic.animal(), await clinic.offer(price="40.00"), mandatory=True, due_on=clinic.tomorrow()
    )
    body = {"version": request["version"], "estimate": eur("900.00")}
    assert (await clinic.as_vet("PUT", f"vet/care-requests/{request['id']}/quote", body)).status_code == 200
    await later(clinic, days=3)
    assert (await clinic.read(request["id"]))["authorised"] == eur("40.00")


async def test_no_amount_is_in_another_currency_or_out_of_bounds(clinic: Clinic) -> None:
    quoted = await clinic.quoted("40.00")
    path = f"care-requests/{quoted['id']}/accept"
    for allowance, code in (
        ({"amount": "1.00", "currency": "USD"}, "other_currency"),
        (eur("-1.00"), "invalid_request"),
        (eur("1000000.01"), "invalid_request"),
        (eur("0.001"), "invalid_request"),
        ({"amount": "1.00", "currency": "JPY"}, "invalid_request"),
    ):
        answer = await clinic.call("POST", path, {"quote_version": 1, "allowance": allowance})
        assert (answer.status_code, answer.json()["code"]) == (422, code)


@pytest.mark.parametrize("seed", range(12))
async def test_whatever_happens_in_whatever_order_money_adds_up(clinic: Clinic, seed: int) -> None:
    """People and the wallet act at random; answers of the wallet come late, twice and out of order."""
    chance, started = Random(seed), clinic.wallet.balances[clinic.owner]
    request = await clinic.quoted("40.00")
    await clinic.given(request["id"])
    late: list[Event] = []
    for _ in range(25):
        await act(clinic, chance, request["id"])
        late += await clinic.wallet.answers()
        chance.shuffle(late)
        delivered = late[: chance.randint(0, len(late))]
        await clinic.rig.deliver(*delivered, *delivered)
        late = late[len(delivered) :]
    await clinic.rig.deliver(*late)
    await clinic.wallet.answer()
    await proven(clinic)
    request = await clinic.read(request["id"])
    held = sum(hold.amount.minor for hold in clinic.wallet.holds.values() if hold.state == "placed")
    owed = sum(debt.remaining.minor for debt in clinic.wallet.debts.values())
    assert clinic.wallet.balances[clinic.owner] + held + clinic.wallet.earned - owed == started
    assert request["paid"]["amount"] == f"{clinic.wallet.earned / 100:.2f}"
    if request["ended_at"] is not None:
        assert held == 0
    if request["state"] in ("cancelled", "declined"):
        assert clinic.wallet.earned == 0


async def act(clinic: Clinic, chance: Random, request_id: str) -> None:
    """Somebody does something, which may be refused."""
    seen = await clinic.read(request_id)
    path, vets = f"care-requests/{request_id}", f"vet/care-requests/{request_id}"
    cost = eur(f"{chance.randint(0, 120)}.00")
    steps: list[Any] = [
        lambda: clinic.call("POST", f"{path}/accept", {"quote_version": 1, "allowance": eur("10.00")}),
        lambda: clinic.call("POST", f"{path}/accept", {"quote_version": 1, "allowance": eur("2000.00")}),
        lambda: clinic.call("POST", f"{path}/pay", {"quote_version": 1, "amount": seen["asked"]}),
        lambda: clinic.call("POST", f"{path}/pay", {"quote_version": 1, "amount": seen["asked"]}),
        lambda: clinic.as_vet("PUT", f"{vets}/start"),
        lambda: clinic.as_vet("PUT", f"{vets}/start"),
        lambda: clinic.as_vet("PUT", f"{vets}/report", {"findings": "Limps"}),
        lambda: clinic.as_vet("POST", f"{vets}/ask-more", {"version": seen["version"], "amount": eur("30.00")}),
        lambda: clinic.as_vet("POST", f"{vets}/complete", {"version": seen["version"], "cost": cost}),
        lambda: clinic.as_vet("POST", f"{vets}/complete", {"version": seen["version"], "cost": cost}),
    ]
    if chance.random() < 0.1:
        steps.append(lambda: clinic.call("POST", f"{path}/cancel"))
    answer = await chance.choice(steps)()
    assert answer.status_code < 500, answer.text


async def proven(clinic: Clinic) -> None:
    """What always holds does."""
    async with clinic.rig.db.unit_of_work() as db:
        assert await broken(db, clinic.rig.service.holds) == []


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
