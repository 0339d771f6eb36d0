"""Nobody judges their own animals: the one predicate that every route asks which says what an animal is or is worth.

It looks at whoever owned the animal at the moment that the fact is about, and at everybody who has owned it since.
Callers hold the animal's row, so that no sale comes between.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, or_, select

from amigok_chassis.unit_of_work import UnitOfWork
from farm.models import TRANSITIONS, Livestock, Ownership
from farm.ownership.errors import Doubt, OwnAnimal, SecondPersonNeeded

_HERE = [status for status, ways in TRANSITIONS.items() if ways]


async def owners_since(db: UnitOfWork, livestock_id: UUID, moment: datetime) -> list[UUID]:
    """Who owned an animal at a moment or has owned it since, without the platform."""
    theirs = select(Ownership.owner_id).where(
        Ownership.livestock_id == livestock_id,
        Ownership.owner_id.is_not(None),
        or_(Ownership.ended_at.is_(None), Ownership.ended_at > moment),
    )
    return sorted({owner_id for owner_id in await db.scalars(theirs) if owner_id is not None})


async def require_others(db: UnitOfWork, livestock_id: UUID, *people: UUID, since: datetime) -> None:
    """Raises OwnAnimal when one of these people owned the animal at that moment or has owned it since."""
    if not set(people).isdisjoint(await owners_since(db, livestock_id, since)):
        raise OwnAnimal


async def require_no_animal_in(db: UnitOfWork, farm_id: UUID, user_id: UUID) -> None:
    """Raises OwnAnimal when the user owns one of the animals that live in a farm."""
    theirs = exists().where(Livestock.farm_id == farm_id, Livestock.owner_id == user_id, Livestock.status.in_(_HERE))
    if await db.scalar(select(theirs)):
        raise OwnAnimal


async def late(db: UnitOfWork, livestock_id: UUID, moment: datetime) -> list[Doubt]:
    """Whether the animal has changed hands after that moment: what is entered now would be another owner's matter."""
    changed = exists().where(
        Ownership.livestock_id == livestock_id,
        Ownership.started_at > moment,
        Ownership.reason.in_(["purchased", "reclaimed"]),
    )
    if not await db.scalar(select(changed)):
        return []
    return [Doubt("changed_hands", "The animal has changed hands since.")]


def refuse_doubtful(doubts: Sequence[Doubt]) -> None:
    """Raises SecondPersonNeeded where one person's word is not enough."""
    if doubts:
        raise SecondPersonNeeded(doubts)
