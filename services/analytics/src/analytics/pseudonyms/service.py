"""By which ids people stand in facts and in the archive."""

from collections.abc import Collection
from uuid import UUID, uuid4

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.standing import Standing
from amigok_chassis.unit_of_work import UnitOfWork
from analytics.pseudonyms.models import Pseudonym

_DELETED = Standing.status == "deleted"


async def pseudonym_of(db: UnitOfWork, user_id: UUID) -> UUID:
    """The `owner` or `person` of a user in facts. Whoever has none yet is given one that no fact has."""
    return await db.scalar(select(Pseudonym.pseudonym).where(Pseudonym.user_id == user_id)) or uuid4()


async def users_of(db: UnitOfWork, pseudonyms: Collection[UUID]) -> dict[UUID, UUID]:
    """The users behind pseudonyms, without those who were deleted."""
    query = select(Pseudonym.pseudonym, Pseudonym.user_id).where(Pseudonym.pseudonym.in_(pseudonyms))
    return {row.pseudonym: row.user_id for row in await db.execute(query)}


async def give(db: UnitOfWork, user_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """The pseudonyms of users; whoever has none gets one. That of a deleted user is new each time, and kept nowhere."""
    if not user_ids:
        return {}
    gone = set(await db.scalars(select(Standing.user_id).where(Standing.user_id.in_(user_ids), _DELETED)))
    rows = [{"user_id": each, "pseudonym": uuid4()} for each in sorted(set(user_ids) - gone)]
    if rows:
        await db.execute(insert(Pseudonym).values(rows).on_conflict_do_nothing())
    query = select(Pseudonym.user_id, Pseudonym.pseudonym).where(Pseudonym.user_id.in_(user_ids))
    return {each: uuid4() for each in gone} | {row.user_id: row.pseudonym for row in await db.execute(query)}


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Lets nobody find out any more whose facts these are. Repeating the call has no further effect."""
    await db.execute(delete(Pseudonym).where(Pseudonym.user_id == user_id))
