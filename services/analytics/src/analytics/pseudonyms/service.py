"""By which ids people stand in facts and in the archive."""

from collections.abc import Collection
from uuid import UUID, uuid4

from sqlalchemy import exists, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.unit_of_work import UnitOfWork
from analytics.animals.models import Animal, Ownership
from analytics.pseudonyms.models import Pseudonym

_MAKE = text("""
    INSERT INTO pseudonyms (user_id, pseudonym) SELECT * FROM unnest(CAST(:users AS uuid[]), CAST(:new AS uuid[]))
    ON CONFLICT DO NOTHING
""")
_READ = text("SELECT user_id, pseudonym FROM pseudonyms WHERE user_id = ANY(:users)")


async def pseudonym_of(db: UnitOfWork, user_id: UUID) -> UUID:
    """The `owner` or `person` of a user in facts. Whoever has none, or none any more, gets one that no fact has."""
    return await db.scalar(select(Pseudonym.pseudonym).where(Pseudonym.user_id == user_id)) or uuid4()


async def users_of(db: UnitOfWork, pseudonyms: Collection[UUID]) -> dict[UUID, UUID]:
    """The users behind pseudonyms, without those who were deleted."""
    query = select(Pseudonym.pseudonym, Pseudonym.user_id).where(Pseudonym.pseudonym.in_(pseudonyms))
    return {row.pseudonym: row.user_id for row in await db.execute(query)}


async def give(db: UnitOfWork, user_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """The pseudonyms of users; whoever has none gets one. That of a deleted user is new each time, and kept nowhere."""
    if not user_ids:
        return {}
    users = sorted(user_ids)
    known = await _known(db, users)
    if missing := [each for each in users if each not in known]:
        await db.execute(_MAKE, {"users": missing, "new": [uuid4() for _ in missing]})
        known |= await _known(db, missing)
    return {user: pseudonym or uuid4() for user, pseudonym in known.items()}


async def _known(db: UnitOfWork, users: Collection[UUID]) -> dict[UUID, UUID | None]:
    return {row.user_id: row.pseudonym for row in await db.execute(_READ, {"users": users})}


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Lets nobody find out any more whose facts these are. Repeating the call has no further effect.

    What the service knows of the herd would tell it: whose animal it was on a day is in facts, too.
    """
    row = insert(Pseudonym).values(user_id=user_id, pseudonym=None)
    former = await pseudonym_of(db, user_id)
    await db.execute(select(Animal.id).where(Animal.owner_id == user_id).order_by(Animal.id).with_for_update())
    await db.execute(row.on_conflict_do_update(index_elements=["user_id"], set_={"pseudonym": None}))
    for table in (Animal, Ownership):
        await db.execute(update(table).where(table.owner_id == user_id).values(owner_id=former))


async def forget_owners(db: UnitOfWork) -> None:
    """Forgets those who were deleted before an event about their animal was handled. Repeating it has no effect."""
    owns = (select(table.owner_id).where(table.owner_id == Pseudonym.user_id) for table in (Animal, Ownership))
    back = select(Pseudonym.user_id).where(Pseudonym.pseudonym.is_(None), or_(*(exists(each) for each in owns)))
    for user_id in (await db.scalars(back)).all():
        await forget(db, user_id)
