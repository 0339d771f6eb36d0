"""Locks on animals."""

from collections.abc import Collection
from uuid import UUID

from amigok_chassis import newer
from amigok_chassis.needs import Lock
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.animals.models import Animal
from marketplace.locking import Rank


async def lock(db: UnitOfWork, ids: Collection[UUID]) -> None:
    """Locks animals, by id; also those that are not known yet."""
    await newer.lock(db, Animal, ids)


ANIMALS = Lock(Rank.ANIMALS, lock)
"""Keys: ids of animals."""
