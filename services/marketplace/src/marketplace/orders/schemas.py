"""Orders over HTTP."""

from typing import Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from amigok_chassis.money import MoneyIn
from amigok_contracts import Money
from amigok_contracts.marketplace import CancelReason
from marketplace.orders.models import Order, PayWith


class BuyIn(BaseModel):
    """The listing that the buyer saw, its price, and how they pay: from the wallet now, or by a payment for
    the order that follows."""

    model_config = ConfigDict(extra="forbid")

    listing_id: UUID
    price: MoneyIn
    pay_with: PayWith = "wallet"


class OrderOut(BaseModel):
    """A purchase and its progress. `reason` is a stable code that says why it was cancelled.

    Neither side learns about the other's account: sellers read `not_paid` if the price was never held. An order with
    `pay_by` waits for a payment until then.
    """

    id: UUID
    listing_id: UUID
    livestock_id: UUID
    side: Literal["buyer", "seller", "administrator"]
    price: Money
    fee: Money
    pay_with: PayWith
    state: Literal["pending", "confirmed", "fulfilled", "completed", "cancelled"]
    reason: CancelReason | None
    placed_at: AwareDatetime
    pay_by: AwareDatetime | None
    ended_at: AwareDatetime | None

    @classmethod
    def of(cls, order: Order, *, side: Literal["buyer", "seller", "administrator"] = "buyer") -> Self:
        return cls.model_validate(
            {
                **{name: getattr(order, name) for name in _OF_ORDER},
                "price": order.money,
                "fee": order.fee_money,
                "side": side,
                "pay_by": order.deadline if order.unpaid else None,
                "reason": {"buyer": order.reason_for_buyer, "seller": order.reason_for_seller}.get(side, order.reason),
            }
        )


_OF_ORDER = ("id", "listing_id", "livestock_id", "pay_with", "state", "placed_at", "ended_at")
