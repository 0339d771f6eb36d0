from collections.abc import AsyncIterator, Callable
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running
from amigok_contracts import Event, Money
from amigok_contracts.marketplace import OrderCompleted, OrderPlaced
from payment.main import service


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


class Order:
    """The marketplace's side of one order."""

    def __init__(
        self, *, buyer: UUID | None = None, seller: UUID | None = None, price: int = 24_000, fee: int = 600,
        currency: str = "USD", title: str = "Dorper ewe",
    ) -> None:  # fmt: skip
        self.id, self.buyer, self.seller = new_id(), buyer or new_id(), seller
        self.price, self.fee = Money.of_minor(price, currency), Money.of_minor(fee, currency)
        self.about = {"order_id": self.id, "listing_id": new_id(), "livestock_id": new_id(), "price": self.price}
        self.title = title

    @property
    def placed(self) -> Event:
        return OrderPlaced(
            **self.about, buyer_id=self.buyer, seller_id=self.seller, fee=self.fee, title=self.title
        )  # fmt: skip

    @property
    def completed(self) -> Event:
        return OrderCompleted(**self.about)


@pytest.fixture
def order() -> Callable[..., Any]:
    return Order
