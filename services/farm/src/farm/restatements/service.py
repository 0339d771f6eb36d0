"""Publishes what there is now of farms, types, breeds and animals, as new versions that every read model takes.

Nothing has happened to them, so their histories and their own versions stay as they are.
"""

from collections.abc import Sequence
from uuid import UUID

import structlog
from sqlalchemy import select

from amigok_chassis.unit_of_work import UnitOfWork
from farm.announcements.service import Topic, begin
from farm.breeds import service as breeds
from farm.breeds.models import Breed
from farm.farms import service as farms
from farm.farms.locks import lock_farms
from farm.farms.models import Farm
from farm.livestock.locks import lock_animals
from farm.livestock.models import Livestock
from farm.photos import service as photos
from farm.photos.models import Photo
from farm.restatements import animals
from farm.staff import service as staff
from farm.types import service as types
from farm.types.models import LivestockType

log = structlog.get_logger()


async def begin_all(db: UnitOfWork) -> None:
    """Has everything published again, from the beginning. A worker does it."""
    for topic in TOPICS:
        await begin(db, topic)
    log.info("restatement.begun")


async def _types(db: UnitOfWork, ids: Sequence[UUID]) -> None:
    rows = select(LivestockType).where(LivestockType.id.in_(ids)).order_by(LivestockType.id)
    for kind in await db.scalars(rows.with_for_update(key_share=True)):
        types.publish(db, kind, retired=not kind.is_active)


async def _breeds(db: UnitOfWork, ids: Sequence[UUID]) -> None:
    rows = select(Breed).where(Breed.id.in_(ids)).order_by(Breed.id)
    for breed in await db.scalars(rows.with_for_update(key_share=True)):
        breeds.publish(db, breed, retired=not breed.is_active)


async def _farms(db: UnitOfWork, ids: Sequence[UUID]) -> None:
    for farm in (await lock_farms(db, *ids)).values():
        farms.publish(db, farm)
        await staff.publish(db, farm.id)


async def _photos(db: UnitOfWork, ids: Sequence[UUID]) -> None:
    await lock_animals(db, ids)
    await photos.publish(db, ids)


TOPICS = (
    Topic("livestock_types", lambda _: select(LivestockType.id), _types),
    Topic("breeds", lambda _: select(Breed.id), _breeds),
    Topic("farms", lambda _: select(Farm.id), _farms),
    Topic("photos", lambda _: select(Livestock.id).where(Livestock.id.in_(select(Photo.livestock_id))), _photos),
    Topic("livestock", lambda _: select(Livestock.id), animals.publish),
)
