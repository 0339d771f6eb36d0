"""The wallet's answers, and what the farm and identity say of animals and people. Each may come twice, in any order."""

from amigok_chassis import audit
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.care import REQUEST
from amigok_contracts.farm import (
    LivestockDied,
    LivestockOwnershipTransferred,
    LivestockReclaimed,
    LivestockReinstated,
    LivestockRemoved,
)
from amigok_contracts.identity import UserDeleted, UserDeletionRequested, UserStandingChanged
from amigok_contracts.wallet import (
    ChargeCompleted,
    ChargeRefused,
    DebtRecorded,
    DebtSettled,
    HoldCaptured,
    HoldPlaced,
    HoldRefused,
    HoldReleased,
)
from care.animals.locks import ANIMALS
from care.requests import billing, following
from care.requests.locks import OPEN_REQUESTS_OF_ANIMALS, OPEN_REQUESTS_OF_OWNERS, PAID_REQUESTS

_OURS = {"purpose": REQUEST}
_PAID = [PAID_REQUESTS.of("reference_id")]
_OF_ANIMAL = [ANIMALS.of("livestock_id"), OPEN_REQUESTS_OF_ANIMALS.of("livestock_id")]
_OF_OWNER = [OPEN_REQUESTS_OF_OWNERS.of("user_id")]


@on(HoldPlaced, match=_OURS, locks=_PAID)
async def hold_placed(db: UnitOfWork, event: HoldPlaced) -> None:
    await billing.held(db, event.reference_id)


@on(HoldRefused, match=_OURS, locks=_PAID)
async def hold_refused(db: UnitOfWork, event: HoldRefused) -> None:
    await billing.refused(db, event.reference_id, event.reason)


@on(HoldReleased, match=_OURS, locks=_PAID)
async def hold_released(db: UnitOfWork, event: HoldReleased) -> None:
    await billing.expired(db, event.reference_id, event.reason)


@on(HoldCaptured, match=_OURS, locks=_PAID)
async def hold_captured(db: UnitOfWork, event: HoldCaptured) -> None:
    await billing.captured(db, event.reference_id, event.amount)


@on(ChargeCompleted, match=_OURS, locks=_PAID)
async def charge_completed(db: UnitOfWork, event: ChargeCompleted) -> None:
    await billing.charged(db, event.reference_id, owed=event.owed)


@on(ChargeRefused, match=_OURS, locks=_PAID)
async def charge_refused(db: UnitOfWork, event: ChargeRefused) -> None:
    await billing.refused(db, event.reference_id, event.reason)


@on(DebtRecorded, match=_OURS, locks=_PAID)
async def debt_recorded(db: UnitOfWork, event: DebtRecorded) -> None:
    await billing.owe(db, event.reference_id, event.remaining)


@on(DebtSettled, match=_OURS, locks=_PAID)
async def debt_settled(db: UnitOfWork, event: DebtSettled) -> None:
    await billing.settled(db, event.reference_id)


@on(LivestockOwnershipTransferred, locks=_OF_ANIMAL)
async def livestock_transferred(db: UnitOfWork, event: LivestockOwnershipTransferred) -> None:
    await following.follow_animal(db, event.livestock_id)


@on(LivestockReclaimed, locks=_OF_ANIMAL)
async def livestock_reclaimed(db: UnitOfWork, event: LivestockReclaimed) -> None:
    await following.follow_animal(db, event.livestock_id)


@on(LivestockReinstated, locks=_OF_ANIMAL)
async def livestock_reinstated(db: UnitOfWork, event: LivestockReinstated) -> None:
    await following.follow_animal(db, event.livestock_id)


@on(LivestockRemoved, locks=_OF_ANIMAL)
async def livestock_removed(db: UnitOfWork, event: LivestockRemoved) -> None:
    await following.follow_animal(db, event.livestock_id)


@on(LivestockDied, locks=_OF_ANIMAL)
async def livestock_died(db: UnitOfWork, event: LivestockDied) -> None:
    await following.follow_animal(db, event.livestock_id)


@on(UserStandingChanged, locks=_OF_OWNER)
async def standing_changed(db: UnitOfWork, event: UserStandingChanged) -> None:
    await following.follow_owner(db, event.user_id)


@on(UserDeletionRequested, locks=_OF_OWNER)
async def deletion_requested(db: UnitOfWork, event: UserDeletionRequested) -> None:
    await following.check_deletion(db, request_id=event.request_id, user_id=event.user_id)


@on(UserDeleted, locks=_OF_OWNER)
async def user_deleted(db: UnitOfWork, event: UserDeleted) -> None:
    await following.forget(db, event.user_id)
    audit.forget(db, event.user_id)
