"""Who is in a segment."""

from uuid import UUID

from sqlalchemy import Select, func, select

from amigok_chassis.standing import Standing
from amigok_chassis.unit_of_work import UnitOfWork
from notification.animals.models import Animal
from notification.announcements.schemas import Segment
from notification.people.models import Person


def members(segment: Segment) -> Select[UUID]:
    """The ids of its active users."""
    query = select(Standing.user_id).where(Standing.status == "active")
    if segment.role is not None:
        query = query.where(Standing.role == segment.role)
    if segment.language is not None:
        spoken = select(Person.language).where(Person.user_id == Standing.user_id).scalar_subquery()
        query = query.where(func.coalesce(spoken, Person.unset(UUID(int=0)).language) == segment.language)
    if segment.owners_at_farm_id is not None:
        owners = select(Animal.owner_id).where(
            Animal.farm_id == segment.owners_at_farm_id, Animal.owner_id.is_not(None)
        )
        query = query.where(Standing.user_id.in_(owners))
    return query


async def count(db: UnitOfWork, segment: Segment) -> int:
    """How many they are."""
    return await db.scalar(select(func.count()).select_from(members(segment).subquery())) or 0
