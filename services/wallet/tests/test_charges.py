"""Whatever other services ask to be charged is taken once, refused for good, or owed."""

import asyncio
from decimal import Decimal
from typing import Any

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Reject
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.wallet import ChargeCompleted, ChargeRefused, DebtRecorded, DebtSettled

FIVE = Money.of_minor(500, "USD")


async def reasons(rig: Rig) -> list[str]:
    return [event.reason for event in await rig.events(ChargeRefused)]


async def test_a_charge_and_a_prize_happen_once_for_what_they_are_for(rig: Rig, bank: Any) -> None:
    anna, reference = await bank.user("20.00"), new_id()
    charge = bank.bill(anna, FIVE, reference)
    await asyncio.gather(*(rig.deliver(charge) for _ in range(5)))
    await rig.deliver(bank.bill(anna, FIVE, reference, purpose="shop.repair"))
    prize = bank.prize(anna, Money.of_minor(300, "USD"), reference)
    await asyncio.gather(*(rig.deliver(prize) for _ in range(5)))
    assert await bank.balance(anna) == ("13.00", "0.00")
    lines = [(line["type"], line["purpose"]) for line in (await bank.get(anna, "/transactions"))["items"]]
    assert lines == [
        ("reward", "shop.prize"),
        ("charge", "shop.repair"),
        ("charge", "shop.bill"),
        ("credit", None),
    ]
    proof = await bank.prove()
    assert proof["platform"]["revenue:USD"] == {"amount": "7.00", "currency": "USD"}
    assert proof["fees"] == {"service:USD": {"amount": "10.00", "currency": "USD"}}


async def test_a_charge_takes_no_more_than_there_is_and_is_refused_for_good(rig: Rig, bank: Any) -> None:
    anna = await bank.user("4.99")
    charge = bank.bill(anna, FIVE, new_id())
    await rig.deliver(charge, bank.bill(new_id(), FIVE, new_id()), bank.bill(anna, Money.of_minor(5, "EUR"), new_id()))
    assert await reasons(rig) == ["insufficient_funds", "wallet_missing", "wallet_missing"]
    await bank.credit(anna, "10.00")
    await rig.deliver(charge)
    assert await bank.balance(anna) == ("14.99", "0.00")
    assert await rig.events(ChargeCompleted) == []
    await bank.prove()


async def test_a_charge_passes_the_policy_for_exits_and_a_mandatory_one_need_not(rig: Rig, bank: Any) -> None:
    anna = await bank.user("900.00")
    unsure = Money.of_minor(10_001, "USD")
    await rig.deliver(bank.bill(anna, unsure, new_id()), bank.bill(anna, unsure, new_id(), assurance=bank.sure()))
    assert await reasons(rig) == ["step_up_required"]
    await rig.request("POST", "/api/v1/wallet/exits/stop", user=anna, json={"hours": 1})
    await rig.deliver(
        bank.bill(anna, FIVE, new_id(), assurance=bank.sure()), bank.bill(anna, FIVE, new_id(), mandatory=True)
    )
    assert await reasons(rig) == ["step_up_required", "exits_stopped"]
    assert await bank.balance(anna) == ("794.99", "0.00")


@pytest.mark.parametrize(
    ("there", "left", "owed"), [("50.00", "20.00", None), ("12.00", "0.00", "18.00"), ("0", "0.00", "30.00")]
)
async def test_what_a_payer_lacks_of_a_mandatory_charge_is_owed_and_paid_by_what_comes_in(
    rig: Rig, bank: Any, there: str, left: str, owed: str | None
) -> None:
    anna, animal = await bank.user(there), new_id()
    thirty = Money.of_minor(3_000, "USD")
    charge = bank.bill(anna, thirty, new_id(), mandatory=True, livestock_id=animal, description="Hoof care")
    await asyncio.gather(*(rig.deliver(charge) for _ in range(4)))
    assert await bank.balance(anna) == (left, "0.00")
    debts = (await bank.get(anna))["debts"]
    assert [(each["description"], each["remaining"]["amount"]) for each in debts] == (
        [("Hoof care", owed)] if owed else []
    )
    told = [(event.purpose, event.livestock_id, str(event.remaining)) for event in await rig.events(DebtRecorded)]
    assert told == ([("shop.bill", animal, f"{owed} USD")] if owed else [])
    assert (await bank.prove())["platform"]["revenue:USD"]["amount"] == "30.00"
    await rig.deliver(bank.prize(anna, Money.of_minor(10_000, "USD"), new_id()), charge)
    assert (await bank.balance(anna))[0] == f"{Decimal(left) + 100 - Decimal(owed or 0):.2f}"
    assert [event.livestock_id for event in await rig.events(DebtSettled)] == ([animal] if owed else [])
    assert (await bank.get(anna))["debts"] == []
    await bank.prove()


async def test_who_has_no_wallet_owes_what_is_mandatory(rig: Rig, bank: Any) -> None:
    stranger = new_id()
    await rig.deliver(bank.bill(stranger, FIVE, new_id(), mandatory=True))
    [balance] = (await bank.get(stranger))["balances"]
    assert (balance["available"]["amount"], balance["owed"]["amount"]) == ("0.00", "5.00")
    await bank.prove()


async def test_payees_of_a_mandatory_charge_are_paid_at_once_whatever_the_payer_has(rig: Rig, bank: Any) -> None:
    anna, vet = await bank.user("1.00"), await bank.user()
    charge = bank.bill(anna, FIVE, new_id(), mandatory=True)
    shares = (charge.shares[0].model_copy(update={"payee_id": vet, "fee": None}),)
    await rig.deliver(charge.model_copy(update={"shares": shares}))
    assert (await bank.balance(anna), await bank.balance(vet)) == (("0.00", "0.00"), ("5.00", "0.00"))
    [line] = (await bank.get(vet, "/transactions"))["items"]
    assert (line["type"], line["counterparty"]) == ("earning", f"…{str(anna)[-8:]}")
    [hers] = (await bank.get(anna, "/transactions", type="charge"))["items"]
    assert (hers["available_change"]["amount"], hers["owed_change"]["amount"]) == ("-1.00", "4.00")
    await bank.prove()


async def test_what_is_mandatory_and_beyond_all_limits_is_for_people_to_look_at(rig: Rig, bank: Any) -> None:
    anna, much = await bank.user("5.00"), Money.of_minor(100_000_001, "USD")
    for request in (
        bank.bill(anna, much, new_id(), mandatory=True),
        bank.prize(anna, much, new_id()),
        bank.fine(anna, much, new_id()),
    ):
        with pytest.raises(Reject, match="purpose_limit_exceeded"):
            await rig.deliver(request)
    assert await bank.balance(anna) == ("5.00", "0.00")
