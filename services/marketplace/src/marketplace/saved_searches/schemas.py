"""Saved searches over HTTP."""

from decimal import Decimal
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, Field, model_validator

from amigok_chassis.money import AccountCurrency
from amigok_chassis.schemas import In, Name, Out
from amigok_chassis.text import Line
from amigok_chassis.values import OneSpelling
from marketplace.listings.price_bounds import PriceBound

_Kilograms = Annotated[Decimal, Field(ge=0, le=5_000, decimal_places=2), OneSpelling]
_Word = Annotated[Line, Field(min_length=1, max_length=100)]


class SavedSearchIn(In):
    """What you look for: all that is named must fit. You are told of each listing once."""

    name: Name = Field(examples=["Dorper ewes"])
    currency: AccountCurrency = "USD"
    type_name: _Word | None = Field(None, examples=["sheep"])
    breed_name: _Word | None = Field(None, examples=["Dorper"])
    sex: Literal["male", "female"] | None = None
    min_price: PriceBound | None = Field(None, examples=["120.00"])
    max_price: PriceBound | None = Field(None, examples=["240.00"])
    min_weight_kg: _Kilograms | None = Field(None, examples=["40.00"])
    max_weight_kg: _Kilograms | None = Field(None, examples=["80.00"])

    @model_validator(mode="after")
    def _looks_for_something(self) -> Self:
        if not self.model_dump(exclude_none=True, exclude={"name", "currency"}):
            raise ValueError("name at least one thing that you look for")
        return self


class SavedSearchOut(Out):
    """A saved search."""

    id: UUID
    name: str = Field(examples=["Dorper ewes"])
    currency: str = Field(examples=["USD"])
    type_name: str | None = Field(examples=["sheep"])
    breed_name: str | None = Field(examples=["Dorper"])
    sex: Literal["male", "female"] | None
    min_price: Decimal | None = Field(examples=["120.00"])
    max_price: Decimal | None = Field(examples=["240.00"])
    min_weight_kg: Decimal | None = Field(examples=["40.00"])
    max_weight_kg: Decimal | None = Field(examples=["80.00"])
    saved_at: AwareDatetime
