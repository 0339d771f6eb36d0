"""Prices between which people look for animals."""

from decimal import Decimal
from math import ceil, floor
from typing import Annotated

from pydantic import Field

from amigok_chassis.values import OneSpelling
from amigok_contracts import digits

PriceBound = Annotated[Decimal, Field(ge=0, le=Decimal(10) ** 12, decimal_places=12, examples=["240.00"]), OneSpelling]


def in_minor_units(low: Decimal | None, high: Decimal | None, currency: str) -> tuple[int | None, int | None]:
    """The bounds in minor units, rounded inwards."""
    places = digits(currency)
    return (
        None if low is None else ceil(low.scaleb(places)),
        None if high is None else floor(high.scaleb(places)),
    )
