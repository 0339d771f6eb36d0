"""Blocks of whole farms. One row is in force at once for all animals there; it is published for some at a time.

Locks are taken in one order: the farm's announcement, animals by id, the farm. Whoever moves an animal into or out of a
farm has locked the farm, so either finds what the other did. An animal that comes after a block and before its
announcement is published by both, with the same status: the announcement does not know who came when.
"""

from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from farm.blocks.models import NOBODY, FarmAnnouncement, SaleBlock
from farm.blocks.service import Cause, end, living_in, publish
from farm.farms.locks import get_farm, lock_farm
from farm.livestock.models import Livestock


async def lock(db: UnitOfWork, farm_id: UUID) -> None:
    """Locks a farm for a change of its blocks, which will be published for all its animals. Raises FarmNotFound."""
    await get_farm(db, farm_id)
    announcement = insert(FarmAnnouncement).values(farm_id=farm_id, announced_to=NOBODY)
    await db.execute(announcement.on_conflict_do_update(index_elements=["farm_id"], set_={"announced_to": NOBODY}))
    await lock_farm(db, farm_id)


def place(db: UnitOfWork, farm_id: UUID, *, reason: str, source_id: UUID) -> None:
    """Blocks every animal in a farm, which the caller has locked, for as long as it is there."""
    cause = Cause(reason, source_id)
    db.add(SaleBlock(farm_id=farm_id, reason=cause.reason, source_id=cause.source_id, placed_at=clock.now()))


async def clear(db: UnitOfWork, farm_id: UUID, *, reason: str, source_id: UUID) -> None:
    """Ends a block of a farm, which the caller has locked."""
    await end(db, SaleBlock.farm_id == farm_id, Cause(reason, source_id), now=clock.now())


async def are_published(db: UnitOfWork, farm_id: UUID) -> bool:
    """Whether the blocks of a farm, which the caller has locked, are published for all its animals."""
    return not await db.scalar(select(exists().where(FarmAnnouncement.farm_id == farm_id)))


async def publish_some(db: UnitOfWork, *, limit: int = 500) -> bool:
    """Publishes blocks for the next animals of a farm, unless somebody else does. Returns whether there was a farm."""
    waiting = select(FarmAnnouncement).order_by(FarmAnnouncement.farm_id).limit(1)
    announcement = await db.scalar(waiting.with_for_update(skip_locked=True))
    if announcement is None:
        return False
    rest = select(Livestock.id).where(living_in(announcement.farm_id), Livestock.id > announcement.announced_to)
    animals = (await db.scalars(rest.order_by(Livestock.id).limit(limit).with_for_update(key_share=True))).all()
    if animals:
        await publish(db, among(Livestock.id, animals))
        announcement.announced_to = animals[-1]
    else:
        await db.delete(announcement)
    return True
