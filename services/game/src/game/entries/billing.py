"""What the wallet's answers mean for an entry. Its contest is locked."""

from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from game.contests.models import Contest
from game.entries import fees, service
from game.entries.models import Entry


async def held(db: UnitOfWork, entry_id: UUID) -> None:
    """The fee is set aside: the entry takes part, unless somebody has to admit it."""
    contest, entry = await _of(db, entry_id)
    if entry.move_fee("hold", now=clock.now()) and entry.state == "registered":
        service.admit_if_ready(db, contest, entry)


async def refused(db: UnitOfWork, entry_id: UUID, code: str) -> None:
    """The fee could not be set aside. The entry shows the wallet's code, which tells its owner what to do about it."""
    contest, entry = await _of(db, entry_id)
    if entry.move_fee("refuse", now=clock.now()) and entry.state in service.WAITING:
        service.refuse(db, contest, entry, "fee_refused")
        entry.reason = code


async def released(db: UnitOfWork, entry_id: UUID) -> None:
    """Nothing is set aside any more: it was given back, or has expired before the contest started."""
    contest, entry = await _of(db, entry_id)
    if entry.move_fee("release", now=clock.now()) and entry.state in service.WAITING:
        service.refuse(db, contest, entry, "fee_expired")


async def captured(db: UnitOfWork, entry_id: UUID) -> None:
    """The fee was taken. If the contest was cancelled meanwhile it is paid back."""
    contest, entry = await _of(db, entry_id)
    if entry.move_fee("take", now=clock.now()) and contest.state == "cancelled":
        fees.give_back(db, entry, "contest_cancelled")


async def repaid(db: UnitOfWork, entry_id: UUID) -> None:
    """The fee was paid back."""
    _, entry = await _of(db, entry_id)
    entry.move_fee("repay", now=clock.now())


async def _of(db: UnitOfWork, entry_id: UUID) -> tuple[Contest, Entry]:
    entry = await db.get_one(Entry, entry_id, populate_existing=True)
    return await db.get_one(Contest, entry.contest_id, populate_existing=True), entry
