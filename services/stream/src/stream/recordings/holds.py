"""Who keeps recordings: owners a few for themselves, staff of the farm and administrators for a reason.

What is kept is not removed until everybody has let it go.
"""

from typing import Literal
from uuid import UUID

from sqlalchemy import delete, exists, func, select, text, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import OtherFarm
from stream.access.service import BY_ROLE
from stream.farms.guards import require_staff
from stream.recordings.errors import RecordingNotFound, TooManyKept
from stream.recordings.models import Hold, Recording
from stream.recordings.viewing import seen

Kind = Literal["owner", "legal"]

MOST = 20
"""Recordings that somebody keeps for themselves."""

_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended('kept by ' || :user_id, 0))")


async def keep(db: UnitOfWork, recording_id: UUID, *, by: Principal) -> None:
    """Keeps a recording of somebody's own time. Repeating the call has no further effect.

    Raises RecordingNotFound, also where they see it by their role or because it was released; TooManyKept.
    """
    recording, viewing = await seen(db, recording_id, by)
    if viewing.basis in BY_ROLE or not any(time.contains(recording.during) for time in viewing.during):
        raise RecordingNotFound
    await db.execute(_LOCK, {"user_id": str(by.id)})
    mine = Hold.held_by == by.id, Hold.kind == "owner", Hold.recording_id != recording_id
    if (await db.scalar(select(func.count()).select_from(Hold).where(*mine)) or 0) >= MOST:
        raise TooManyKept(f"One person keeps at most {MOST} recordings.")
    await _hold(db, recording_id, "owner", None, by=by.id)


async def let_go(db: UnitOfWork, recording_id: UUID, *, by: UUID) -> None:
    """Keeps a recording no longer. Raises RecordingNotFound for who does not keep it."""
    await _locked(db, recording_id)
    await _end(db, recording_id, "owner", by=by)


async def hold(db: UnitOfWork, recording_id: UUID, reason: str, *, by: Principal) -> None:
    """Keeps a recording of one's farm for a reason, such as a claim. A later reason replaces the first.

    Raises RecordingNotFound, also where it is another farm's; Forbidden.
    """
    recording = await _of_farm(db, recording_id, by)
    await _hold(db, recording_id, "legal", reason, by=by.id)
    audit.record(db, "recording.held", subject_id=recording_id, after={"reason": reason, "farm_id": recording.farm_id})


async def release(db: UnitOfWork, recording_id: UUID, *, by: Principal) -> None:
    """Ends all holds of this kind, whoever placed them. Raises RecordingNotFound, Forbidden."""
    recording = await _of_farm(db, recording_id, by)
    await _end(db, recording_id, "legal")
    audit.record(db, "recording.let_go", subject_id=recording_id, after={"farm_id": recording.farm_id})


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """A deleted user keeps nothing for themselves any more."""
    theirs = select(Hold.recording_id).where(Hold.held_by == user_id, Hold.kind == "owner")
    for recording_id in (await db.scalars(theirs.order_by(Hold.recording_id))).all():
        await _locked(db, recording_id)
        await _end(db, recording_id, "owner", by=user_id)


async def _of_farm(db: UnitOfWork, recording_id: UUID, by: Principal) -> Recording:
    recording = await _locked(db, recording_id)
    try:
        await require_staff(db, by, recording.farm_id)
    except OtherFarm as error:
        raise RecordingNotFound from error
    return recording


async def _locked(db: UnitOfWork, recording_id: UUID) -> Recording:
    found = await db.get(Recording, recording_id, with_for_update=True, populate_existing=True)
    if found is None:
        raise RecordingNotFound
    return found


async def _hold(db: UnitOfWork, recording_id: UUID, kind: Kind, reason: str | None, *, by: UUID) -> None:
    (await _locked(db, recording_id)).is_held = True
    values = {"recording_id": recording_id, "held_by": by, "kind": kind, "reason": reason, "held_at": clock.now()}
    changed = (
        insert(Hold)
        .values(values)
        .on_conflict_do_update(index_elements=["recording_id", "held_by", "kind"], set_={"reason": reason})
    )
    await db.execute(changed)


async def _end(db: UnitOfWork, recording_id: UUID, kind: Kind, *, by: UUID | None = None) -> None:
    """Ends holds of a recording that is locked. Raises RecordingNotFound where there is none."""
    ended = delete(Hold).where(Hold.recording_id == recording_id, Hold.kind == kind)
    if by is not None:
        ended = ended.where(Hold.held_by == by)
    if not (await db.scalars(ended.returning(Hold.held_by))).all():
        raise RecordingNotFound
    others = exists().where(Hold.recording_id == recording_id)
    await db.execute(update(Recording).where(Recording.id == recording_id).values(is_held=others))
