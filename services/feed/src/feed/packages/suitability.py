"""Which animals a package is for."""

from datetime import date
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from feed.packages.errors import Unfit


class Offered(Protocol):
    """A package, by whom it is for. No breeds or farms: all of them; a bound that is null is none."""

    livestock_type_ids: list[UUID]
    breed_ids: list[UUID]
    farm_ids: list[UUID]
    least_age_days: int | None
    most_age_days: int | None
    least_weight_kg: Decimal | None
    most_weight_kg: Decimal | None


class Eater(Protocol):
    """An animal. What is null is not known."""

    livestock_type_id: UUID | None
    breed_id: UUID | None
    farm_id: UUID | None
    date_of_birth: date | None


def unfit(package: Offered, animal: Eater, *, weight_kg: Decimal | None, today: date) -> list[Unfit]:
    """Why an animal of this weight cannot get the package today; empty when it can."""
    found: list[Unfit] = []
    if animal.livestock_type_id not in package.livestock_type_ids:
        found.append("type")
    if package.breed_ids and animal.breed_id not in package.breed_ids:
        found.append("breed")
    if package.farm_ids and animal.farm_id not in package.farm_ids:
        found.append("farm")
    age = None if animal.date_of_birth is None else (today - animal.date_of_birth).days
    if not _within(package.least_age_days, age, package.most_age_days):
        found.append("age_unknown" if age is None else "age")
    if not _within(package.least_weight_kg, weight_kg, package.most_weight_kg):
        found.append("weight_unknown" if weight_kg is None else "weight")
    return found


def _within(least: Decimal | int | None, value: Decimal | int | None, most: Decimal | int | None) -> bool:
    if least is None and most is None:
        return True
    return value is not None and (least is None or least <= value) and (most is None or value <= most)
