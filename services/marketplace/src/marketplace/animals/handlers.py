"""The farm's events about animals. They can arrive in any order: only what is newer is kept."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import (
    LivestockDied,
    LivestockMoved,
    LivestockOwnershipTransferred,
    LivestockPriced,
    LivestockReclaimed,
    LivestockRegistered,
    LivestockReinstated,
    LivestockSaleStatusChanged,
    LivestockWeighed,
    LivestockWithdrawn,
)
from marketplace.animals import service, values
from marketplace.animals.locks import ANIMALS
from marketplace.animals.models import Animal

_LOCKS = [ANIMALS.of("livestock_id")]


@on(LivestockRegistered, locks=_LOCKS)
async def registered(db: UnitOfWork, event: LivestockRegistered) -> None:
    await service.keep_owner(
        db,
        event.livestock_id,
        event.aggregate_version,
        event.owner_id,
        type_name=event.type_name,
        breed_name=event.breed_name,
        tag_number=event.tag_number,
        sex=event.sex,
    )
    await service.keep(db, event.livestock_id, Animal.farm_version, event.aggregate_version, farm_name=event.farm_name)
    await service.keep(
        db, event.livestock_id, Animal.weight_version, event.aggregate_version, weight_kg=event.weight_kg
    )
    await values.learn(db, event.livestock_id, event.value)


@on(LivestockMoved, locks=_LOCKS)
async def moved(db: UnitOfWork, event: LivestockMoved) -> None:
    await service.keep(db, event.livestock_id, Animal.farm_version, event.aggregate_version, farm_name=event.farm_name)


@on(LivestockWeighed, locks=_LOCKS)
async def weighed(db: UnitOfWork, event: LivestockWeighed) -> None:
    await service.keep(
        db, event.livestock_id, Animal.weight_version, event.aggregate_version, weight_kg=event.weight_kg
    )
    await values.learn(db, event.livestock_id, event.value)


@on(LivestockPriced, locks=_LOCKS)
async def priced(db: UnitOfWork, event: LivestockPriced) -> None:
    await values.learn(db, event.livestock_id, event.value)


@on(LivestockOwnershipTransferred, locks=_LOCKS)
async def transferred(db: UnitOfWork, event: LivestockOwnershipTransferred) -> None:
    await service.keep_owner(db, event.livestock_id, event.aggregate_version, event.owner_id)


@on(LivestockReclaimed, locks=_LOCKS)
async def reclaimed(db: UnitOfWork, event: LivestockReclaimed) -> None:
    await service.keep_owner(db, event.livestock_id, event.aggregate_version, None)


@on(LivestockWithdrawn, locks=_LOCKS)
async def withdrawn(db: UnitOfWork, event: LivestockWithdrawn) -> None:
    await service.keep_owner(db, event.livestock_id, event.aggregate_version, None, "withdrawn")


@on(LivestockDied, locks=_LOCKS)
async def died(db: UnitOfWork, event: LivestockDied) -> None:
    await service.keep_owner(db, event.livestock_id, event.aggregate_version, event.owner_id, "deceased")


@on(LivestockReinstated, locks=_LOCKS)
async def reinstated(db: UnitOfWork, event: LivestockReinstated) -> None:
    await service.keep_owner(db, event.livestock_id, event.aggregate_version, event.owner_id)


@on(LivestockSaleStatusChanged, locks=_LOCKS)
async def sale_status_changed(db: UnitOfWork, event: LivestockSaleStatusChanged) -> None:
    blocks = [block.model_dump(mode="json") for block in event.blocks]
    await service.keep(db, event.livestock_id, Animal.blocks_version, event.aggregate_version, blocks=blocks)
