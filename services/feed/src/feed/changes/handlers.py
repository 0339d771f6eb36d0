"""The farm's events about animals, and identity's about owners."""

from amigok_chassis.outbox import emit
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import (
    LivestockDied,
    LivestockMoved,
    LivestockOwnershipTransferred,
    LivestockReclaimed,
    LivestockRemoved,
)
from amigok_contracts.feed import FeedDeletionChecked
from amigok_contracts.identity import UserDeletionRequested
from feed.animals.locks import ANIMALS
from feed.changes import following, queries
from feed.subscriptions.locks import OF_ANIMALS, OF_OWNERS

_LOCKED = [ANIMALS.of("livestock_id"), OF_ANIMALS.of("livestock_id")]


@on(LivestockOwnershipTransferred, locks=_LOCKED)
async def livestock_sold(db: UnitOfWork, event: LivestockOwnershipTransferred) -> None:
    await following.animal_changed(db, event.livestock_id, at=event.transferred_at, reason="sold")


@on(LivestockReclaimed, locks=_LOCKED)
async def livestock_reclaimed(db: UnitOfWork, event: LivestockReclaimed) -> None:
    await following.animal_changed(db, event.livestock_id, at=event.reclaimed_at, reason="reclaimed")


@on(LivestockRemoved, locks=_LOCKED)
async def livestock_removed(db: UnitOfWork, event: LivestockRemoved) -> None:
    await following.animal_changed(db, event.livestock_id, at=event.removed_at, reason="removed")


@on(LivestockDied, locks=_LOCKED)
async def livestock_died(db: UnitOfWork, event: LivestockDied) -> None:
    await following.animal_changed(db, event.livestock_id, at=event.died_at, reason="died")


@on(LivestockMoved, locks=_LOCKED)
async def livestock_moved(db: UnitOfWork, event: LivestockMoved) -> None:
    await following.animal_changed(db, event.livestock_id, at=event.moved_at, reason="not_owner")


@on(UserDeletionRequested, locks=[OF_OWNERS.of("user_id")])
async def deletion_requested(db: UnitOfWork, event: UserDeletionRequested) -> None:
    """What runs ends, so that only what the wallet has not answered yet is in the way."""
    await following.end_all_of(db, event.user_id)
    obstacles = ("feed",) if await queries.is_open_of(db, event.user_id) else ()
    emit(db, FeedDeletionChecked(request_id=event.request_id, user_id=event.user_id, obstacles=obstacles))
