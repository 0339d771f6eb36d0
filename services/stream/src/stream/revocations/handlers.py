"""Which changes end what was given. They run before the handlers that store the change."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.needs import Ahead
from amigok_chassis.rows import among
from amigok_chassis.service import on
from amigok_chassis.standing.models import Standing
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event
from amigok_contracts.farm import (
    FarmStaffChanged,
    LivestockDied,
    LivestockMoved,
    LivestockOwnershipTransferred,
    LivestockPlaced,
    LivestockReclaimed,
    LivestockRemoved,
)
from amigok_contracts.farm_restated import LivestockRestated
from amigok_contracts.identity import UserStandingChanged
from stream.animals.locks import ANIMALS as LOCK
from stream.animals.models import Animal
from stream.farms.models import Farm
from stream.revocations.service import revoke


async def sold(db: UnitOfWork, event: LivestockOwnershipTransferred) -> None:
    await _owner_changed(db, event, event.owner_id)


async def reclaimed(db: UnitOfWork, event: LivestockReclaimed) -> None:
    await _owner_changed(db, event, None)


async def animal_gone(db: UnitOfWork, event: LivestockRemoved | LivestockDied) -> None:
    known = await _known(db, event.livestock_id)
    if event.aggregate_version > known.version and known.gone is None:
        await revoke(db, livestock_id=event.livestock_id)


async def moved(db: UnitOfWork, event: LivestockMoved) -> None:
    await _place_changed(db, event, event.farm_id, None)


async def placed(db: UnitOfWork, event: LivestockPlaced) -> None:
    await _place_changed(db, event, event.farm_id, event.area_id)


async def restated(db: UnitOfWork, event: LivestockRestated) -> None:
    """The events that told of a change may never come."""
    await _owner_changed(db, event, event.owner_id)
    await _place_changed(db, event, event.farm_id, event.area_id)


async def _owner_changed(db: UnitOfWork, event: Any, owner_id: UUID | None) -> None:
    """The owner until then is shut out. The platform watches nothing."""
    known = await _known(db, event.livestock_id)
    if event.aggregate_version > known.version and known.owner_id not in (None, owner_id):
        await revoke(db, livestock_id=event.livestock_id, user_id=known.owner_id)


async def _place_changed(db: UnitOfWork, event: Any, farm_id: UUID, area_id: UUID | None) -> None:
    """Other cameras show it. A new name of the same area changes nothing."""
    known = await _known(db, event.livestock_id)
    before = known.farm_id, known.area_id
    if event.aggregate_version > known.place_version and before != (farm_id, area_id):
        await revoke(db, livestock_id=event.livestock_id)


async def _read(db: UnitOfWork, animals: Collection[UUID]) -> dict[UUID, Any]:
    what = Animal.version, Animal.owner_id, Animal.gone, Animal.place_version, Animal.farm_id, Animal.area_id
    rows = await db.execute(select(Animal.id, *what).where(among(Animal.id, animals)))
    return {row.id: row for row in rows}


_KNOWN = Ahead(_read, under=LOCK)


async def _known(db: UnitOfWork, livestock_id: UUID) -> Any:
    """What was known until now; the row is locked, so there is one."""
    return await _KNOWN.get(db, livestock_id)


_ANIMALS: Mapping[type[Event], Any] = {
    LivestockOwnershipTransferred: sold,
    LivestockReclaimed: reclaimed,
    LivestockRemoved: animal_gone,
    LivestockDied: animal_gone,
    LivestockMoved: moved,
    LivestockPlaced: placed,
    LivestockRestated: restated,
}
_NEEDS: dict[str, Any] = {"locks": [LOCK.of("livestock_id")], "ahead": [_KNOWN.of("livestock_id")]}
ANIMALS = [on(event, **_NEEDS)(run) for event, run in _ANIMALS.items()]


@on(FarmStaffChanged)
async def staff_changed(db: UnitOfWork, event: FarmStaffChanged) -> None:
    """Who was on the staff and is no longer."""
    columns = select(Farm.staff_ids, Farm.staff_version).where(Farm.id == event.farm_id).with_for_update()
    known = (await db.execute(columns)).one_or_none()
    if known is not None and event.aggregate_version > known.staff_version:
        for user_id in sorted(set(known.staff_ids) - set(event.user_ids)):
            await revoke(db, user_id=user_id)


@on(UserStandingChanged)
async def standing_changed(db: UnitOfWork, event: UserStandingChanged) -> None:
    """Who was locked out, or has another role."""
    known = await db.get(Standing, event.user_id)
    version, before = (known.version, (known.status, known.role)) if known else (0, ("active", event.role))
    if event.aggregate_version > version and before != (event.status, event.role):
        await revoke(db, user_id=event.user_id)
