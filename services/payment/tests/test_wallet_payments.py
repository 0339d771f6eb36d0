"""Orders that are paid from the wallet."""

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Event
from amigok_contracts.marketplace import ORDER
from amigok_contracts.money_requests import Share
from amigok_contracts.payment import REFUND, PaymentCompleted, PaymentFailed, WalletPaymentRequested
from amigok_contracts.wallet import HoldCaptured, HoldPlaced, HoldRefused, HoldReleased
from services.payment.tests.conftest import PRICE, Order, Payer


def held(order: Order) -> dict[str, Event]:
    """The events about an order, by a short name."""
    of: dict[str, Any] = {"purpose": ORDER, "reference_id": order.id, "payer_id": order.buyer, "amount": PRICE}
    held: dict[str, Any] = {**of, "hold_id": new_id()}
    captured = HoldCaptured(**held, transfer_id=new_id(), shares=(Share(amount=PRICE, payee_id=order.seller),))
    return {
        "placed": order.placed(),
        "cancelled": order.cancelled(),
        "completed": order.completed(),
        "held": HoldPlaced(**held, expires_at=clock.now()),
        "refused": HoldRefused(**of, reason="insufficient_funds"),
        "released": HoldReleased(**held, reason="transfer_refused"),
        "captured": captured,
    }


STORIES = {
    ("placed", "held"): "processing",
    ("placed", "held", "captured", "completed"): "completed",
    ("placed", "refused", "cancelled"): "cancelled",
    ("placed", "held", "released", "cancelled"): "cancelled",
    ("placed", "cancelled"): "cancelled",
}


@pytest.mark.parametrize(("story", "state"), STORIES.items())
async def test_the_payment_ends_as_the_wallet_says_whatever_is_heard_first(
    rig: Rig, payer: Payer, story: Sequence[str], state: str
) -> None:
    for order_of_hearing in permutations(story):
        order = Order(payer.id, pay_with="wallet")
        events = [held(order)[name] for name in order_of_hearing]
        await rig.deliver(*events, *events)
        [row] = await rig.db.fetch("SELECT state, provider, amount FROM payments WHERE order_id = $1", order.id)
        assert dict(row) == {"state": state, "provider": "wallet", "amount": 24_000}, order_of_hearing
        completed = [each for each in await rig.events(PaymentCompleted) if each.order_id == order.id]
        failed = [each for each in await rig.events(PaymentFailed) if each.order_id == order.id]
        assert len(completed) == (state == "completed")
        assert len(failed) == 1 if state == "cancelled" else len(failed) <= 1


async def test_the_wallet_is_asked_to_pay_an_order_that_waits(rig: Rig, payer: Payer) -> None:
    order = Order(payer.id)
    await rig.deliver(order.placed())
    begun = await payer.pay(order, method="wallet", status=202)
    assert (begun["state"], begun["provider"]) == ("created", "wallet")
    [asked] = await rig.events(WalletPaymentRequested)
    assert (str(asked.payment_id), asked.order_id, asked.amount) == (begun["id"], order.id, PRICE)
    assert (await payer.pay(order, status=409))["code"] == "payment_under_way"
    await rig.deliver(*(held(order)[name] for name in ("held", "captured", "completed")))
    assert (await payer.get(begun))["state"] == "completed"


async def test_what_the_wallet_does_for_an_order_paid_by_card_makes_no_payment(rig: Rig, payer: Payer) -> None:
    order = Order(payer.id)
    await rig.deliver(*(held(order)[name] for name in ("placed", "held", "captured", "completed")))
    assert await rig.db.fetch("SELECT FROM payments") == []


async def test_holds_for_other_purposes_do_not_move_an_orders_payment(rig: Rig, payer: Payer) -> None:
    order = Order(payer.id, pay_with="wallet")
    await rig.deliver(order.placed())
    for event in held(order).values():
        if isinstance(event, HoldPlaced | HoldRefused | HoldReleased | HoldCaptured):
            await rig.deliver(event.model_copy(update={"purpose": REFUND}))
    [payment] = (await payer.ask("GET", "payments/history", 200))["items"]
    assert payment["state"] == "created"
