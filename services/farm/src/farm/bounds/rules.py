"""What is likely of animals of a type. Weights are relative to a reference: what an animal of its kind weighs grown.

The defaults are generous for sheep and goats and do for cattle; a type may have others.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

_GUT = Decimal("1.15")
"""A full gut, wet wool and another scale make up 15 %."""

_Days = Annotated[int, Field(strict=True, ge=1, le=3000)]


_GROWN_AFTER = 365
"""Days, for sheep and goats; what takes longer is only allowed more."""


def grown(kg: Decimal, *, age_days: int | None) -> Decimal:
    """What an animal weighs grown that weighs so much at this age: at birth it has a tenth of that."""
    if age_days is None:
        return kg
    share = Decimal("0.1") + Decimal("0.9") * min(max(age_days, 0), _GROWN_AFTER) / _GROWN_AFTER
    return kg / share


class Bounds(BaseModel):
    """The bounds of one type. What is not said keeps its default."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    litter: Annotated[int, Field(strict=True, ge=1, le=20, description="Offspring of one birth")] = 4
    birth_interval_days: Annotated[_Days, Field(description="Between two births of one dam")] = 150
    dam_age_days: Annotated[_Days, Field(description="How old a dam is at least")] = 180
    newborn_percent: Annotated[
        int, Field(strict=True, ge=1, le=100, description="Of its dam's weight, what one of the offspring weighs")
    ] = 15
    gain_permille: Annotated[
        int, Field(strict=True, ge=1, le=100, description="Of the reference, what an animal gains a day")
    ] = 10
    grown_percent: Annotated[
        int, Field(strict=True, ge=100, le=400, description="Of the reference, what an animal weighs at most")
    ] = 200
    heaviest_kg: Annotated[int, Field(strict=True, ge=1, le=5000, description="What any animal weighs at most")] = 1500

    def newborn(self, dam_kg: Decimal) -> Decimal:
        """What one of the offspring of a dam weighs at most, in kg."""
        return dam_kg * self.newborn_percent / 100

    def most(self, reference_kg: Decimal | None, *, born: date | None, on: date) -> Decimal:
        """What an animal weighs at most on a day, in kg, by its age where that is known."""
        if reference_kg is None:
            return Decimal(self.heaviest_kg)
        grown = min(reference_kg * self.grown_percent / 100, Decimal(self.heaviest_kg))
        if born is None:
            return grown
        young = reference_kg * self.newborn_percent / 100 + self.gain(reference_kg) * max((on - born).days, 0)
        return min(grown, young * _GUT)

    def gain(self, reference_kg: Decimal | None) -> Decimal:
        """What an animal gains at most, in kg a day."""
        return (reference_kg if reference_kg is not None else Decimal(self.heaviest_kg)) * self.gain_permille / 1000

    def grows(self, from_kg: Decimal, to_kg: Decimal, *, days: Decimal, reference_kg: Decimal | None) -> bool:
        """Whether an animal can weigh so much more after so many days."""
        return to_kg <= from_kg * _GUT + self.gain(reference_kg) * days
