"""What the marketplace does when others say something."""

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.service import on
from amigok_chassis.standing import handlers as standing
from amigok_contracts.farm import (
    LivestockDied,
    LivestockMoved,
    LivestockOwnershipTransferred,
    LivestockPriced,
    LivestockReclaimed,
    LivestockRegistered,
    LivestockReinstated,
    LivestockSaleStatusChanged,
    LivestockTransferRefused,
    LivestockWeighed,
    LivestockWithdrawn,
)
from amigok_contracts.identity import UserDeletionRequested, UserStandingChanged
from amigok_contracts.wallet import HoldCaptured, HoldPlaced, HoldRefused
from marketplace import animals, listings, orders, people


@on(LivestockRegistered)
async def livestock_registered(event: LivestockRegistered, db: AsyncSession) -> None:
    await animals.registered(db, event)


@on(LivestockMoved)
async def livestock_moved(event: LivestockMoved, db: AsyncSession) -> None:
    await animals.moved(db, event)


@on(LivestockWithdrawn)
async def livestock_withdrawn(event: LivestockWithdrawn, db: AsyncSession) -> None:
    await listings.take_down(db, event.livestock_id, reason=await animals.withdrawn(db, event))


@on(LivestockDied)
async def livestock_died(event: LivestockDied, db: AsyncSession) -> None:
    await listings.take_down(db, event.livestock_id, reason=await animals.died(db, event))


@on(LivestockReclaimed)
async def livestock_reclaimed(event: LivestockReclaimed, db: AsyncSession) -> None:
    await animals.reclaimed(db, event)
    await listings.end_of(db, event.livestock_id, seller_id=event.previous_owner_id)


@on(LivestockReinstated)
async def livestock_reinstated(event: LivestockReinstated, db: AsyncSession) -> None:
    await animals.reinstated(db, event)


@on(LivestockSaleStatusChanged)
async def sale_status_changed(event: LivestockSaleStatusChanged, db: AsyncSession) -> None:
    await animals.sale_status(db, event)


@on(LivestockWeighed)
async def livestock_weighed(event: LivestockWeighed, db: AsyncSession) -> None:
    await animals.weighed(db, event)


@on(LivestockPriced)
async def livestock_priced(event: LivestockPriced, db: AsyncSession) -> None:
    await animals.priced(db, event)


@on(LivestockOwnershipTransferred)
async def livestock_transferred(event: LivestockOwnershipTransferred, db: AsyncSession) -> None:
    await animals.transferred(db, event)
    await orders.fulfil(db, order_id=event.order_id)


@on(LivestockTransferRefused)
async def transfer_refused(event: LivestockTransferRefused, db: AsyncSession) -> None:
    await orders.abandon(db, order_id=event.order_id, state="confirmed", reason=orders.decisive(event.reasons))


@on(HoldPlaced)
async def hold_placed(event: HoldPlaced, db: AsyncSession) -> None:
    await orders.confirm(db, order_id=event.order_id)


@on(HoldRefused)
async def hold_refused(event: HoldRefused, db: AsyncSession) -> None:
    await orders.abandon(db, order_id=event.order_id, state="pending", reason=event.reason)


@on(HoldCaptured)
async def hold_captured(event: HoldCaptured, db: AsyncSession) -> None:
    await orders.complete(db, order_id=event.order_id)


@on(UserStandingChanged)
async def standing_changed(event: UserStandingChanged, db: AsyncSession) -> None:
    await standing.standing_changed.run(event, db)
    await people.follow(db, event.user_id)


@on(UserDeletionRequested)
async def deletion_requested(event: UserDeletionRequested, db: AsyncSession) -> None:
    await people.check_deletion(db, request_id=event.request_id, user_id=event.user_id)
