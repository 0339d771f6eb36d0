"""The answers of the wallet and the farm. Each may arrive late, early or twice."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockOwnershipTransferred, LivestockTransferRefused
from amigok_contracts.wallet import HoldCaptured, HoldPlaced, HoldRefused
from marketplace.animals.locks import ANIMALS
from marketplace.orders import service
from marketplace.orders.locks import ORDERED_LISTINGS, ORDERS

_LOCKS = [ORDERS.of("order_id"), ORDERED_LISTINGS.of("order_id")]


@on(HoldPlaced, locks=_LOCKS)
async def hold_placed(db: UnitOfWork, event: HoldPlaced) -> None:
    await service.confirm(db, order_id=event.order_id)


@on(HoldRefused, locks=_LOCKS)
async def hold_refused(db: UnitOfWork, event: HoldRefused) -> None:
    await service.abandon(db, order_id=event.order_id, state="pending", reason=event.reason)


@on(LivestockOwnershipTransferred, locks=[*_LOCKS, ANIMALS.of("livestock_id")])
async def livestock_transferred(db: UnitOfWork, event: LivestockOwnershipTransferred) -> None:
    await service.fulfil(db, order_id=event.order_id)


@on(LivestockTransferRefused, locks=[*_LOCKS, ANIMALS.of("livestock_id")])
async def transfer_refused(db: UnitOfWork, event: LivestockTransferRefused) -> None:
    reason = service.decisive(event.reasons)
    await service.abandon(db, order_id=event.order_id, state="confirmed", reason=reason)


@on(HoldCaptured, locks=_LOCKS)
async def hold_captured(db: UnitOfWork, event: HoldCaptured) -> None:
    await service.complete(db, order_id=event.order_id)
