"""Nobody judges their own animals. Every route that records what an animal is or is worth asks this one predicate.

It covers whoever owned the animal at the moment that the fact is about, and everybody who has owned it since. Callers
hold the lock of the animal's row, so that no sale comes in between.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, or_, select

from amigok_chassis.unit_of_work import UnitOfWork
from farm.livestock.lifecycle import LIVING
from farm.livestock.models import Livestock
from farm.ownership.errors import OwnAnimal
from farm.ownership.models import Ownership
from farm.staff.errors import Doubt


async def owners_since(db: UnitOfWork, livestock_id: UUID, moment: datetime) -> list[UUID]:
    """Returns the users who owned an animal at a moment or have owned it since."""
    query = select(Ownership.owner_id).where(
        Ownership.livestock_id == livestock_id,
        Ownership.owner_id.is_not(None),
        or_(Ownership.ended_at.is_(None), Ownership.ended_at > moment),
    )
    return sorted({owner_id for owner_id in await db.scalars(query) if owner_id is not None})


async def require_others(db: UnitOfWork, livestock_id: UUID, *people: UUID, since: datetime) -> None:
    """Raises OwnAnimal if one of these people owned the animal at that moment or has owned it since."""
    if not set(people).isdisjoint(await owners_since(db, livestock_id, since)):
        raise OwnAnimal


async def require_no_animal_in(db: UnitOfWork, farm_id: UUID, user_id: UUID) -> None:
    """Raises OwnAnimal if the user owns one of the animals that live in a farm."""
    owned = exists().where(Livestock.farm_id == farm_id, Livestock.owner_id == user_id, Livestock.status.in_(LIVING))
    if await db.scalar(select(owned)):
        raise OwnAnimal


async def late(db: UnitOfWork, livestock_id: UUID, moment: datetime) -> list[Doubt]:
    """Returns a doubt if the animal has changed hands after that moment: the fact would concern another owner."""
    changed = exists().where(
        Ownership.livestock_id == livestock_id,
        Ownership.started_at > moment,
        Ownership.reason.in_(["purchased", "reclaimed", "returned"]),
    )
    if not await db.scalar(select(changed)):
        return []
    return [Doubt("changed_hands", "The animal has changed hands since.")]
