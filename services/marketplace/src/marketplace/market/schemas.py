"""Browsing over HTTP."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from amigok_chassis.money import AccountCurrency
from amigok_chassis.text import Line
from marketplace.listings.price_bounds import PriceBound


class Filters(BaseModel):
    """Which animals to return. Prices are in the given currency."""

    model_config = ConfigDict(extra="forbid")

    type_name: Annotated[Line, Field(max_length=100)] | None = None
    breed_name: Annotated[Line, Field(max_length=100)] | None = None
    currency: AccountCurrency = "USD"
    min_price: PriceBound | None = None
    max_price: PriceBound | None = None
    limit: int = Field(50, ge=1, le=100, description="Rows per page")
    cursor: str | None = Field(None, max_length=500, description="`next_cursor` of the page before")
