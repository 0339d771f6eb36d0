"""Administrators admit entries or refuse them, where the rules leave it to them. Nobody decides about their own."""

from uuid import UUID

from sqlalchemy import exists, select

from amigok_chassis import audit, clock
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import OwnAnimal, require_others
from game.animals.models import Animal, Ownership
from game.contests import service as contests
from game.contests.models import Contest
from game.entries import service
from game.entries.errors import EntryNotFound, FeePending
from game.entries.machine import LIVE
from game.entries.models import Entry


async def admit(db: UnitOfWork, contest_id: UUID, entry_id: UUID, *, by: UUID) -> Entry:
    """Admits an entry whose fee is held. Raises ContestNotFound, EntryNotFound, OwnAnimal, FeePending, WrongState."""
    _, entry = await _of_another(db, contest_id, entry_id, by=by)
    if entry.fee_state == "asked":
        raise FeePending
    before = audit.picture(entry, "state")
    service.admit(db, entry)
    audit.record(db, "entry.admitted", subject_id=entry.id, before=before, after=audit.picture(entry, "state"))
    return entry


async def refuse(db: UnitOfWork, contest_id: UUID, entry_id: UUID, *, by: UUID) -> Entry:
    """Refuses an entry before the contest starts. Raises ContestNotFound, EntryNotFound, OwnAnimal, WrongState."""
    contest, entry = await _of_another(db, contest_id, entry_id, by=by)
    before = audit.picture(entry, "state", "reason")
    service.refuse(db, contest, entry, "not_admitted")
    after = audit.picture(entry, "state", "reason")
    audit.record(db, "entry.refused", subject_id=entry.id, before=before, after=after)
    return entry


async def _require_no_entry(db: UnitOfWork, contest_id: UUID, user_id: UUID) -> None:
    """Nobody chooses whom they compete with. Raises OwnAnimal."""
    theirs = Entry.contest_id == contest_id, Entry.owner_id == user_id, Entry.state.in_(LIVE)
    if await db.scalar(select(exists().where(*theirs))):
        raise OwnAnimal


async def _of_another(db: UnitOfWork, contest_id: UUID, entry_id: UUID, *, by: UUID) -> tuple[Contest, Entry]:
    contest = await contests.locked(db, contest_id)
    entry = await db.get(Entry, entry_id, populate_existing=True)
    if entry is None or entry.contest_id != contest_id:
        raise EntryNotFound
    await require_others(db, Animal, Ownership, entry.livestock_id, by, since=min(entry.registered_at, clock.now()))
    await _require_no_entry(db, contest_id, by)
    return contest, entry
