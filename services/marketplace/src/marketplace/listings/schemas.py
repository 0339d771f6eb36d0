"""Listings over HTTP."""

from decimal import Decimal
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from amigok_chassis import clock
from amigok_chassis.money import MoneyIn
from amigok_chassis.pagination import Paged
from amigok_chassis.schemas import In, Out, Version
from amigok_chassis.text import Line, Prose
from amigok_chassis.values import IsoDate, OneSpelling
from amigok_contracts import Money
from amigok_contracts.farm import Block
from amigok_contracts.values import known
from marketplace.animals.models import Animal
from marketplace.fees.rules import listing_type
from marketplace.listings.errors import State
from marketplace.listings.models import Listing

Title = Annotated[Line, Field(max_length=120)]
Description = Annotated[Prose, Field(max_length=2_000)]


class OfferIn(BaseModel):
    """An animal for sale. The default title is its breed, type and tag; with `negotiable` buyers may make offers.

    With `fee_basis_points` it is offered only if that is the platform's current fee.
    """

    model_config = ConfigDict(extra="forbid")

    price: MoneyIn
    title: Title = ""
    description: Description = ""
    negotiable: bool = Field(False, strict=True)
    fee_basis_points: int | None = Field(None, ge=0, le=10_000)


class PlatformOfferIn(OfferIn):
    """An animal that belongs to the platform, for sale."""

    livestock_id: UUID


class NewAnimalIn(In):
    """An animal from outside. The farm registers it, or says why not."""

    farm_id: UUID
    breed_id: UUID
    tag_number: Annotated[Line, Field(min_length=1, max_length=50)]
    unique_id_card: Annotated[Line, Field(min_length=1, max_length=100)]
    eid: Annotated[Line, Field(max_length=30)] | None = None
    sex: Literal["male", "female"]
    date_of_birth: IsoDate | None = None
    weight_kg: Annotated[Decimal, Field(gt=0, le=5_000, decimal_places=2), OneSpelling]
    price_per_kg: MoneyIn


class PlatformListingIn(OfferIn):
    """An animal of the platform, for sale: one that the farm has, or one from outside, which the farm registers."""

    livestock_id: UUID | None = None
    animal: NewAnimalIn | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.livestock_id is None) == (self.animal is None):
            raise ValueError("name either livestock_id or animal")
        return self


class ListingChangeIn(In):
    """What a listing says from now on, all of it, and the version that you have read."""

    version: Version
    price: MoneyIn
    title: Annotated[Title, Field(min_length=1)]
    description: Description
    negotiable: bool


class FeaturedIn(In):
    """Whether the market shows a listing before others."""

    featured: bool = Field(strict=True)


class ListingOut(BaseModel):
    """An animal for sale, with what the farm says about it. If it is not `sellable`, nobody can buy it for now.

    The buyer pays the `price`, of which the seller pays the `fee` to the platform. `fee_basis_points`, in hundredths of
    a per cent of the price, never changes. The price does only with `version`. `photos` are the paths of the farm's
    pictures, the cover first. What the farm says is empty in a draft.
    """

    id: UUID
    livestock_id: UUID
    listing_type: Literal["system_livestock", "user_resale"]
    title: str
    description: str
    price: Money
    fee: Money
    fee_basis_points: int
    negotiable: bool
    featured: bool
    views: int
    version: int
    state: State
    type_name: str
    breed_name: str
    farm_name: str
    tag_number: str
    sex: Annotated[str, known("female", "male")]
    weight_kg: Decimal
    sellable: bool
    blocks: list[Block]
    photos: list[str] = Field(
        examples=[
            ["/api/v1/livestock/0199a3c0-7e4e-7d33-b111-0a8d6c1b2f01/photos/0199a3c0-7e4e-7d33-b111-0a8d6c1b2f02"]
        ]
    )
    created_at: AwareDatetime
    expires_at: AwareDatetime | None

    @classmethod
    def of(cls, listing: Listing, animal: Animal) -> Self:
        blocks = animal.blocked(clock.now())
        return cls.model_validate(
            {
                **{name: getattr(listing, name) for name in _OF_LISTING},
                **{name: getattr(animal, name) for name in _OF_ANIMAL},
                "price": listing.money,
                "fee": listing.fee,
                "listing_type": listing_type(listing.seller_id),
                "sellable": not blocks,
                "blocks": blocks,
                "photos": animal.photo_paths,
            }
        )


_OF_LISTING = (
    "id",
    "livestock_id",
    "title",
    "description",
    "fee_basis_points",
    "negotiable",
    "featured",
    "views",
    "version",
    "state",
    "created_at",
    "expires_at",
)
_OF_ANIMAL = ("type_name", "breed_name", "farm_name", "tag_number", "sex", "weight_kg")


class ListingForAdminOut(ListingOut):
    """A listing as administrators see it. `refusal` is the code by which the farm did not register a draft's animal."""

    seller_id: UUID | None
    refusal: str | None = Field(examples=["tag_number_taken"])


class ListingFilters(Paged):
    """Which listings administrators look for."""

    state: State | None = None
    seller_id: UUID | None = None
    livestock_id: UUID | None = None
    featured: bool | None = None


class ListingPriceOut(Out):
    """What an animal cost from a version of its listing on."""

    version: int
    price: Money
    set_at: AwareDatetime
