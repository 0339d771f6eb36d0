"""Searching over HTTP."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, model_validator

from amigok_chassis.money import AccountCurrency
from amigok_chassis.pagination import Page, Paged
from amigok_chassis.places import MOST_KM, Place
from amigok_chassis.schemas import In
from amigok_chassis.text import Line
from amigok_chassis.values import OneSpelling
from amigok_contracts.values import known
from marketplace.listings.price_bounds import PriceBound
from marketplace.listings.schemas import ListingOut

Sort = Literal[
    "relevance",
    "newest",
    "price",
    "-price",
    "price_per_kg",
    "-price_per_kg",
    "weight",
    "-weight",
    "age",
    "-age",
    "distance",
    "-rating",
]


def _place(text: str) -> str:
    Place.parse(text)
    return text


Said = Annotated[
    str,
    Field(max_length=200, description="Words; typing errors in unknown words are corrected", examples=["merino"]),
]
_Kilograms = Annotated[Decimal, Field(ge=0, le=10_000, decimal_places=3, examples=["40.00"]), OneSpelling]
MOST_DAYS = 36_500
_Days = Annotated[int, Field(ge=0, le=MOST_DAYS)]
_Names = Annotated[list[Annotated[Line, Field(max_length=100)]], Field(max_length=20, examples=[["Dorper"]])]
_Kilometres = Annotated[Decimal, Field(gt=0, le=MOST_KM, decimal_places=3, examples=["50"]), OneSpelling]
_Near = Annotated[str, Field(max_length=50, examples=["38.46,27.22"]), AfterValidator(_place)]
_Stars = Annotated[Decimal, Field(ge=1, le=5, decimal_places=2, examples=["4.5"]), OneSpelling]
ListingType = Literal["system_livestock", "user_resale"]


class Wanted(In):
    """What somebody looks for. All that is given must hold; of a list, one. Bounds are inclusive, and leave out animals
    of which that is not known. Prices are in the given currency.
    """

    q: Said = ""
    type_name: _Names = []
    breed_name: _Names = []
    sex: Literal["male", "female"] | None = None
    farm_id: Annotated[list[UUID], Field(max_length=20)] = []
    listing_type: ListingType | None = None
    currency: AccountCurrency = "USD"
    min_price: PriceBound | None = None
    max_price: PriceBound | None = None
    min_price_per_kg: PriceBound | None = None
    max_price_per_kg: PriceBound | None = None
    min_weight_kg: _Kilograms | None = None
    max_weight_kg: _Kilograms | None = None
    min_age_days: _Days | None = None
    max_age_days: _Days | None = None
    min_rating: Annotated[Decimal, Field(ge=1, le=5, decimal_places=2, examples=["4.5"]), OneSpelling] | None = Field(
        None, description="The seller's"
    )
    health_cleared: Annotated[bool | None, Field(description="Examined by a veterinarian in the last 90 days")] = None
    has_photos: bool | None = None
    negotiable: bool | None = None
    near: _Near | None = Field(None, description="`latitude,longitude`: shows how far away each animal is")
    within_km: _Kilometres | None = Field(None, description="At most this far from `near`")

    @model_validator(mode="after")
    def _has_a_place(self) -> Self:
        if self.near is None and self.within_km is not None:
            raise ValueError("within_km needs near")
        return self


class Filters(Wanted, Paged):
    """What somebody looks for, in which order."""

    sort: Sort = Field(
        "relevance", description="A minus reverses the order. By relevance, featured listings come first."
    )
    facets: bool = Field(True, description="Whether the first page counts what there is")
    limit: int = Field(24, ge=1, le=100, description="Rows per page")

    @model_validator(mode="after")
    def _can_be_sorted(self) -> Self:
        if self.near is None and self.sort == "distance":
            raise ValueError("the order by distance needs near")
        return self


class Hit(ListingOut):
    """An animal for sale, how far away it is, if the search names a place, and what is searched besides."""

    distance_km: Decimal | None = Field(examples=["12.403"])
    farm_id: UUID | None
    date_of_birth: date | None
    health_cleared: bool


class Value(BaseModel):
    """How many animals there are of a value. Farms have an `id`."""

    value: str = Field(examples=["Merino"])
    count: int = Field(examples=[128])
    id: UUID | None = None


class Range(BaseModel):
    """How many animals there are from a value up to, but not including, another."""

    low: str | None = Field(examples=["50"])
    high: str | None = Field(examples=["100"])
    count: int = Field(examples=[128])


class Facets(BaseModel):
    """What there is. Each facet counts as if nothing of itself were asked for.

    Of values the fifty most frequent are listed, of ranges those that have animals: prices in the currency that was
    asked for, weights in kg, ages in days. Of a yes or no the animals are counted that have it.
    """

    type_name: list[Value]
    breed_name: list[Value]
    sex: list[Value]
    farm: list[Value]
    listing_type: list[Value]
    price: list[Range]
    price_per_kg: list[Range]
    weight_kg: list[Range]
    age_days: list[Range]
    rating: list[Range]
    health_cleared: int = Field(examples=[40])
    has_photos: int = Field(examples=[95])
    negotiable: int = Field(examples=[31])


class Correction(BaseModel):
    """A word that no listing has, and the words that were searched in its place; none: nothing is like it."""

    word: str = Field(examples=["mernio"])
    searched: list[str] = Field(examples=[["merino"]])


class Found(Page[Hit]):
    """A page of what was found; `total` are all. `facets` are null where they were not asked for."""

    total: int = Field(examples=[128])
    facets: Facets | None
    corrections: list[Correction]


class Suggestion(BaseModel):
    """What somebody may want to search, with the number of listings that have it."""

    text: str = Field(examples=["Merino"])
    kind: Annotated[str, known("type", "breed", "farm", "word")]
    listings: int = Field(examples=[128])


class Suggestions(BaseModel):
    """The best first."""

    items: list[Suggestion]


class Similar(BaseModel):
    """Animals for sale that are like another one, the most alike first."""

    items: list[ListingOut]
