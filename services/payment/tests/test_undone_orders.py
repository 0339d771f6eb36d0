"""Orders that were undone: the price goes back to where it came from, if the buyer wants that."""

from typing import Any

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Event
from amigok_contracts.marketplace import ORDER
from amigok_contracts.marketplace_escrow import OrderUndone
from amigok_contracts.payment import RefundRequested
from amigok_contracts.wallet import HoldReleased
from services.payment.tests.conftest import Order, Payer

_KEY = {"Idempotency-Key": "refund-of-an-undone-order"}


def undone(order: Order, refund_to: str) -> list[Event]:
    """The marketplace undoes an order, and the wallet gives the price back to the buyer."""
    about: dict[str, Any] = {"purpose": ORDER, "reference_id": order.id, "payer_id": order.buyer}
    told = {"reason": "refunded", "livestock_id": order.ids["livestock_id"], "seller_id": order.seller}
    return [
        OrderUndone(**about, **told, price=order.price, refund_to=refund_to),
        HoldReleased(**about, hold_id=new_id(), amount=order.price, reason="refunded"),
    ]


@pytest.mark.parametrize("refund_to", ["provider", "wallet"])
@pytest.mark.parametrize("places", [(0, 1), (1, 0)])
async def test_the_price_goes_back_to_the_provider_once_the_wallet_has_released_it(
    rig: Rig, payer: Payer, refund_to: str, places: tuple[int, ...]
) -> None:
    order = Order(payer.id)
    await rig.deliver(order.placed())
    paid = await payer.pay(order, saved_method=await payer.saved())
    events = undone(order, refund_to)
    await rig.deliver(events[places[0]])
    assert await rig.events(RefundRequested) == []
    await rig.deliver(events[places[1]])
    await rig.deliver(*events)
    asked = [(str(each.payment_id), each.amount) for each in await rig.events(RefundRequested)]
    assert asked == ([(paid["id"], order.price)] if refund_to == "provider" else [])


async def test_who_has_the_price_in_the_wallet_refunds_the_payment_later(rig: Rig, payer: Payer) -> None:
    order = Order(payer.id)
    await rig.deliver(order.placed())
    paid = await payer.pay(order, saved_method=await payer.saved())
    await rig.deliver(*undone(order, "wallet"))
    body = {"reason": "I want it on my card"}
    refund = await payer.ask("POST", f"payments/{paid['id']}/refund", 201, json=body, headers=_KEY)
    assert refund["state"] == "requested"


async def test_what_was_paid_from_the_wallet_stays_there(rig: Rig, payer: Payer) -> None:
    order = Order(payer.id)
    await rig.deliver(order.placed(), *undone(order, "provider"))
    assert await rig.events(RefundRequested) == []
