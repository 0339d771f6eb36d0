"""What is likely of animals of a type. Weights are relative to a reference: what a grown animal of its kind weighs.

The defaults are generous for sheep and goats and suit cattle; a type may have others.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

_GUT = Decimal("1.15")
"""A full gut, wet wool and another scale account for 15 %."""

_Days = Annotated[int, Field(strict=True, ge=1, le=3000)]

_GROWN_AFTER = 365
"""Days, for sheep and goats. Animals that take longer are allowed more than they need."""


def grown(kg: Decimal, *, age_days: int | None) -> Decimal:
    """Returns the grown weight of an animal that weighs `kg` at this age; at birth it weighs a tenth of that."""
    if age_days is None:
        return kg
    share = Decimal("0.1") + Decimal("0.9") * min(max(age_days, 0), _GROWN_AFTER) / _GROWN_AFTER
    return kg / share


class Bounds(BaseModel):
    """The bounds of one type. Those that are not given keep their defaults."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    litter: Annotated[int, Field(strict=True, ge=1, le=20, description="The most offspring of one birth")] = 4
    birth_interval_days: Annotated[_Days, Field(description="The least time between two births of one dam")] = 150
    dam_age_days: Annotated[_Days, Field(description="The least age of a dam")] = 180
    newborn_percent: Annotated[
        int, Field(strict=True, ge=1, le=100, description="The most that an offspring weighs, of its dam's weight")
    ] = 15
    gain_permille: Annotated[
        int, Field(strict=True, ge=1, le=100, description="The most that an animal gains a day, of the reference")
    ] = 10
    grown_percent: Annotated[
        int, Field(strict=True, ge=100, le=400, description="The most that an animal weighs, of the reference")
    ] = 200
    heaviest_kg: Annotated[int, Field(strict=True, ge=1, le=5000, description="The most that any animal weighs")] = 1500

    def newborn(self, dam_kg: Decimal) -> Decimal:
        """Returns the most that one of the offspring of a dam weighs, in kg."""
        return dam_kg * self.newborn_percent / 100

    def most(self, reference_kg: Decimal | None, *, born: date | None, on: date) -> Decimal:
        """Returns the most that an animal weighs on a day, in kg, by its age if that is known."""
        if reference_kg is None:
            return Decimal(self.heaviest_kg)
        grown = min(reference_kg * self.grown_percent / 100, Decimal(self.heaviest_kg))
        if born is None:
            return grown
        young = reference_kg * self.newborn_percent / 100 + self.gain(reference_kg) * max((on - born).days, 0)
        return min(grown, young * _GUT)

    def gain(self, reference_kg: Decimal | None) -> Decimal:
        """Returns the most that an animal gains, in kg a day."""
        return (reference_kg if reference_kg is not None else Decimal(self.heaviest_kg)) * self.gain_permille / 1000

    def grows(self, from_kg: Decimal, to_kg: Decimal, *, days: Decimal, reference_kg: Decimal | None) -> bool:
        """Whether an animal can grow from one weight to the other in this many days."""
        return to_kg <= from_kg * _GUT + self.gain(reference_kg) * days
