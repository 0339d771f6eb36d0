"""Prices over HTTP."""

from datetime import datetime
from uuid import UUID

from amigok_chassis.money import MoneyIn
from amigok_chassis.schemas import In, LongName, Out
from amigok_contracts import Money
from farm.livestock.schemas import PricePerKg


class PriceIn(In):
    """A new price per kg, the price that it replaces, and the reason."""

    price_per_kg: PricePerKg
    expected_price_per_kg: MoneyIn
    reason: LongName


class PriceOut(Out):
    """A price per kg, valid until the next price."""

    price_per_kg: Money
    since: datetime


class PriceDetails(PriceOut):
    """What administrators see in addition. Both are null for the price at registration."""

    set_by: UUID | None
    reason: str | None
