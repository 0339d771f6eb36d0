"""Calendars: set by veterinarians for themselves, or by administrators."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete, exists, func, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import audit, clock
from amigok_chassis.rows import refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from care.calendars.errors import AbsenceNotFound, TooManyAbsences, VeterinarianNotFound
from care.calendars.models import Absence, Calendar, WorkingHours
from care.calendars.schemas import AbsenceIn, CalendarIn, HoursIn
from care.people import veterinarians

MOST_ABSENCES = 100


async def require_veterinarian(db: UnitOfWork, user_id: UUID) -> None:
    """Raises VeterinarianNotFound unless this user is a veterinarian whose decisions count now."""
    if not await veterinarians.counts(db, user_id):
        raise VeterinarianNotFound


async def read(db: UnitOfWork, veterinarian_id: UUID) -> Calendar:
    """The calendar of a veterinarian; an empty one of version 0 if there is none. Raises VeterinarianNotFound."""
    await require_veterinarian(db, veterinarian_id)
    return await db.get(Calendar, veterinarian_id) or _empty(veterinarian_id)


async def store(db: UnitOfWork, veterinarian_id: UUID, wanted: CalendarIn) -> Calendar:
    """Replaces a calendar. Visits that were agreed stay. Raises VeterinarianNotFound, VersionConflict."""
    await require_veterinarian(db, veterinarian_id)
    await db.execute(insert(Calendar).values(veterinarian_id=veterinarian_id).on_conflict_do_nothing())
    (calendar,) = await lock(db, [veterinarian_id])
    refuse_other_version(wanted.version, calendar.version)
    before = _picture(calendar) if calendar.version else {}
    calendar.version += 1
    calendar.time_zone = wanted.time_zone
    calendar.latitude = wanted.base.latitude if wanted.base else None
    calendar.longitude = wanted.base.longitude if wanted.base else None
    calendar.farm_ids = sorted(set(wanted.farm_ids))
    await _replace_hours(db, calendar, wanted.hours)
    audit.record(db, "calendar.set", subject_id=veterinarian_id, before=before, after=_picture(calendar))
    return calendar


async def lock(db: UnitOfWork, veterinarian_ids: Collection[UUID]) -> list[Calendar]:
    """Locks the calendars of these veterinarians that there are, by id. Whoever gives or moves visits holds them."""
    query = select(Calendar).where(Calendar.veterinarian_id.in_(veterinarian_ids)).order_by(Calendar.veterinarian_id)
    return list(await db.scalars(query.with_for_update().execution_options(populate_existing=True)))


async def add_absence(db: UnitOfWork, veterinarian_id: UUID, wanted: AbsenceIn) -> Absence:
    """Adds an absence. Raises VeterinarianNotFound, TooManyAbsences."""
    await require_veterinarian(db, veterinarian_id)
    await lock(db, [veterinarian_id])
    coming = select(func.count()).where(Absence.veterinarian_id == veterinarian_id, Absence.ends_at > clock.now())
    if (await db.scalar(coming) or 0) >= MOST_ABSENCES:
        raise TooManyAbsences
    absence = Absence(veterinarian_id=veterinarian_id, **wanted.model_dump())
    db.add(absence)
    await db.flush()
    after = audit.picture(absence, "starts_at", "ends_at")
    audit.record(db, "absence.added", subject_id=veterinarian_id, after=after)
    return absence


async def end_absence(db: UnitOfWork, veterinarian_id: UUID, absence_id: UUID) -> None:
    """Takes an absence back. Raises AbsenceNotFound."""
    mine = delete(Absence).where(Absence.id == absence_id, Absence.veterinarian_id == veterinarian_id)
    row = (await db.execute(mine.returning(Absence.starts_at, Absence.ends_at))).first()
    if row is None:
        raise AbsenceNotFound
    audit.record(db, "absence.removed", subject_id=veterinarian_id, before=dict(row._mapping))


async def coming_absences(db: UnitOfWork, veterinarian_id: UUID) -> list[Absence]:
    """The absences that have not ended yet, earliest first."""
    theirs = select(Absence).where(Absence.veterinarian_id == veterinarian_id, Absence.ends_at > clock.now())
    return list(await db.scalars(theirs.order_by(Absence.starts_at).limit(MOST_ABSENCES)))


async def forget(db: UnitOfWork, veterinarian_id: UUID) -> None:
    """Erases the calendar and the absences of a user who is no more."""
    for table in (Absence, Calendar):
        await db.execute(delete(table).where(table.veterinarian_id == veterinarian_id))


async def has_calendar(db: UnitOfWork, user_id: UUID) -> bool:
    return bool(await db.scalar(select(exists().where(Calendar.veterinarian_id == user_id))))


async def _replace_hours(db: UnitOfWork, calendar: Calendar, wanted: Collection[HoursIn]) -> None:
    calendar.hours = []
    await db.flush()  # the old rows go before overlapping new ones come
    for each in wanted:
        begins, ends = each.minutes
        calendar.hours.append(WorkingHours(weekday=each.weekday, begins=begins, ends=ends))
    await db.flush()


def _picture(calendar: Calendar) -> dict[str, object]:
    """What is recorded: not where somebody sets out, which may be their home."""
    hours = [f"{each.weekday} {each.begins}-{each.ends}" for each in calendar.hours]
    return audit.picture(calendar, "version", "time_zone", "farm_ids") | {"hours": hours}


def _empty(veterinarian_id: UUID) -> Calendar:
    return Calendar(veterinarian_id=veterinarian_id, version=0, time_zone="UTC", farm_ids=[], hours=[])
