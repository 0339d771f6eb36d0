"""Follows contests and their entries."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_contests import ContestChanged, ContestOpened, EntryAdmitted, EntryRefused, EntryWithdrawn
from notification.contests import service


@on(ContestOpened)
async def opened(db: UnitOfWork, event: ContestOpened) -> None:
    await service.keep(db, event)


@on(ContestChanged)
async def changed(db: UnitOfWork, event: ContestChanged) -> None:
    await service.keep(db, event)


@on(EntryAdmitted)
async def admitted(db: UnitOfWork, event: EntryAdmitted) -> None:
    await service.keep_entry(db, event, left=False)


@on(EntryRefused)
async def refused(db: UnitOfWork, event: EntryRefused) -> None:
    await service.keep_entry(db, event, left=True)


@on(EntryWithdrawn)
async def withdrawn(db: UnitOfWork, event: EntryWithdrawn) -> None:
    await service.keep_entry(db, event, left=True)


CONTESTS = (opened, changed, admitted, refused, withdrawn)
