"""How entries move, and what is published about it. Their contest is locked."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_contests import (
    EntryAdmitted,
    EntryLost,
    EntryRecovered,
    EntryRefused,
    EntrySaleBlocked,
    EntrySaleBlockEnded,
    EntryWithdrawn,
)
from game.contests.models import Contest
from game.entries import fees
from game.entries.machine import FROZEN, LIVE
from game.entries.models import Entry

WAITING = ("registered", "admitted")
"""The states of an entry before its contest starts."""


def admit_if_ready(db: UnitOfWork, contest: Contest, entry: Entry) -> None:
    """Admits an entry whose fee is held, if the rules leave it to nobody."""
    if entry.fee_state in (None, "held") and contest.terms.admission == "automatic":
        admit(db, entry)


def admit(db: UnitOfWork, entry: Entry) -> None:
    """Lets an entry take part. Raises WrongState."""
    entry.become("admit", now=clock.now())
    emit(db, EntryAdmitted(**_about(entry)))


def refuse(db: UnitOfWork, contest: Contest, entry: Entry, reason: str) -> None:
    """Does not let an entry take part; its fee is given back. Raises WrongState."""
    _leave(contest, entry, "refuse", reason)
    fees.give_back(db, entry, reason)
    emit(db, EntryRefused(**_about(entry), reason=reason))


def withdraw(db: UnitOfWork, contest: Contest, entry: Entry, reason: str) -> None:
    """Takes an entry out before the contest starts; its fee is given back. Raises WrongState."""
    _leave(contest, entry, "withdraw", reason)
    fees.give_back(db, entry, reason)
    emit(db, EntryWithdrawn(**_about(entry), reason=reason))


def lose(db: UnitOfWork, contest: Contest, entry: Entry, reason: str, *, at: datetime) -> None:
    """Notes that the owner has lost the animal while the contest runs. Raises WrongState."""
    entry.become("lose", now=clock.now(), reason=reason)
    entry.lost_at = at
    if reason != "died":
        unblock(db, contest, entry)
    fate = contest.terms.on_loss.of(reason)
    emit(db, EntryLost(**_about(entry), reason=reason, lost_at=at, fate=fate))


def recover(db: UnitOfWork, contest: Contest, entry: Entry) -> None:
    """The animal was not lost after all. Raises WrongState."""
    entry.become("recover", now=clock.now())
    entry.lost_at = None
    emit(db, EntryRecovered(**_about(entry)))


def end(db: UnitOfWork, contest: Contest, entry: Entry) -> None:
    """The contest has ended: the animal may be sold."""
    if entry.state in FROZEN:
        unblock(db, contest, entry)


async def leave_lost(db: UnitOfWork, contest: Contest) -> None:
    """Takes out the entries that are lost, and that the rules do not score, before the result is made."""
    lost = Entry.contest_id == contest.id, Entry.state == "lost", Entry.reason.in_(contest.terms.on_loss.leaving)
    for entry in await db.scalars(select(Entry).where(*lost).execution_options(populate_existing=True)):
        _leave(contest, entry, "leave", entry.reason)
        emit(db, EntryWithdrawn(**_about(entry), reason=str(entry.reason)))


def cancel(db: UnitOfWork, contest: Contest, entry: Entry) -> None:
    """The contest was cancelled: the fee is given back, and the animal may be sold.

    An entry that has left it stays as it is, but nobody pays for a contest that nobody wins.
    """
    if entry.state in FROZEN:
        unblock(db, contest, entry)
    if entry.state in LIVE:
        _leave(contest, entry, "cancel", None)
    fees.give_back(db, entry, "contest_cancelled")


def block(db: UnitOfWork, contest: Contest, entry: Entry) -> None:
    """Keeps the animal from being sold by its owner while the contest runs, if the rules say so."""
    if contest.forbids_sale:
        about = {"livestock_id": entry.livestock_id, "source_id": entry.id, "contest_id": contest.id}
        emit(db, EntrySaleBlocked(**about, owner_id=entry.owner_id))


def unblock(db: UnitOfWork, contest: Contest, entry: Entry) -> None:
    """Lets the animal be sold again."""
    if contest.forbids_sale:
        about = {"livestock_id": entry.livestock_id, "source_id": entry.id, "contest_id": contest.id}
        emit(db, EntrySaleBlockEnded(**about))


def _leave(contest: Contest, entry: Entry, action: str, reason: str | None) -> None:
    """Takes a step out of the live states, which frees a place."""
    was_live = entry.state in LIVE
    entry.become(action, now=clock.now(), reason=reason)
    contest.places_taken -= was_live


def _about(entry: Entry) -> dict[str, Any]:
    names = ("contest_id", "livestock_id", "owner_id")
    told: dict[str, UUID] = {name: getattr(entry, name) for name in names}
    return told | {"entry_id": entry.id}
