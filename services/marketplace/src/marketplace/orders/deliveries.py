"""Where an animal is to be delivered, and what the buyer asks for: sealed, for the parties only, in no event or log."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import update

from amigok_chassis.sealing import derive, seal, unseal
from amigok_chassis.text import Prose
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.orders.models import Order

_PURPOSE = "deliveries of orders"


class Delivery(BaseModel):
    """What the buyer tells the seller about delivery."""

    model_config = ConfigDict(extra="forbid")

    address: Annotated[Prose, Field(max_length=500)] = ""
    notes: Annotated[Prose, Field(max_length=1_000)] = ""


def sealed(db: UnitOfWork, delivery: Delivery | None, *, order_id: UUID) -> bytes | None:
    """Seals what was told, for this order only."""
    if delivery is None or not (delivery.address or delivery.notes):
        return None
    return seal(derive(db.data_key, _PURPOSE), delivery.model_dump_json().encode(), bound=_place(order_id))


def opened(db: UnitOfWork, order: Order) -> Delivery | None:
    """Returns what was told; None if nothing was, or if it is forgotten."""
    if order.delivery is None:
        return None
    return Delivery.model_validate_json(unseal(derive(db.data_key, _PURPOSE), order.delivery, bound=_place(order.id)))


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Erases what a buyer who is deleted has told sellers."""
    theirs = update(Order).where(Order.buyer_id == user_id, Order.delivery.is_not(None))
    await db.execute(theirs.values(delivery=None).execution_options(synchronize_session=False))


def _place(order_id: UUID) -> str:
    return f"order {order_id}"
