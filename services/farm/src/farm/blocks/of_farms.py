"""Blocks of whole farms: one row holds at once for all who are there; they are told of it some at a time.

Locks are taken in one order: the farm's announcement, animals by id, the farm. Whoever brings an animal to a farm or
away from it has locked the farm: either finds the other.
"""

from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from farm import subjects
from farm.blocks.models import NOBODY, FarmAnnouncement, SaleBlock
from farm.blocks.service import Cause, among, end, living_in, tell
from farm.models import Livestock


async def lock(db: UnitOfWork, farm_id: UUID) -> None:
    """Locks a farm for a change of its blocks, of which all its animals will be told. Raises FarmNotFound."""
    await subjects.farm(db, farm_id)
    announcement = insert(FarmAnnouncement).values(farm_id=farm_id, told_to=NOBODY)
    await db.execute(announcement.on_conflict_do_update(index_elements=["farm_id"], set_={"told_to": NOBODY}))
    await subjects.lock_farm(db, farm_id)


def place(db: UnitOfWork, farm_id: UUID, *, reason: str, source_id: UUID) -> None:
    """Blocks every animal that is in a farm, which the caller has locked, as long as it is there."""
    cause = Cause(reason, source_id)
    db.add(SaleBlock(farm_id=farm_id, reason=cause.reason, source_id=cause.source_id, placed_at=clock.now()))


async def clear(db: UnitOfWork, farm_id: UUID, *, reason: str, source_id: UUID) -> None:
    """Ends a block of a farm, which the caller has locked."""
    await end(db, SaleBlock.farm_id == farm_id, Cause(reason, source_id), now=clock.now())


async def are_told(db: UnitOfWork, farm_id: UUID) -> bool:
    """Whether all animals in a farm, which the caller has locked, have been told what stands there."""
    return not await db.scalar(select(exists().where(FarmAnnouncement.farm_id == farm_id)))


async def tell_some(db: UnitOfWork, *, limit: int = 500) -> bool:
    """Tells of the next animals of a farm that is not told whole, unless somebody else does. Returns whether it did."""
    waiting = select(FarmAnnouncement).order_by(FarmAnnouncement.farm_id).limit(1)
    announcement = await db.scalar(waiting.with_for_update(skip_locked=True))
    if announcement is None:
        return False
    untold = select(Livestock.id).where(living_in(announcement.farm_id), Livestock.id > announcement.told_to)
    animals = (await db.scalars(untold.order_by(Livestock.id).limit(limit).with_for_update(key_share=True))).all()
    if animals:
        await tell(db, among(animals))
        announcement.told_to = animals[-1]
    else:
        await db.delete(announcement)
    return True
