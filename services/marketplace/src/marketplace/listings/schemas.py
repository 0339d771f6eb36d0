"""Listings over HTTP."""

from decimal import Decimal
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from amigok_chassis import clock
from amigok_chassis.money import MoneyIn
from amigok_chassis.text import Line, Prose
from amigok_contracts import Money
from amigok_contracts.farm import Block
from amigok_contracts.values import known
from marketplace.animals.models import Animal
from marketplace.listings.models import Listing

Title = Annotated[Line, Field(max_length=120)]
Description = Annotated[Prose, Field(max_length=2_000)]


class OfferIn(BaseModel):
    """An animal for sale. The default title is its breed, type and tag.

    With `fee_basis_points` it is offered only if that is the platform's current fee.
    """

    model_config = ConfigDict(extra="forbid")

    price: MoneyIn
    title: Title = ""
    description: Description = ""
    fee_basis_points: int | None = Field(None, ge=0, le=10_000)


class PlatformOfferIn(OfferIn):
    """An animal that belongs to the platform, for sale."""

    livestock_id: UUID


class FeeOut(BaseModel):
    """The platform's fee on a sale, in hundredths of a per cent of the price: 250 means 2.5 %."""

    basis_points: int


class ListingOut(BaseModel):
    """An animal for sale, with what the farm says about it. If it is not `sellable`, nobody can buy it for now.

    A listing's price and fee never change; `fee_basis_points` is in hundredths of a per cent of the price.
    """

    id: UUID
    livestock_id: UUID
    listing_type: Literal["system_livestock", "user_resale"]
    title: str
    description: str
    price: Money
    fee_basis_points: int
    state: Literal["active", "reserved", "sold", "removed"]
    type_name: str
    breed_name: str
    farm_name: str
    tag_number: str
    sex: Annotated[str, known("female", "male")]
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
