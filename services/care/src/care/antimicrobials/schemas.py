"""The use of antimicrobials over HTTP."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from amigok_chassis.schemas import Out


class UseOut(Out):
    """How many milligrams of active substance of a class were given, and how many for each kilogram of animal."""

    antimicrobial_class: str
    milligrams: Decimal
    mg_per_kg: Decimal | None


class FarmUseOut(Out):
    """The use of a farm in a quarter. `kilograms` is what its animals weighed together on the day `measured_on`."""

    farm_id: UUID
    year: int
    quarter: int
    kilograms: Decimal | None
    measured_on: date | None
    items: list[UseOut]
