"""What the marketplace does when others say something."""

from amigok_chassis.service import on
from amigok_chassis.standing import handlers as standing
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import (
    LivestockDied,
    LivestockMoved,
    LivestockOwnershipTransferred,
    LivestockPriced,
    LivestockReclaimed,
    LivestockRegistered,
    LivestockReinstated,
    LivestockRemoved,
    LivestockSaleStatusChanged,
    LivestockTransferRefused,
    LivestockWeighed,
)
from amigok_contracts.identity import UserDeletionRequested, UserStandingChanged
from amigok_contracts.wallet import HoldCaptured, HoldPlaced, HoldRefused
from marketplace import animals, listings, orders, people


@on(LivestockRegistered)
async def livestock_registered(db: UnitOfWork, event: LivestockRegistered) -> None:
    await animals.registered(db, event)


@on(LivestockMoved)
async def livestock_moved(db: UnitOfWork, event: LivestockMoved) -> None:
    await animals.moved(db, event)


@on(LivestockRemoved)
async def livestock_withdrawn(db: UnitOfWork, event: LivestockRemoved) -> None:
    await listings.take_down(db, event.livestock_id, reason=await animals.withdrawn(db, event))


@on(LivestockDied)
async def livestock_died(db: UnitOfWork, event: LivestockDied) -> None:
    await listings.take_down(db, event.livestock_id, reason=await animals.died(db, event))


@on(LivestockReclaimed)
async def livestock_reclaimed(db: UnitOfWork, event: LivestockReclaimed) -> None:
    await animals.reclaimed(db, event)
    await listings.end_of(db, event.livestock_id, seller_id=event.previous_owner_id)


@on(LivestockReinstated)
async def livestock_reinstated(db: UnitOfWork, event: LivestockReinstated) -> None:
    await animals.reinstated(db, event)


@on(LivestockSaleStatusChanged)
async def sale_status_changed(db: UnitOfWork, event: LivestockSaleStatusChanged) -> None:
    await animals.sale_status(db, event)


@on(LivestockWeighed)
async def livestock_weighed(db: UnitOfWork, event: LivestockWeighed) -> None:
    await animals.weighed(db, event)


@on(LivestockPriced)
async def livestock_priced(db: UnitOfWork, event: LivestockPriced) -> None:
    await animals.priced(db, event)


@on(LivestockOwnershipTransferred)
async def livestock_transferred(db: UnitOfWork, event: LivestockOwnershipTransferred) -> None:
    await animals.transferred(db, event)
    await orders.fulfil(db, order_id=event.order_id)


@on(LivestockTransferRefused)
async def transfer_refused(db: UnitOfWork, event: LivestockTransferRefused) -> None:
    await orders.abandon(db, order_id=event.order_id, state="confirmed", reason=orders.decisive(event.reasons))


@on(HoldPlaced)
async def hold_placed(db: UnitOfWork, event: HoldPlaced) -> None:
    await orders.confirm(db, order_id=event.order_id)


@on(HoldRefused)
async def hold_refused(db: UnitOfWork, event: HoldRefused) -> None:
    await orders.abandon(db, order_id=event.order_id, state="pending", reason=event.reason)


@on(HoldCaptured)
async def hold_captured(db: UnitOfWork, event: HoldCaptured) -> None:
    await orders.complete(db, order_id=event.order_id)


@on(UserStandingChanged)
async def standing_changed(db: UnitOfWork, event: UserStandingChanged) -> None:
    await standing.standing_changed.run(db, event)
    await people.follow(db, event.user_id)


@on(UserDeletionRequested)
async def deletion_requested(db: UnitOfWork, event: UserDeletionRequested) -> None:
    await people.check_deletion(db, request_id=event.request_id, user_id=event.user_id)
