"""Prices over HTTP."""

from datetime import datetime
from uuid import UUID

from amigok_chassis.money import MoneyIn
from amigok_contracts import Money
from farm.schemas import In, LongName, Out, PricePerKg


class PriceIn(In):
    """A new price per kg, the one that it replaces, and why."""

    price_per_kg: PricePerKg
    expected_price_per_kg: MoneyIn
    reason: LongName


class PriceOut(Out):
    """A price per kg, valid until the next one."""

    price_per_kg: Money
    since: datetime


class PriceDetails(PriceOut):
    """What administrators see besides; both are null for the price of the registration."""

    set_by: UUID | None
    reason: str | None
