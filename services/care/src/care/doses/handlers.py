"""What the farm publishes about animals that are gone: no more doses are planned for them."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockDied, LivestockRemoved
from care.animals.locks import ANIMALS
from care.doses import service


@on(LivestockDied, locks=[ANIMALS.of("livestock_id")])
async def livestock_died(db: UnitOfWork, event: LivestockDied) -> None:
    """The animal has died: ends what was prescribed for it."""
    await service.end_all_of(db, event.livestock_id)


@on(LivestockRemoved, locks=[ANIMALS.of("livestock_id")])
async def livestock_removed(db: UnitOfWork, event: LivestockRemoved) -> None:
    """The animal has left the platform: ends what was prescribed for it."""
    await service.end_all_of(db, event.livestock_id)
