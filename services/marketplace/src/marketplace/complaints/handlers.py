"""The farm's answers about animals that are to go back, and what payment, the farm and identity tell."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockOwnershipTransferred, LivestockReclaimed, LivestockReturnRefused
from amigok_contracts.identity import UserDeleted
from amigok_contracts.payment import Dispute, DisputeLost, DisputeOpened, DisputeWon
from marketplace.animals.locks import ANIMALS
from marketplace.complaints import decisions, disputes, evidence, service
from marketplace.complaints.locks import COMPLAINTS_OF_ORDERS, ESCROWED_ORDERS
from marketplace.orders.locks import ORDERED_LISTINGS, ORDERS

_OF_ORDER = [ORDERS.of("order_id"), COMPLAINTS_OF_ORDERS.of("order_id")]


@on(
    LivestockOwnershipTransferred,
    locks=[*_OF_ORDER, ANIMALS.of("livestock_id"), ORDERED_LISTINGS.of("order_id")],
)
async def livestock_returned(db: UnitOfWork, event: LivestockOwnershipTransferred) -> None:
    if event.return_id is not None:
        await decisions.returned(db, order_id=event.order_id, return_id=event.return_id)


@on(LivestockReturnRefused, locks=_OF_ORDER)
async def return_refused(db: UnitOfWork, event: LivestockReturnRefused) -> None:
    await decisions.refused(db, order_id=event.order_id, return_id=event.return_id, reasons=event.reasons)


@on(LivestockReclaimed, locks=[ESCROWED_ORDERS.of("livestock_id")])
async def livestock_reclaimed(db: UnitOfWork, event: LivestockReclaimed) -> None:
    await disputes.reclaimed(db, event.livestock_id, owner_id=event.previous_owner_id, at=event.reclaimed_at)


@on(DisputeOpened, locks=_OF_ORDER)
async def dispute_opened(db: UnitOfWork, event: DisputeOpened) -> None:
    await _follow(db, event, version=event.aggregate_version, stands=True)


@on(DisputeLost, locks=_OF_ORDER)
async def dispute_lost(db: UnitOfWork, event: DisputeLost) -> None:
    await _follow(db, event, version=event.aggregate_version, stands=True)


@on(DisputeWon, locks=_OF_ORDER)
async def dispute_won(db: UnitOfWork, event: DisputeWon) -> None:
    await _follow(db, event, version=event.aggregate_version, stands=False)


async def _follow(db: UnitOfWork, event: Dispute, *, version: int, stands: bool) -> None:
    if event.order_id is not None:
        await disputes.follow(db, event.order_id, dispute_id=event.dispute_id, stands=stands, version=version)


@on(UserDeleted)
async def user_deleted(db: UnitOfWork, event: UserDeleted) -> None:
    await evidence.forget(db, event.user_id)
    await service.forget(db, event.user_id)
