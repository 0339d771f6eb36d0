"""Opens, starts, ends and cancels contests: by the clock, or by administrators ahead of it."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_

from amigok_chassis import audit, clock
from amigok_chassis.outbox import emit
from amigok_chassis.rows import refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_contests import ContestCancelled, ContestEnded, ContestStarted
from game.contests import service as contests
from game.contests.errors import ResultsAnnounced, TimesPassed
from game.contests.machine import CONTESTS
from game.contests.models import Contest
from game.entries import queries
from game.entries import service as entries
from game.entries.machine import LIVE
from game.entries.models import Entry
from game.facts import service as facts
from game.judges.conflicts import require_no_party
from game.stages import freezing

Move = Callable[[UnitOfWork, Contest], Awaitable[None]]

_TOLD = ("state", "cancel_reason", "frozen_hash", "started_at", "ended_at")


async def proceed(db: UnitOfWork, contest_id: UUID) -> None:
    """Moves a contest whose time has come. Repeating the call has no further effect."""
    contest = await contests.locked(db, contest_id)
    contests.schedule(contest)
    if contest.due_at is not None and contest.due_at <= clock.now():
        moves: dict[str, Move] = {"draft": _open, "registration_open": start, "active": end}
        await moves[contest.state](db, contest)


async def open_by_hand(db: UnitOfWork, contest_id: UUID, *, version: int) -> Contest:
    """Opens a draft ahead of its time. Raises ContestNotFound, VersionConflict, TimesPassed, WrongState."""
    contest = await _decided(db, contest_id, version)
    before = audit.picture(contest, *_TOLD)
    if contest.registration_closes_at <= clock.now():
        raise TimesPassed
    contests.open_registration(db, contest)
    _record(db, "contest.opened", contest, before)
    return contest


async def start_by_hand(db: UnitOfWork, contest_id: UUID, *, version: int, by: UUID) -> Contest:
    """Starts a contest ahead of its time, or cancels it where too few take part.

    Raises ContestNotFound, VersionConflict, OwnBehalf, WrongState.
    """
    contest = await _decided(db, contest_id, version)
    await require_no_party(db, contest_id, by)
    before = audit.picture(contest, *_TOLD)
    await start(db, contest)
    _record(db, "contest.started", contest, before)
    return contest


async def end_by_hand(db: UnitOfWork, contest_id: UUID, *, version: int, by: UUID) -> Contest:
    """Ends a contest ahead of its time. Raises ContestNotFound, VersionConflict, OwnBehalf, WrongState."""
    contest = await _decided(db, contest_id, version)
    await require_no_party(db, contest_id, by)
    before = audit.picture(contest, *_TOLD)
    await end(db, contest)
    _record(db, "contest.ended", contest, before)
    return contest


async def cancel_by_hand(db: UnitOfWork, contest_id: UUID, *, version: int, by: UUID) -> None:
    """Cancels a contest before its results are announced.

    Raises ContestNotFound, VersionConflict, OwnBehalf, ResultsAnnounced, WrongState.
    """
    contest = await _decided(db, contest_id, version)
    await require_no_party(db, contest_id, by)
    if contest.announced_at is not None:
        raise ResultsAnnounced
    before = audit.picture(contest, *_TOLD)
    await cancel(db, contest, "withdrawn")
    _record(db, "contest.cancelled", contest, before)


async def start(db: UnitOfWork, contest: Contest) -> None:
    """Starts a contest with its admitted entries, or cancels it where too few take part. Raises WrongState.

    Whose planned end has passed while nothing ran is cancelled, too: nobody pays for a contest that never ran.
    """
    CONTESTS.follow("start", contest.state)
    if contest.ends_at <= clock.now():
        return await cancel(db, contest, "too_late")
    await freezing.refuse_unfit(db, contest)
    taking_part = await freezing.admitted(db, contest)
    if taking_part < max(contest.terms.least_entries, 1):
        return await cancel(db, contest, "too_few_entries")
    await freezing.freeze(db, contest)
    contest.become("start")
    contests.schedule(contest)
    emit(
        db,
        ContestStarted(
            contest_id=contest.id,
            contest_version=contest.version,
            contest_type=contest.type,
            entries=taking_part,
            frozen_hash=contest.frozen_hash,
            scoring_version=contest.scoring_version,
            started_at=contest.started_at,
            ends_at=contest.ends_at,
        ),
    )
    return None


async def end(db: UnitOfWork, contest: Contest) -> None:
    """Ends a contest: what happens from now on, or from its planned end, does not count. Raises WrongState."""
    contest.become("end")
    contest.ended_at = _ended_at(contest, clock.now())
    contests.schedule(contest)
    animals = []
    async for entry in queries.each(db, contest.id, Entry.frozen_at.is_not(None)):
        animals.append(entry.livestock_id)
        entries.end(db, contest, entry)
    await facts.due(db, animals)
    emit(db, ContestEnded(contest_id=contest.id, contest_type=contest.type, ended_at=contest.ended_at))


async def cancel(db: UnitOfWork, contest: Contest, reason: str) -> None:
    """Cancels a contest: fees are given back, and animals may be sold again. Raises WrongState."""
    was_listed = contest.opened_at is not None
    contest.become("cancel")
    contest.cancelled_at, contest.cancel_reason = clock.now(), reason
    contests.schedule(contest)
    animals = []
    async for entry in queries.each(db, contest.id, or_(Entry.state.in_(LIVE), Entry.frozen_at.is_not(None))):
        animals.append(entry.livestock_id)
        entries.cancel(db, contest, entry)
    await facts.due(db, animals)
    if was_listed:
        emit(db, ContestCancelled(contest_id=contest.id, contest_type=contest.type, reason=reason))


async def _open(db: UnitOfWork, contest: Contest) -> None:
    contests.open_registration(db, contest)


def _ended_at(contest: Contest, now: datetime) -> datetime:
    """When a contest really ends: not after its planned end, however late the clock is looked at."""
    assert contest.started_at is not None
    return max(min(now, contest.ends_at), contest.started_at)


async def _decided(db: UnitOfWork, contest_id: UUID, version: int) -> Contest:
    """The contest, locked, as the administrator has seen it."""
    contest = await contests.locked(db, contest_id)
    refuse_other_version(version, contest.version)
    return contest


def _record(db: UnitOfWork, action: str, contest: Contest, before: audit.Values) -> None:
    audit.record(db, action, subject_id=contest.id, before=before, after=audit.picture(contest, *_TOLD))
