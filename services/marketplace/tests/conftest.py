from collections.abc import AsyncIterator
from decimal import Decimal
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running
from amigok_contracts import Event, Money
from amigok_contracts.farm import (
    LivestockOwnershipTransferred,
    LivestockRegistered,
    LivestockReturnRefused,
    LivestockTransferRefused,
)
from amigok_contracts.marketplace import ORDER, OrderPlaced
from amigok_contracts.payment import PaymentCompleted, WalletPaymentRequested
from amigok_contracts.wallet import HoldCaptured, HoldPlaced, HoldRefused, HoldReleased
from marketplace.main import service

PATH = "/api/v1/marketplace"


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with running(service) as rig:
        yield rig


class Saga:
    """The other services' side of one order."""

    def __init__(self, placed: OrderPlaced) -> None:
        self.order = placed
        self.hold: dict[str, Any] = {
            "purpose": ORDER,
            "reference_id": placed.order_id,
            "payer_id": placed.buyer_id,
            "amount": placed.price,
        }

    def hold_placed(self) -> Event:
        return HoldPlaced(**self.hold, hold_id=new_id(), expires_at=clock.now())

    def hold_refused(self, reason: str = "insufficient_funds") -> Event:
        return HoldRefused(**self.hold, reason=reason)

    def hold_released(self, reason: str = "expired") -> Event:
        return HoldReleased(**self.hold, hold_id=new_id(), reason=reason)

    def transferred(self) -> Event:
        return LivestockOwnershipTransferred(
            livestock_id=self.order.livestock_id,
            aggregate_version=2,
            order_id=self.order.order_id,
            previous_owner_id=self.order.seller_id,
            owner_id=self.order.buyer_id,
            price=self.order.price,
            transferred_at=clock.now(),
        )

    def returned(self, return_id: UUID) -> Event:
        """The animal is the seller's again."""
        return LivestockOwnershipTransferred(
            livestock_id=self.order.livestock_id,
            aggregate_version=3,
            order_id=self.order.order_id,
            previous_owner_id=self.order.buyer_id,
            owner_id=self.order.seller_id,
            price=self.order.price,
            transferred_at=clock.now(),
            return_id=return_id,
        )

    def return_refused(self, return_id: UUID, *reasons: str) -> Event:
        return LivestockReturnRefused(
            livestock_id=self.order.livestock_id,
            order_id=self.order.order_id,
            return_id=return_id,
            reasons=reasons or ("deceased",),
        )

    def transfer_refused(self, *reasons: str) -> Event:
        return LivestockTransferRefused(
            livestock_id=self.order.livestock_id, order_id=self.order.order_id, reasons=reasons or ("not_owner",)
        )

    def captured(self) -> Event:
        return HoldCaptured(**self.hold, hold_id=new_id(), transfer_id=new_id(), shares=())

    def paid(self, **changes: Any) -> Event:
        """A payment by card for the order."""
        about: dict[str, Any] = {"user_id": self.order.buyer_id, "amount": self.order.price, "provider": "stripe"}
        about |= {"payment_id": new_id(), "purpose": "order", "order_id": self.order.order_id}
        return PaymentCompleted(**about | changes)

    def wallet_payment_requested(self, **changes: Any) -> Event:
        about: dict[str, Any] = {"user_id": self.order.buyer_id, "amount": self.order.price, "payment_id": new_id()}
        return WalletPaymentRequested(**about | {"order_id": self.order.order_id} | changes)


class Market:
    """What the farm, sellers, buyers and administrators do."""

    path = PATH
    price = {"amount": "240.00", "currency": "USD"}

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.admin = new_id()

    def registered(self, owner: UUID | None = None) -> LivestockRegistered:
        animal = new_id()
        return LivestockRegistered(
            livestock_id=animal,
            aggregate_version=1,
            farm_id=new_id(),
            farm_name="Hill Farm",
            type_name="sheep",
            breed_name="Merino",
            tag_number=f"T{animal.hex[-6:]}",
            sex="female",
            weight_kg=Decimal("62.5"),
            value=Money.of_minor(24_000, "USD"),
            owner_id=owner,
        )

    async def animal(self, owner: UUID | None = None) -> UUID:
        event = self.registered(owner)
        await self.rig.deliver(event)
        return event.livestock_id

    async def listed(self, owner: UUID | None = None, **body: Any) -> UUID:
        livestock_id = await self.animal(owner)
        answer = await self.offer(livestock_id, owner, **body)
        assert answer.status_code == 201, answer.text
        return livestock_id

    async def offer(self, livestock_id: UUID, owner: UUID | None, **body: Any) -> httpx.Response:
        """As the owner, or for the platform as an administrator."""
        body = {"price": self.price} | body
        if owner is None:
            path, body = "/api/v1/admin/marketplace/livestock", body | {"livestock_id": str(livestock_id)}
            return await self.rig.request("POST", path, user=self.admin, role="admin", json=body)
        return await self.rig.request("POST", f"{PATH}/my-livestock/{livestock_id}/list", user=owner, json=body)

    async def listing_of(self, livestock_id: UUID) -> str:
        """The id of the newest listing of an animal, whatever its state; of one that has none, any id."""
        query = "SELECT id FROM listings WHERE livestock_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1"
        return str(next((row["id"] for row in await self.rig.db.fetch(query, livestock_id)), new_id()))

    async def price_of(self, livestock_id: UUID) -> dict[str, Any]:
        """What the newest listing of an animal costs; of one that has none, any price."""
        query = "SELECT price, currency FROM listings WHERE livestock_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1"
        prices = [Money.of_minor(row["price"], row["currency"]) for row in await self.rig.db.fetch(query, livestock_id)]
        return next((price.model_dump(mode="json") for price in prices), self.price)

    async def buy(self, livestock_id: UUID, buyer: UUID, **kwargs: Any) -> httpx.Response:
        """As a buyer who has just seen the listing; `json` may say how they pay, or more."""
        body = kwargs.pop("json", None) or {}
        if isinstance(body, dict):
            seen = {"listing_id": await self.listing_of(livestock_id), "price": await self.price_of(livestock_id)}
            body = seen | body
        return await self.rig.request("POST", f"{PATH}/livestock/{livestock_id}/buy", user=buyer, json=body, **kwargs)

    async def saga_of(self, livestock_id: UUID, buyer: UUID, **kwargs: Any) -> tuple[Saga, str]:
        """A purchase, and the id of its order."""
        answer = await self.buy(livestock_id, buyer, **kwargs)
        assert answer.status_code == 202, answer.text
        return Saga((await self.rig.events(OrderPlaced))[-1]), answer.json()["id"]

    async def confirm(self, saga: Saga) -> httpx.Response:
        """As the buyer, who has what they bought."""
        path = f"{PATH}/orders/{saga.order.order_id}/confirm"
        return await self.rig.request("POST", path, user=saga.order.buyer_id)

    async def escrowed(self, seller: UUID | None = None, buyer: UUID | None = None) -> Saga:
        """A user's animal that another has bought; its price is in escrow."""
        saga, _ = await self.saga_of(await self.listed(seller or new_id()), buyer or new_id())
        await self.rig.deliver(saga.hold_placed(), saga.transferred())
        return saga

    async def order_of(self, order_id: str, reader: UUID) -> dict[str, Any]:
        order: dict[str, Any] = (await self.rig.request("GET", f"{PATH}/orders/{order_id}", user=reader)).json()
        return order

    async def shown(self, **params: Any) -> list[dict[str, Any]]:
        """The first page of the market."""
        answer = await self.rig.request("GET", f"{PATH}/livestock", params=params)
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items


@pytest.fixture
def market(rig: Rig) -> Market:
    return Market(rig)
