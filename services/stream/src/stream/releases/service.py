"""Footage that owners release for buyers.

An owner releases times of their own: all cameras, or one. Whoever is signed in sees it while the animal is for sale;
whoever buys the animal keeps seeing it as long as it is theirs, unless it is withdrawn. Only footage is released, no
detections and no live video.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, exists, select, update
from sqlalchemy.dialects.postgresql import Range

from amigok_chassis import clock, standing
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.stream_recordings import FootageReleased, FootageWithdrawn
from amigok_herd import LivestockNotFound
from stream.animals.locks import ANIMALS
from stream.intervals.models import Interval
from stream.releases.errors import NotYourTime, ReleaseNotFound, TooManyReleases
from stream.releases.models import Listing, Release

MOST = 50
"""Releases of one animal that an owner may have at a time."""


@dataclass(frozen=True)
class Released:
    """Footage of one camera, or of all, in a time that was the releaser's own."""

    during: Range[datetime]
    camera_id: UUID | None


async def release(
    db: UnitOfWork, livestock_id: UUID, during: Range[datetime], camera_id: UUID | None, *, by: UUID
) -> Release:
    """Releases a time that lies in one of somebody's own.

    Releasing the same again returns the first. Raises LivestockNotFound for who never owned the animal, NotYourTime,
    TooManyReleases.
    """
    await standing.require_active(db, by)
    await ANIMALS.take(db, {livestock_id})
    await _require_own(db, livestock_id, during, by=by)
    known = (await db.scalars(_of(livestock_id, by))).all()
    for each in known:
        if (each.during, each.camera_id) == (during, camera_id):
            return each
    if len(known) >= MOST:
        raise TooManyReleases
    return _added(db, livestock_id, during, camera_id, by=by)


async def withdraw(db: UnitOfWork, livestock_id: UUID, release_id: UUID, *, by: UUID) -> None:
    """Nobody sees it any more from now on. Raises ReleaseNotFound, also once it was withdrawn."""
    mine = await db.scalar(_of(livestock_id, by).where(Release.id == release_id).with_for_update())
    if mine is None:
        raise ReleaseNotFound
    mine.withdrawn_at = clock.now()
    emit(db, FootageWithdrawn(release_id=mine.id, livestock_id=livestock_id, owner_id=by))


async def released_by(db: UnitOfWork, livestock_id: UUID, *, by: UUID) -> Sequence[Release]:
    """What somebody has released of an animal and not withdrawn, newest first: at most `MOST`."""
    return (await db.scalars(_of(livestock_id, by).order_by(Release.id.desc()))).all()


async def released_to(db: UnitOfWork, livestock_id: UUID, *, is_owner: bool) -> Sequence[Released]:
    """What others may see of an animal's footage: its owner now, or everybody while it is for sale.

    Each is cut to what is the releaser's own by what is known of owners today. Of an animal that many owned and
    released, it is the newest 200.
    """
    if not is_owner and not await _is_for_sale(db, livestock_id):
        return ()
    own = Interval.livestock_id == Release.livestock_id, Interval.owner_id == Release.owner_id
    query = select(Release.during * Interval.during, Release.camera_id).join(Interval, own[0] & own[1])
    shown = (
        Release.livestock_id == livestock_id,
        Release.withdrawn_at.is_(None),
        Release.during.overlaps(Interval.during),
    )
    rows = await db.execute(query.where(*shown).order_by(Release.id.desc()).limit(200))
    return [Released(during, camera_id) for during, camera_id in rows]


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Withdraws all that a deleted user has released."""
    theirs = Release.owner_id == user_id, Release.withdrawn_at.is_(None)
    await db.execute(update(Release).where(*theirs).values(withdrawn_at=clock.now()))


async def _is_for_sale(db: UnitOfWork, livestock_id: UUID) -> bool:
    offered = exists().where(Listing.livestock_id == livestock_id, Listing.is_open)
    return bool(await db.scalar(select(offered)))


async def _require_own(db: UnitOfWork, livestock_id: UUID, during: Range[datetime], *, by: UUID) -> None:
    own = Interval.livestock_id == livestock_id, Interval.owner_id == by
    known = (await db.scalars(select(Interval.during).where(*own))).all()
    if not known:
        raise LivestockNotFound
    if not any(time.contains(during) for time in known):
        raise NotYourTime


def _added(db: UnitOfWork, livestock_id: UUID, during: Range[datetime], camera_id: UUID | None, *, by: UUID) -> Release:
    assert during.lower is not None
    assert during.upper is not None
    new = Release(id=new_id(), livestock_id=livestock_id, owner_id=by, camera_id=camera_id, during=during)
    new.released_at = clock.now()
    db.add(new)
    emit(
        db,
        FootageReleased(
            release_id=new.id,
            livestock_id=livestock_id,
            owner_id=by,
            camera_id=camera_id,
            begins_at=during.lower,
            ends_at=during.upper,
        ),
    )
    return new


def _of(livestock_id: UUID, owner_id: UUID) -> Select[Release]:
    mine = Release.livestock_id == livestock_id, Release.owner_id == owner_id, Release.withdrawn_at.is_(None)
    return select(Release).where(*mine)
