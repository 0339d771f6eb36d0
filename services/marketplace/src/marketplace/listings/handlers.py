"""What ends listings. The handlers of animals run first and have kept what these events say."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockDied, LivestockReclaimed, LivestockRemoved
from marketplace.listings import service
from marketplace.listings.locks import LIVE_LISTINGS

_LOCKS = [LIVE_LISTINGS.of("livestock_id")]


@on(LivestockRemoved, locks=_LOCKS)
async def livestock_removed(db: UnitOfWork, event: LivestockRemoved) -> None:
    await service.end_if_gone(db, event.livestock_id)


@on(LivestockDied, locks=_LOCKS)
async def livestock_died(db: UnitOfWork, event: LivestockDied) -> None:
    await service.end_if_gone(db, event.livestock_id)


@on(LivestockReclaimed, locks=_LOCKS)
async def livestock_reclaimed(db: UnitOfWork, event: LivestockReclaimed) -> None:
    await service.end_of(db, event.livestock_id, seller_id=event.previous_owner_id)
