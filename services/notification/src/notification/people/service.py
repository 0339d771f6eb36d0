"""Who may be told anything, and how they want to be told."""

from collections.abc import Collection
from datetime import time
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import standing
from amigok_chassis.unit_of_work import UnitOfWork
from notification.people.models import Person
from notification.people.schemas import SettingsIn


async def present(db: UnitOfWork, user_ids: Collection[UUID]) -> list[UUID]:
    """Returns those of these users who were not deleted, each once, in the order of their ids."""
    known = await standing.of_many(db, set(user_ids))
    return sorted(user_id for user_id, each in known.items() if not each.is_deleted)


async def of(db: UnitOfWork, user_id: UUID) -> Person:
    """Returns how a user wants to be told things."""
    return (await of_many(db, [user_id]))[user_id]


async def of_many(db: UnitOfWork, user_ids: Collection[UUID]) -> dict[UUID, Person]:
    """The same for many users."""
    known = {row.user_id: row for row in await db.scalars(select(Person).where(Person.user_id.in_(user_ids)))}
    return {user_id: known.get(user_id) or Person.unset(user_id) for user_id in user_ids}


async def change(db: UnitOfWork, user_id: UUID, wishes: SettingsIn) -> Person:
    """Replaces how a user wants to be told things. Raises AccountInactive."""
    await standing.require_active(db, user_id)
    person = await of(db, user_id)
    for name, value in wishes.model_dump().items():
        setattr(person, name, time.fromisoformat(value) if value and name in ("quiet_from", "quiet_to") else value)
    return await db.merge(person)
