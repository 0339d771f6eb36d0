"""Finds and locks animals. A lock lasts until the transaction ends; rows that refer to the animal can still be added.

Locks are taken in one order: animals by id, what is decided about them, farms by id.
"""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.needs import Lock
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from farm.farms.locks import share_farms
from farm.livestock.errors import LivestockNotFound
from farm.livestock.models import Livestock


async def get_animal(db: UnitOfWork, livestock_id: UUID) -> Livestock:
    """Returns the animal. Raises LivestockNotFound."""
    return _found(await db.get(Livestock, livestock_id))


async def lock_animal(db: UnitOfWork, livestock_id: UUID) -> Livestock:
    """Returns the animal, locked. Raises LivestockNotFound."""
    return _found(await lock_animal_if_any(db, livestock_id))


async def lock_animal_if_any(db: UnitOfWork, livestock_id: UUID) -> Livestock | None:
    """Returns the animal, locked, or None if there is none."""
    return await db.lock_one(Livestock, livestock_id, key_share=True)


async def lock_animals(db: UnitOfWork, livestock_ids: Collection[UUID]) -> dict[UUID, Livestock]:
    """Returns those of the animals that exist, locked in the order of their ids."""
    query = select(Livestock).where(among(Livestock.id, livestock_ids)).order_by(Livestock.id)
    return {animal.id: animal for animal in await db.lock(query, key_share=True)}


async def _lock_with_farms(db: UnitOfWork, livestock_ids: set[UUID]) -> None:
    animals = await lock_animals(db, livestock_ids)
    await share_farms(db, (animal.farm_id for animal in animals.values()))


ANIMALS = Lock(1, _lock_with_farms)
"""The animals of a batch of events, then their farms, so that two replicas cannot deadlock."""


def _found(animal: Livestock | None) -> Livestock:
    if animal is None:
        raise LivestockNotFound
    return animal
