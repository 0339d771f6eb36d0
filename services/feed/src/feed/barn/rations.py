"""What a meal comes to for an animal, and what of it is drawn from stock."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from amigok_chassis.text import comparable
from feed.animals.models import Animal
from feed.lots.schemas import LONGEST_INGREDIENT
from feed.packages.models import PackageVersion

Shares = Sequence[tuple[str, Decimal]]
Basis = Literal["measured", "estimated", "unknown"]

GRAM = Decimal("0.001")


@dataclass(frozen=True)
class Ration:
    """What a meal comes to, in kg; null where nobody knows. `basis` is null where it does not depend on a weight."""

    kg: Decimal | None
    basis: Basis | None = None
    weight_kg: Decimal | None = None

    @property
    def is_estimated(self) -> bool:
        return self.basis == "estimated"


def ration_of(version: PackageVersion | None, animal: Animal | None, at: datetime) -> Ration:
    """What a meal of this version comes to for the animal at a time."""
    if version is None or version.ration_percent is None:
        return Ration(None if version is None else version.meal_kg(None))
    weight = animal.weight(at) if animal is not None else None
    if weight is None:
        return Ration(None, "unknown")
    kg, is_estimated = weight
    return Ration(version.meal_kg(kg), "estimated" if is_estimated else "measured", kg)


def shares_of(version: PackageVersion) -> Shares:
    """The ingredients of a version as stock knows them, each with its share."""
    return [(_key(each["name"]), Decimal(str(each["share_percent"]))) for each in version.ingredients]


def parts(shares: Shares, kg: Decimal) -> Iterator[tuple[str, Decimal]]:
    """The ingredients of so many kg, by their shares; to the gram, and the last one gets what rounding leaves."""
    if not shares:
        return
    whole, left = sum(share for _, share in shares), kg
    for name, share in shares[:-1]:
        part = min((kg * share / whole).quantize(GRAM, ROUND_HALF_UP), left)
        left -= part
        yield name, part
    yield shares[-1][0], left


def _key(name: str) -> str:
    """The ingredient as stock knows it."""
    return (comparable(name) or name)[:LONGEST_INGREDIENT]
