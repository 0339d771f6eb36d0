"""Orders over HTTP."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from amigok_chassis.money import MoneyIn
from amigok_contracts import Money
from amigok_contracts.marketplace import CancelReason
from marketplace.orders.deliveries import Delivery
from marketplace.orders.errors import OrderState
from marketplace.orders.models import Actor, Order, PayWith

Side = Literal["buyer", "seller", "administrator"]
What = Literal[
    "place",
    "confirm",
    "fulfil",
    "escrow",
    "receive",
    "contest",
    "answer",
    "decide",
    "reopen",
    "resume",
    "release",
    "undo",
    "complete",
    "cancel",
    "abandon",
]


class BuyIn(BaseModel):
    """The listing that the buyer saw, its price, and how they pay: from the wallet now, or by a payment for the order
    that follows. `delivery` is for the seller, once the price is held."""

    model_config = ConfigDict(extra="forbid")

    listing_id: UUID
    price: MoneyIn
    pay_with: PayWith = "wallet"
    delivery: Delivery | None = None


class OrderStep(BaseModel):
    """What happened to an order, by which side, and when. `platform`: services or time did it."""

    what: What
    by: Actor
    at: AwareDatetime


class OrderOut(BaseModel):
    """A purchase and its progress. `reason` is a stable code that says why it was cancelled.

    Neither side learns about the other's account: sellers read `not_paid` if the price was never held. An order with
    `pay_by` waits for a payment until then. In escrow the price goes to the seller at `escrow_until`, unless the buyer
    confirms before or complains. `paid` is what is captured of the price. `delivery` is what the buyer has told the
    seller, who reads it once the price is held; it is in the answer about a single order only.
    """

    id: UUID
    number: Annotated[str, Field(examples=["7K3F-92QX-M4T5"])]
    listing_id: UUID
    livestock_id: UUID
    side: Side
    price: Money
    fee: Money
    pay_with: PayWith
    state: OrderState
    reason: CancelReason | None
    placed_at: AwareDatetime
    pay_by: AwareDatetime | None
    escrow_until: AwareDatetime | None
    paid: Money | None
    ended_at: AwareDatetime | None
    timeline: list[OrderStep]
    delivery: Delivery | None

    @classmethod
    def of(cls, order: Order, *, side: Side = "buyer", delivery: Delivery | None = None) -> Self:
        return cls.model_validate(
            {
                **{name: getattr(order, name) for name in _OF_ORDER},
                "price": order.money,
                "fee": order.fee_money,
                "paid": order.paid_money,
                "side": side,
                "pay_by": order.deadline if order.unpaid else None,
                "reason": {"buyer": order.reason_for_buyer, "seller": order.reason_for_seller}.get(side, order.reason),
                "timeline": order.timeline_for_seller if side == "seller" else order.timeline,
                "delivery": delivery,
            }
        )


_OF_ORDER = (
    "id",
    "number",
    "listing_id",
    "livestock_id",
    "pay_with",
    "state",
    "placed_at",
    "escrow_until",
    "ended_at",
)
