"""Browsing over HTTP."""

from typing import Annotated

from pydantic import Field

from amigok_chassis.money import AccountCurrency
from amigok_chassis.pagination import Paged
from amigok_chassis.text import Line
from marketplace.listings.price_bounds import PriceBound


class Filters(Paged):
    """Which animals to return. Prices are in the given currency."""

    type_name: Annotated[Line, Field(max_length=100)] | None = None
    breed_name: Annotated[Line, Field(max_length=100)] | None = None
    currency: AccountCurrency = "USD"
    min_price: PriceBound | None = None
    max_price: PriceBound | None = None
