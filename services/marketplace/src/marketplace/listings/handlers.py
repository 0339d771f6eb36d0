"""What publishes drafts and ends listings. The handlers of animals run first and have kept what these events say."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import (
    LivestockDied,
    LivestockReclaimed,
    LivestockRegistered,
    LivestockRemoved,
)
from amigok_contracts.farm_listed import LivestockRegistrationRefused
from marketplace.listings import outside, service
from marketplace.listings.locks import LIVE_LISTINGS

_LOCKS = [LIVE_LISTINGS.of("livestock_id")]


@on(LivestockRegistered, locks=_LOCKS)
async def livestock_registered(db: UnitOfWork, event: LivestockRegistered) -> None:
    await outside.publish(db, event.livestock_id)


@on(LivestockRegistrationRefused, locks=_LOCKS)
async def registration_refused(db: UnitOfWork, event: LivestockRegistrationRefused) -> None:
    await outside.refuse(db, event.livestock_id, event.reason)


@on(LivestockRemoved, locks=_LOCKS)
async def livestock_removed(db: UnitOfWork, event: LivestockRemoved) -> None:
    await service.end_if_gone(db, event.livestock_id)


@on(LivestockDied, locks=_LOCKS)
async def livestock_died(db: UnitOfWork, event: LivestockDied) -> None:
    await service.end_if_gone(db, event.livestock_id)


@on(LivestockReclaimed, locks=_LOCKS)
async def livestock_reclaimed(db: UnitOfWork, event: LivestockReclaimed) -> None:
    await service.end_of(db, event.livestock_id, seller_id=event.previous_owner_id)
