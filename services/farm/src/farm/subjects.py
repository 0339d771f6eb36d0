"""Animals and farms that a use case is about: they are there, or it is refused; locked, they are as they are now.

What is locked stays so until the transaction ends. Rows that refer to them can be added meanwhile (FOR NO KEY UPDATE).
"""

from collections.abc import Collection, Iterable
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.unit_of_work import UnitOfWork
from farm.errors import FarmNotFound, LivestockNotFound
from farm.models import Farm, Livestock

S = TypeVar("S", Livestock, Farm)


async def animal(db: UnitOfWork, livestock_id: UUID) -> Livestock:
    """The animal. Raises LivestockNotFound."""
    return _there(await db.get(Livestock, livestock_id))


async def lock_animal(db: UnitOfWork, livestock_id: UUID) -> Livestock:
    """The animal, locked. Raises LivestockNotFound."""
    return _there(await lock_animal_if_any(db, livestock_id))


async def lock_animal_if_any(db: UnitOfWork, livestock_id: UUID) -> Livestock | None:
    """The animal, locked, if there is one."""
    return await db.get(Livestock, livestock_id, with_for_update={"key_share": True}, populate_existing=True)


async def lock_animals(db: UnitOfWork, livestock_ids: Collection[UUID]) -> dict[UUID, Livestock]:
    """The animals that exist, locked in the order of their ids."""
    return await _lock(db, Livestock, livestock_ids)


async def farm(db: UnitOfWork, farm_id: UUID) -> Farm:
    """The farm. Raises FarmNotFound."""
    found = await db.get(Farm, farm_id)
    if found is None:
        raise FarmNotFound
    return found


async def lock_farm(db: UnitOfWork, farm_id: UUID) -> Farm:
    """The farm, locked. Raises FarmNotFound."""
    locked = await lock_farms(db, farm_id)
    if not locked:
        raise FarmNotFound
    return locked[farm_id]


async def lock_farms(db: UnitOfWork, *farm_ids: UUID) -> dict[UUID, Farm]:
    """The farms that exist, locked in the order of their ids."""
    return await _lock(db, Farm, farm_ids)


async def hold_farms(db: UnitOfWork, animals: Iterable[Livestock]) -> None:
    """Keeps what stands in the farms of these animals, which are locked, from changing, in the order of farms' ids.

    Animals of one farm may be sold at once (FOR SHARE); whoever changes the farm comes before or after all of them.
    """
    farm_ids = {animal.farm_id for animal in animals}
    await db.execute(select(Farm.id).where(Farm.id.in_(farm_ids)).order_by(Farm.id).with_for_update(read=True))


async def _lock(db: UnitOfWork, kind: type[S], ids: Collection[UUID]) -> dict[UUID, S]:
    found = await db.scalars(
        select(kind)
        .where(kind.id.in_(ids))
        .order_by(kind.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    return {each.id: each for each in found}


def _there(animal: Livestock | None) -> Livestock:
    if animal is None:
        raise LivestockNotFound
    return animal
