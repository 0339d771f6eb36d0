"""The farm's events about animals. They can arrive in any order: only what is newer is kept."""

from collections.abc import Sequence
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import func, update

from amigok_chassis import newer
from amigok_chassis.service import on, on_all
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.care import CheckupDone
from amigok_contracts.farm import (
    LivestockDied,
    LivestockMoved,
    LivestockOwnershipTransferred,
    LivestockParticularsChanged,
    LivestockPriced,
    LivestockReclaimed,
    LivestockRegistered,
    LivestockReinstated,
    LivestockRemoved,
    LivestockSaleStatusChanged,
    LivestockWeighed,
)
from amigok_contracts.farm_listed import LivestockPhotosChanged
from amigok_contracts.farm_restated import LivestockRestated
from marketplace.animals import values
from marketplace.animals.locks import ANIMALS
from marketplace.animals.models import Animal

_LOCKS = [ANIMALS.of("livestock_id")]


class _AnimalEvent(Protocol):
    @property
    def livestock_id(self) -> UUID: ...

    @property
    def aggregate_version(self) -> int: ...


@on(LivestockRegistered, locks=_LOCKS)
async def registered(db: UnitOfWork, event: LivestockRegistered) -> None:
    await _keep(db, event, "version", owner_id=event.owner_id, gone=None)
    await _describe(db, event)


@on(LivestockRestated, locks=_LOCKS)
async def restated(db: UnitOfWork, event: LivestockRestated) -> None:
    await _keep(db, event, "version", owner_id=event.owner_id, gone=event.gone)
    await _describe(db, event)
    await _keep(db, event, "blocks_version", blocks=[block.model_dump(mode="json") for block in event.blocks])


@on(LivestockParticularsChanged, locks=_LOCKS)
async def particulars_changed(db: UnitOfWork, event: LivestockParticularsChanged) -> None:
    await _keep(db, event, "birth_version", date_of_birth=event.date_of_birth)


@on(CheckupDone, locks=_LOCKS, match={"care_type": "checkup"})
async def examined(db: UnitOfWork, event: CheckupDone) -> None:
    later = func.greatest(Animal.examined_at, event.done_at)
    await db.execute(update(Animal).where(Animal.id == event.livestock_id).values(examined_at=later))


@on(LivestockMoved, locks=_LOCKS)
async def moved(db: UnitOfWork, event: LivestockMoved) -> None:
    await _keep(db, event, "farm_version", farm_id=event.farm_id, farm_name=event.farm_name)


@on(LivestockWeighed, locks=_LOCKS)
async def weighed(db: UnitOfWork, event: LivestockWeighed) -> None:
    await _keep(db, event, "weight_version", weight_kg=event.weight_kg)
    await values.learn(db, event.livestock_id, event.value)


@on(LivestockPriced, locks=_LOCKS)
async def priced(db: UnitOfWork, event: LivestockPriced) -> None:
    await values.learn(db, event.livestock_id, event.value)


@on_all(LivestockOwnershipTransferred, locks=_LOCKS)
async def transferred(db: UnitOfWork, events: Sequence[LivestockOwnershipTransferred]) -> None:
    owners = [
        {"id": event.livestock_id, "version": event.aggregate_version, "owner_id": event.owner_id, "gone": None}
        for event in events
    ]
    await newer.keep_all(db, Animal, owners)


@on(LivestockReclaimed, locks=_LOCKS)
async def reclaimed(db: UnitOfWork, event: LivestockReclaimed) -> None:
    await _keep(db, event, "version", owner_id=None, gone=None)


@on(LivestockRemoved, locks=_LOCKS)
async def removed(db: UnitOfWork, event: LivestockRemoved) -> None:
    await _keep(db, event, "version", owner_id=None, gone="removed")


@on(LivestockDied, locks=_LOCKS)
async def died(db: UnitOfWork, event: LivestockDied) -> None:
    await _keep(db, event, "version", owner_id=event.owner_id, gone="deceased")


@on(LivestockReinstated, locks=_LOCKS)
async def reinstated(db: UnitOfWork, event: LivestockReinstated) -> None:
    await _keep(db, event, "version", owner_id=event.owner_id, gone=None)


@on(LivestockSaleStatusChanged, locks=_LOCKS)
async def sale_status_changed(db: UnitOfWork, event: LivestockSaleStatusChanged) -> None:
    await _keep(db, event, "blocks_version", blocks=[block.model_dump(mode="json") for block in event.blocks])


@on(LivestockPhotosChanged, locks=_LOCKS)
async def photos_changed(db: UnitOfWork, event: LivestockPhotosChanged) -> None:
    await _keep(db, event, "photos_version", photos=list(event.photo_ids))


async def _describe(db: UnitOfWork, event: LivestockRegistered | LivestockRestated) -> None:
    details = {"type_name": event.type_name, "breed_name": event.breed_name, "tag_number": event.tag_number}
    await _keep(db, event, "details_version", sex=event.sex, **details)
    await _keep(db, event, "birth_version", date_of_birth=event.date_of_birth)
    await _keep(db, event, "farm_version", farm_id=event.farm_id, farm_name=event.farm_name)
    await _keep(db, event, "weight_version", weight_kg=event.weight_kg)
    await values.learn(db, event.livestock_id, event.value)


async def _keep(db: UnitOfWork, event: _AnimalEvent, version: str, **news: Any) -> None:
    """Stores the values unless the column `version` has something as new."""
    known = {"id": event.livestock_id, version: event.aggregate_version}
    await newer.keep(db, Animal, known | news, version=version)
