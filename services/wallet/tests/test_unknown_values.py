"""Values that were added to open strings elsewhere move no money here: the events are for people to look at."""

from typing import Any

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Reject
from amigok_chassis.testing import Rig
from amigok_contracts import Money
from amigok_contracts.payment import (
    ChargeRequested,
    DisputeOpened,
    PaymentCompleted,
    RefundCompleted,
    RefundMadeOutside,
    RefundReturned,
    SettlementReconciled,
)
from amigok_contracts.wallet import ChargeRefused, HoldRefused

YEN = Money.of_minor(1200, "JPY")


def usd(amount: str) -> Money:
    return Money.model_validate({"amount": amount, "currency": "USD"})


def about(user: Any, **more: Any) -> dict[str, Any]:
    return {"payment_id": new_id(), "user_id": user, "amount": usd("10.00"), "provider": "stripe", **more}


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ({"destination": "voucher"}, "voucher"),
        ({"charged_to": "insurer"}, "insurer"),
        ({"charged_to": "platform", "destination": "voucher"}, "voucher"),
        ({"provider": "klarna"}, "klarna"),
        ({"provider": "losses"}, "losses"),
        ({"amount": usd("10.01")}, "10.00 USD is held"),
        ({"amount": Money.of_minor(100, "EUR")}, "10.00 USD is held"),
        ({"user_id": new_id()}, "another"),
    ],
)
async def test_a_refund_of_a_kind_that_is_not_known_moves_nothing(
    rig: Rig, bank: Any, value: dict[str, Any], why: str
) -> None:
    anna = await bank.user("30.00")
    refund_id = new_id()
    await rig.deliver(bank.refund(anna, usd("10.00"), refund_id))
    told = {**about(anna), "refund_id": refund_id, "destination": "provider", "charged_to": "user"}
    with pytest.raises(Reject, match=why):
        await rig.deliver(RefundCompleted(**told | value))
    assert await bank.balance(anna) == ("20.00", "10.00")
    await rig.deliver(RefundCompleted(**told))
    returned = {**about(anna), "refund_id": refund_id, "made_outside": False, "reason": "failed"}
    with pytest.raises(Reject, match="insurer"):
        await rig.deliver(RefundReturned(**returned, charged_to="insurer"))
    assert await bank.balance(anna) == ("20.00", "0.00")
    await bank.prove()


async def test_a_provider_that_has_no_account_here_moves_nothing(rig: Rig, bank: Any) -> None:
    anna = await bank.user("30.00")
    known = about(anna)
    await rig.deliver(PaymentCompleted(**known, purpose="deposit", order_id=None))
    klarna = known | {"provider": "klarna"}
    events = (
        PaymentCompleted(**about(anna, provider="klarna"), purpose="deposit", order_id=None),
        RefundMadeOutside(**klarna, refund_id=new_id()),
        DisputeOpened(**klarna, dispute_id=new_id(), paid=usd("10.00"), order_id=None, livestock_id=None),
        SettlementReconciled(
            settlement_id=new_id(),
            provider="klarna",
            day="2026-01-01",
            gross=usd("9.00"),
            fees=usd("1.00"),
            differences=0,
            aggregate_version=3,
        ),
    )
    for event in events:
        with pytest.raises(Reject, match="klarna"):
            await rig.deliver(event)
    assert await bank.balance(anna) == ("40.00", "0.00")
    await bank.prove()


async def test_a_currency_without_accounts_is_refused_or_for_people_to_look_at(rig: Rig, bank: Any) -> None:
    anna, ben = await bank.user("30.00"), await bank.user()
    paid = about(anna)
    await rig.deliver(PaymentCompleted(**paid, purpose="deposit", order_id=None))
    dispute = {**paid, "dispute_id": new_id(), "paid": usd("10.00"), "order_id": None, "livestock_id": None}
    yen = about(anna, amount=YEN)
    events = (
        PaymentCompleted(**yen, purpose="order", order_id=new_id()),
        RefundCompleted(**yen, refund_id=new_id(), destination="provider", charged_to="platform"),
        RefundCompleted(**yen, refund_id=new_id(), destination="wallet", charged_to="platform"),
        RefundMadeOutside(**yen | {"payment_id": paid["payment_id"]}, refund_id=new_id()),
        DisputeOpened(**dispute, charged_back=YEN),
        DisputeOpened(**dispute | {"amount": YEN, "charged_back": usd("10.00")}),
        ChargeRequested(payment_id=new_id(), user_id=anna, amount=YEN, assurance=bank.sure()),
        bank.prize(anna, YEN, new_id()),
        bank.fine(anna, YEN, new_id()),
        bank.bill(anna, YEN, new_id(), mandatory=True),
    )
    for event in events:
        with pytest.raises(Reject, match="JPY"):
            await rig.deliver(event)
    order = bank.order(anna, "1200", "JPY", seller=ben, fee="0")
    await rig.deliver(order.placed(), bank.bill(anna, YEN, new_id(), assurance=bank.sure()))
    [held], [charged] = await rig.events(HoldRefused), await rig.events(ChargeRefused)
    assert (held.reason, charged.reason) == ("wallet_missing", "wallet_missing")
    with pytest.raises(Reject, match="wallet_missing"):
        await rig.deliver(order.fulfilled())
    assert await bank.balance(anna) == ("40.00", "0.00")
    await bank.prove()
