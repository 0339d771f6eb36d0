"""What makes a birth unlikely, so that a second person is needed."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import exists, select

from amigok_chassis.unit_of_work import UnitOfWork
from farm.births.models import Birth
from farm.births.schemas import OffspringIn
from farm.bounds.rules import Bounds
from farm.bounds.service import of_type
from farm.livestock.models import Livestock
from farm.ownership import service as ownership
from farm.staff.errors import Doubt, Why


async def find(db: UnitOfWork, dam: Livestock, *, born_at: datetime, offspring: Sequence[OffspringIn]) -> list[Doubt]:
    """Returns why this birth needs a second person, if it does. The dam must be locked."""
    bounds = await of_type(db, dam.livestock_type_id)
    doubts = _of_litter(bounds, dam, born_at, offspring)
    doubts += await _of_interval(db, bounds, dam, born_at)
    return doubts + await ownership.late(db, dam.id, born_at)


def _of_litter(bounds: Bounds, dam: Livestock, born_at: datetime, offspring: Sequence[OffspringIn]) -> list[Doubt]:
    most = bounds.newborn(dam.weight_kg)
    young = dam.date_of_birth is not None and (born_at.date() - dam.date_of_birth).days < bounds.dam_age_days
    prices = {each.price_per_kg for each in offspring} - {None, dam.price_per_kg}
    found: dict[Why, str | bool] = {
        "litter": len(offspring) > bounds.litter and f"More than {bounds.litter} offspring at once.",
        "dam_age": young and f"The dam was younger than {bounds.dam_age_days} days.",
        "newborn_weight": any(each.weight_kg > most for each in offspring) and f"More than {most:.2f} kg at birth.",
        "price": bool(prices) and "The price per kg is not the dam's.",
    }
    return [Doubt(code, str(detail)) for code, detail in found.items() if detail]


async def _of_interval(db: UnitOfWork, bounds: Bounds, dam: Livestock, born_at: datetime) -> list[Doubt]:
    interval = timedelta(days=bounds.birth_interval_days)
    near = exists().where(
        Birth.dam_id == dam.id, Birth.born_at > born_at - interval, Birth.born_at < born_at + interval
    )
    if not await db.scalar(select(near)):
        return []
    return [Doubt("interval", f"The dam gave birth less than {interval.days} days before or after.")]
