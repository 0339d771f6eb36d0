"""Locks on animals."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.needs import Lock
from amigok_chassis.rows import among, listed
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.animals.models import Animal
from marketplace.locking import Rank


async def lock(db: UnitOfWork, ids: Collection[UUID]) -> None:
    """Locks animals, by id. Those that are not known yet get their row first: a missing row cannot be locked."""
    await db.execute(insert(Animal).from_select(["id"], listed(ids)).on_conflict_do_nothing())
    await db.execute(select(Animal.id).where(among(Animal.id, ids)).order_by(Animal.id).with_for_update(key_share=True))


ANIMALS = Lock(Rank.ANIMALS, lock)
"""Keys: ids of animals."""
