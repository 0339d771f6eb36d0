"""Who may see which recordings: those that lie as a whole in what they may see of an animal in them.

A recording in which an animal was sold is shown to neither owner: nobody's time is cut out of a file.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, any_, exists, false, literal, or_, select, true

from amigok_chassis.auth import Principal
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import LivestockNotFound
from stream.access.service import Viewing, require_footage
from stream.animals.models import Animal
from stream.cases.models import Case
from stream.farms.models import Farm
from stream.intervals.models import Interval
from stream.recordings.errors import RecordingNotFound
from stream.recordings.models import Recording, Shown
from stream.releases.models import Listing, Release

MOST = 20
"""Animals of a recording that are looked at for somebody's right to it."""


async def seen(db: UnitOfWork, recording_id: UUID, viewer: Principal) -> tuple[Recording, Viewing]:
    """Returns a recording that somebody may see, and by which right. Raises RecordingNotFound."""
    recording = await db.get(Recording, recording_id)
    if recording is None:
        raise RecordingNotFound
    for livestock_id in await _candidates(db, recording, viewer):
        viewing = await _of(db, recording, viewer, livestock_id)
        if viewing is not None:
            return recording, viewing
    raise RecordingNotFound


async def seen_by(db: UnitOfWork, recording_id: UUID, viewer: Principal, livestock_id: UUID) -> Recording:
    """Returns a recording that somebody may see because of this animal. Raises RecordingNotFound."""
    recording = await db.get(Recording, recording_id)
    shown = exists().where(Shown.recording_id == recording_id, Shown.livestock_id == livestock_id)
    if recording is None or not await db.scalar(select(shown)):
        raise RecordingNotFound
    if await _of(db, recording, viewer, livestock_id) is None:
        raise RecordingNotFound
    return recording


async def _of(db: UnitOfWork, recording: Recording, viewer: Principal, livestock_id: UUID) -> Viewing | None:
    try:
        viewing = await require_footage(db, viewer, livestock_id)
    except LivestockNotFound:
        return None
    covered = viewing.covers(Recording.during, Recording.camera_id, Recording.farm_id)
    return viewing if await db.scalar(select(exists().where(Recording.id == recording.id, covered))) else None


async def _candidates(db: UnitOfWork, recording: Recording, viewer: Principal) -> Sequence[UUID]:
    """The animals by which somebody may have a right to a recording, those that were detected first."""
    animals = select(Shown.livestock_id).where(Shown.recording_id == recording.id, _concerns(recording, viewer))
    order = Shown.detected.desc(), Shown.livestock_id
    return (await db.scalars(animals.order_by(*order).limit(MOST))).all()


def _concerns(recording: Recording, viewer: Principal) -> ColumnElement[bool]:
    """Only those by which they do have a right: of a pen with many animals few are looked at."""
    if viewer.role == "admin":
        return true()
    mine = Animal.owner_id == viewer.id
    of = Interval.livestock_id == Shown.livestock_id, Interval.during.contains(recording.during)
    return or_(
        exists().where(*of, Interval.owner_id == viewer.id),
        exists().where(Case.livestock_id == Shown.livestock_id, Case.veterinarian_id == viewer.id, Case.is_open),
        exists().where(
            Release.livestock_id == Shown.livestock_id,
            Release.withdrawn_at.is_(None),
            Release.during.contains(recording.during),
            or_(_is_for_sale(), exists().where(Animal.id == Shown.livestock_id, mine).correlate(Shown)),
        ),
        _works_with_it(viewer),
    )


def _is_for_sale() -> ColumnElement[bool]:
    return exists().where(Listing.livestock_id == Shown.livestock_id, Listing.is_open).correlate(Shown)


def _works_with_it(viewer: Principal) -> ColumnElement[bool]:
    if viewer.role != "farm_staff":
        return false()
    there = select(Farm.id).where(literal(viewer.id) == any_(Farm.staff_ids))
    return exists().where(Animal.id == Shown.livestock_id, Animal.farm_id.in_(there))
