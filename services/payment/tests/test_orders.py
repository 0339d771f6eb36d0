"""The read model of orders."""

from collections.abc import AsyncIterator
from itertools import permutations
from uuid import uuid4

import pytest

from amigok_chassis.testing import Rig, running
from amigok_contracts import Event, Money
from amigok_contracts.marketplace import OrderCancelled, OrderCompleted, OrderPlaced
from payment.main import service


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


PRICE = Money.of_minor(24_000, "USD")
ABOUT = {"order_id": uuid4(), "listing_id": uuid4(), "livestock_id": uuid4()}
PLACED = OrderPlaced(
    **ABOUT, buyer_id=uuid4(), seller_id=uuid4(), price=PRICE, fee=Money.of_minor(600, "USD"), title="Dorper ewe"
)
COMPLETED = OrderCompleted(**ABOUT, price=PRICE)
CANCELLED = OrderCancelled(**ABOUT, reference_id=ABOUT["order_id"], payer_id=PLACED.buyer_id, reason="hold_timeout")


@pytest.mark.parametrize("events", [*permutations([PLACED, COMPLETED]), *permutations([PLACED, CANCELLED])])
async def test_an_order_is_known_as_it_ended_whatever_is_heard_first(rig: Rig, events: tuple[Event, Event]) -> None:
    await rig.deliver(*events, *events)
    [order] = await rig.db.fetch("SELECT state, price, title FROM orders")
    ended = "completed" if COMPLETED in events else "cancelled"
    assert dict(order) == {"state": ended, "price": 24_000, "title": "Dorper ewe"}
