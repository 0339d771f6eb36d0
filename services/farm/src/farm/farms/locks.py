"""Finds and locks farms. A lock lasts until the transaction ends; rows that refer to the farm can still be added."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from farm.farms.errors import FarmNotFound
from farm.farms.models import Farm


async def get_farm(db: UnitOfWork, farm_id: UUID) -> Farm:
    """Returns the farm. Raises FarmNotFound."""
    found = await db.get(Farm, farm_id)
    if found is None:
        raise FarmNotFound
    return found


async def lock_farm(db: UnitOfWork, farm_id: UUID) -> Farm:
    """Returns the farm, locked. Raises FarmNotFound."""
    locked = await lock_farms(db, farm_id)
    if not locked:
        raise FarmNotFound
    return locked[farm_id]


async def lock_farms(db: UnitOfWork, *farm_ids: UUID) -> dict[UUID, Farm]:
    """Returns those of the farms that exist, locked in the order of their ids."""
    found = await db.scalars(
        select(Farm)
        .where(Farm.id.in_(farm_ids))
        .order_by(Farm.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    return {farm.id: farm for farm in found}


async def share_farms(db: UnitOfWork, farm_ids: Iterable[UUID]) -> None:
    """Keeps these farms and their blocks from changing; others may share the lock (FOR SHARE, in the order of ids).

    Animals of one farm can be sold at the same time; whoever changes the farm comes before or after all of them.
    """
    wanted = set(farm_ids) - {farm.id for farm in db.held(Farm, read=True)}
    if wanted:
        await db.lock(select(Farm).where(among(Farm.id, wanted)).order_by(Farm.id), read=True)
