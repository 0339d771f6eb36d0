"""A barn whose events tell what happened when, and the figures that come of it."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

import httpx

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import Event, Money
from amigok_contracts.farm import LivestockOwnershipTransferred, LivestockRegistered, LivestockWeighed
from amigok_contracts.marketplace import ORDER, OrderFulfilled
from amigok_contracts.money_requests import Share
from amigok_contracts.wallet import HoldCaptured
from services.analytics.tests.fleets import hear, message

_versions = count(10)


def usd(amount: str) -> Money:
    return Money.model_validate({"amount": amount, "currency": "USD"})


def captured(purpose: str, reference: UUID, amount: str, *, payer_id: UUID, fee: str | None = None) -> HoldCaptured:
    """Money that was held for something, and is taken as a whole."""
    return HoldCaptured(
        hold_id=new_id(),
        purpose=purpose,
        reference_id=reference,
        transfer_id=new_id(),
        payer_id=payer_id,
        amount=usd(amount),
        shares=(Share(amount=usd(amount), fee=fee),),
    )


def at(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=UTC)


class Barn:
    """The figures of a service, and the events that they come from, each at a time of its own."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.farm_id, self.sheep, self.awassi = new_id(), new_id(), new_id()

    async def happens(self, *told: tuple[datetime, Event]) -> list[UUID]:
        """Lets events happen at their times, and be loaded. Returns their ids."""
        events = [event.model_copy(update={"aggregate_version": next(_versions)}) for _, event in told]
        await self.rig.deliver(*events)
        ids = [new_id() for _ in events]
        heard = zip(ids, told, events, strict=True)
        await hear(self.rig, *(message(event, id=id, at=when) for id, (when, _), event in heard))
        return ids

    def registered(self, day: str, animal: UUID, value: str, owner: UUID | None = None, kg: str = "40.00") -> Any:
        registered = LivestockRegistered(
            livestock_id=animal,
            farm_id=self.farm_id,
            farm_name="Hill Farm",
            type_name="Sheep",
            breed_name="Awassi",
            tag_number=f"EID-{animal}",
            sex="female",
            weight_kg=kg,
            value=usd(value),
            owner_id=owner,
            livestock_type_id=self.sheep,
            breed_id=self.awassi,
            date_of_birth=at("2024-03-01").date(),
            registered_at=at(day),
        )
        return at(day), registered

    def weighed(self, day: str, animal: UUID, kg: str, value: str, **corrects: UUID) -> Any:
        weighed = LivestockWeighed(
            livestock_id=animal,
            weighing_id=new_id(),
            measured_at=at(day),
            measured_kg=kg,
            weight_kg=kg,
            value=usd(value),
            supersedes_id=corrects.get("supersedes_id"),
        )
        return at(day), weighed

    def sold(
        self, day: str, animal: UUID, price: str, *, buyer: UUID, seller: UUID | None, fee: str = "0.00"
    ) -> list[Any]:
        """An order that goes through: the animal and the money change hands."""
        order, when = new_id(), at(day)
        shares = (Share(amount=_less(price, fee), payee_id=seller), Share(amount=usd(fee), fee="sale"))
        moved = LivestockOwnershipTransferred(
            livestock_id=animal,
            order_id=order,
            previous_owner_id=seller,
            owner_id=buyer,
            price=usd(price),
            transferred_at=when,
        )
        fulfilled = OrderFulfilled(reference_id=order, payer_id=buyer, shares=shares, livestock_id=animal)
        captured = HoldCaptured(
            hold_id=new_id(),
            purpose=ORDER,
            reference_id=order,
            transfer_id=new_id(),
            payer_id=buyer,
            amount=usd(price),
            shares=shares,
        )
        return [(when, moved), (when + timedelta(seconds=1), fulfilled), (when + timedelta(seconds=2), captured)]

    async def get(self, path: str, user: UUID, role: str = "investor", **params: Any) -> httpx.Response:
        return await self.rig.request("GET", f"/api/v1/{path}", user=user, role=role, params=params)


def _less(price: str, fee: str) -> Money:
    return Money.of_minor(usd(price).minor - usd(fee).minor, "USD")
