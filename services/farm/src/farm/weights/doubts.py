"""What makes a weight unlikely, so that a second person is needed."""

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ColumnElement, UnaryExpression, or_, select

from amigok_chassis.unit_of_work import UnitOfWork
from farm.bounds.rules import Bounds, grown
from farm.bounds.service import of_type
from farm.breeds.models import Breed
from farm.livestock.models import Livestock
from farm.ownership import service as ownership
from farm.staff.errors import Doubt
from farm.weights import gain
from farm.weights.models import Weighing, standing, weight_of

WINDOW = timedelta(days=30)
"""Small steps add up, so a weight is also compared with the earliest one of this many days before it."""


async def find(
    db: UnitOfWork, animal: Livestock, weight: gain.Weight, *, supersedes_id: UUID | None = None
) -> list[Doubt]:
    """Returns why this weight needs a second person, if it does. The animal must be locked."""
    bounds = await of_type(db, animal.livestock_type_id)
    reference = await _reference(db, animal)
    doubts = await ownership.late(db, animal.id, weight.at)
    if supersedes_id is not None:
        doubts.append(Doubt("correction", "It replaces another entry."))
    most = bounds.most(reference, born=animal.date_of_birth, on=weight.at.date())
    if weight.kg > most:
        doubts.append(Doubt("weight_for_age", f"Such an animal weighs at most {most:.2f} kg."))
    for neighbour in await _neighbours(db, animal.id, weight, supersedes_id):
        if not _follows(bounds, reference, *sorted((neighbour, weight))):
            doubts.append(Doubt("gain", f"It was {neighbour.kg} kg at {neighbour.at:%Y-%m-%d %H:%M} UTC."))
            break
    return doubts


def _follows(bounds: Bounds, reference: Decimal | None, first: gain.Weight, then: gain.Weight) -> bool:
    """Whether an animal can grow from the first weight to the second."""
    days = Decimal(str((then.at - first.at).total_seconds())) / 86_400
    return gain.possible(first, then) and bounds.grows(first.kg, then.kg, days=days, reference_kg=reference)


async def _neighbours(
    db: UnitOfWork, livestock_id: UUID, weight: gain.Weight, supersedes_id: UUID | None
) -> list[gain.Weight]:
    """Returns the weights just before and after this one, and the ends of the windows around it."""
    at, begin, end = Weighing.measured_at, weight.at - WINDOW, weight.at + WINDOW
    entries = standing(livestock_id)
    if supersedes_id is not None:
        entries = entries.where(Weighing.id != supersedes_id)
    wanted: list[tuple[ColumnElement[bool], UnaryExpression[datetime]]] = [
        (at <= weight.at, at.desc()),
        (at > weight.at, at.asc()),
        (at.between(begin, weight.at), at.asc()),
        (at.between(weight.at, end), at.desc()),
    ]
    found = [await db.scalar(entries.where(where).order_by(order).limit(1)) for where, order in wanted]
    return [weight_of(each) for each in found if each is not None and each.measured_at != weight.at]


async def _reference(db: UnitOfWork, animal: Livestock) -> Decimal | None:
    """Returns what a grown animal of its kind weighs, or None if that is unknown.

    It is taken from the breed, else from the dam, else from what the animal weighed at registration.
    """
    typical = await db.scalar(select(Breed.typical_weight_kg).where(Breed.id == animal.breed_id))
    if typical is not None:
        return typical
    of_dam = select(Livestock.weight_kg).where(
        or_(Livestock.id == animal.genetic_dam_id, Livestock.id == animal.birth_dam_id)
    )
    if (dam_kg := await db.scalar(of_dam.limit(1))) is not None:
        return dam_kg
    first = select(Weighing.weight_kg).where(Weighing.livestock_id == animal.id, Weighing.recorded_by.is_(None))
    came_kg = await db.scalar(first.limit(1))
    if came_kg is None:
        return None
    born = animal.date_of_birth
    return grown(came_kg, age_days=None if born is None else (animal.registered_at.date() - born).days)
