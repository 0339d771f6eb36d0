"""The wallet's answers about fees, and what the farm and identity say. Each may come twice, in any order."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import (
    LivestockDied,
    LivestockOwnershipTransferred,
    LivestockReclaimed,
    LivestockReinstated,
    LivestockRemoved,
)
from amigok_contracts.game_contests import ENTRY, REFUND
from amigok_contracts.wallet import HoldCaptured, HoldPlaced, HoldRefused, HoldReleased, RewardPaid
from game.animals.locks import ANIMALS
from game.entries import billing, following
from game.entries.locks import OF_ANIMALS, OF_ENTRIES

_OURS = {"purpose": ENTRY}
_PAID = [OF_ENTRIES.of("reference_id")]
_OF_ANIMAL = [ANIMALS.of("livestock_id"), OF_ANIMALS.of("livestock_id")]


@on(HoldPlaced, match=_OURS, locks=_PAID)
async def hold_placed(db: UnitOfWork, event: HoldPlaced) -> None:
    await billing.held(db, event.reference_id)


@on(HoldRefused, match=_OURS, locks=_PAID)
async def hold_refused(db: UnitOfWork, event: HoldRefused) -> None:
    await billing.refused(db, event.reference_id, event.reason)


@on(HoldReleased, match=_OURS, locks=_PAID)
async def hold_released(db: UnitOfWork, event: HoldReleased) -> None:
    await billing.released(db, event.reference_id)


@on(HoldCaptured, match=_OURS, locks=_PAID)
async def hold_captured(db: UnitOfWork, event: HoldCaptured) -> None:
    await billing.captured(db, event.reference_id)


@on(RewardPaid, match={"purpose": REFUND}, locks=_PAID)
async def reward_paid(db: UnitOfWork, event: RewardPaid) -> None:
    await billing.repaid(db, event.reference_id)


@on(LivestockOwnershipTransferred, locks=_OF_ANIMAL)
async def livestock_transferred(db: UnitOfWork, event: LivestockOwnershipTransferred) -> None:
    await following.follow_animal(db, event.livestock_id)


@on(LivestockReclaimed, locks=_OF_ANIMAL)
async def livestock_reclaimed(db: UnitOfWork, event: LivestockReclaimed) -> None:
    await following.follow_animal(db, event.livestock_id)


@on(LivestockRemoved, locks=_OF_ANIMAL)
async def livestock_removed(db: UnitOfWork, event: LivestockRemoved) -> None:
    await following.follow_animal(db, event.livestock_id)


@on(LivestockDied, locks=_OF_ANIMAL)
async def livestock_died(db: UnitOfWork, event: LivestockDied) -> None:
    await following.follow_animal(db, event.livestock_id)


@on(LivestockReinstated, locks=_OF_ANIMAL)
async def livestock_reinstated(db: UnitOfWork, event: LivestockReinstated) -> None:
    await following.follow_animal(db, event.livestock_id)
