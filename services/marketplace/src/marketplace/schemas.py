"""What clients send and get."""

from decimal import Decimal
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from amigok_chassis import clock
from amigok_chassis.money import AccountCurrency, MoneyIn
from amigok_chassis.text import Line, Prose
from amigok_chassis.values import OneSpelling
from amigok_contracts import Money
from amigok_contracts.farm import Block
from marketplace.models import Animal, Listing, Order, PayWith

Title = Annotated[Line, Field(max_length=120)]
Description = Annotated[Prose, Field(max_length=2_000)]


class OfferIn(BaseModel):
    """An animal for sale; without a title it is called by breed, type and tag.

    With `fee_basis_points` it is offered only if that is the platform's fee, as the seller believes.
    """

    model_config = ConfigDict(extra="forbid")

    price: MoneyIn
    title: Title = ""
    description: Description = ""
    fee_basis_points: int | None = Field(None, ge=0, le=10_000)


class BuyIn(BaseModel):
    """The listing that the buyer saw, with its price if they state it, and how they pay: from the wallet at once, or by
    a payment for the order that follows."""

    model_config = ConfigDict(extra="forbid")

    listing_id: UUID
    price: MoneyIn | None = None
    pay_with: PayWith = "wallet"


class PlatformOfferIn(OfferIn):
    """An animal of the platform's own for sale."""

    livestock_id: UUID


class UnderpricedOffer(PlatformOfferIn):
    """What an administrator proposes, with the most that the animal was worth; null: not known."""

    value: Money | None


class FeeOut(BaseModel):
    """What the platform takes of a sale, in hundredths of a per cent of the price: 250 are 2.5 %."""

    basis_points: int


class ListingOut(BaseModel):
    """An animal for sale, with what the farm says of it. Unless it is `sellable`, nobody can buy it for now.

    A listing's price and fee never change; `fee_basis_points` is in hundredths of a per cent of the price.
    """

    id: UUID
    livestock_id: UUID
    listing_type: Literal["system_livestock", "user_resale"]
    title: str
    description: str
    price: Money
    fee_basis_points: int
    state: str
    type_name: str
    breed_name: str
    farm_name: str
    tag_number: str
    sex: str
    weight_kg: Decimal
    sellable: bool
    blocks: list[Block]
    created_at: AwareDatetime

    @classmethod
    def of(cls, listing: Listing, animal: Animal) -> Self:
        blocks = animal.blocked(clock.now())
        return cls.model_validate(
            {
                **{name: getattr(listing, name) for name in _OF_LISTING},
                **{name: getattr(animal, name) for name in _OF_ANIMAL},
                "price": listing.money,
                "listing_type": "user_resale" if listing.seller_id else "system_livestock",
                "sellable": not blocks,
                "blocks": blocks,
            }
        )


_OF_LISTING = ("id", "livestock_id", "title", "description", "fee_basis_points", "state", "created_at")
_OF_ANIMAL = ("type_name", "breed_name", "farm_name", "tag_number", "sex", "weight_kg")


class OrderOut(BaseModel):
    """A purchase and how far it is. `reason` says why it was cancelled, as a stable code.

    Neither side learns of the other's account: sellers read `not_paid` if the price was never held. One that is
    `pending` with `pay_with` `payment` waits for a payment until `pay_by`.
    """

    id: UUID
    listing_id: UUID
    livestock_id: UUID
    side: Literal["buyer", "seller", "administrator"]
    price: Money
    fee: Money
    pay_with: PayWith
    state: Literal["pending", "confirmed", "fulfilled", "completed", "cancelled"]
    reason: str | None
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


_Price = Annotated[Decimal, Field(ge=0, le=Decimal(10) ** 12), OneSpelling]


class Filters(BaseModel):
    """What to look for on the market. Prices are in the given currency."""

    model_config = ConfigDict(extra="forbid")

    type_name: Annotated[Line, Field(max_length=100)] | None = None
    breed_name: Annotated[Line, Field(max_length=100)] | None = None
    currency: AccountCurrency = "USD"
    min_price: _Price | None = None
    max_price: _Price | None = None
    limit: int = Field(50, ge=1, le=100, description="Rows per page")
    cursor: str | None = Field(None, max_length=500, description="`next_cursor` of the page before")
