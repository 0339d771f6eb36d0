"""Calendars of veterinarians over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from care.calendars import service
from care.calendars.errors import AbsenceNotFound, VeterinarianNotFound
from care.calendars.schemas import AbsenceOut, CalendarIn, CalendarOut

vet = APIRouter(prefix="/api/v1/vet", dependencies=[Depends(requires("veterinarian"))])
admin = APIRouter(prefix="/api/v1/admin/veterinarians/{veterinarian_id}", dependencies=[Depends(requires("admin"))])


@vet.get("/calendar", responses=problems(VeterinarianNotFound))
async def read_my_calendar(me: CurrentUser, db: Reader) -> CalendarOut:
    """Your calendar; with version 0 if you have not set it yet."""
    return CalendarOut.of(await service.read(db, me.id))


@vet.put("/calendar", responses=problems(VeterinarianNotFound, VersionConflict))
async def set_my_calendar(body: CalendarIn, me: CurrentUser, db: Session) -> CalendarOut:
    """Sets your working hours, where you set out, and which farms you go to. Visits that were agreed stay."""
    return CalendarOut.of(await service.store(db, me.id, body))


@vet.get("/absences")
async def list_my_absences(me: CurrentUser, db: Reader) -> list[AbsenceOut]:
    """Lists your absences that have not ended, earliest first."""
    return [AbsenceOut.model_validate(each) for each in await service.coming_absences(db, me.id)]


@vet.delete("/absences/{absence_id}", status_code=204, responses=problems(AbsenceNotFound))
async def delete_my_absence(absence_id: UUID, me: CurrentUser, db: Session) -> None:
    """Takes back an absence of yours. Visits that were given to others stay theirs."""
    await service.end_absence(db, me.id, absence_id)


@admin.get("/calendar", responses=problems(VeterinarianNotFound))
async def read_calendar(veterinarian_id: UUID, db: Reader) -> CalendarOut:
    """The calendar of a veterinarian; with version 0 if it has not been set yet."""
    return CalendarOut.of(await service.read(db, veterinarian_id))


@admin.put("/calendar", responses=problems(VeterinarianNotFound, VersionConflict))
async def set_calendar(veterinarian_id: UUID, body: CalendarIn, db: Session) -> CalendarOut:
    """Sets a veterinarian's hours, where they set out, and which farms they go to. Visits that were agreed stay."""
    return CalendarOut.of(await service.store(db, veterinarian_id, body))


@admin.get("/absences")
async def list_absences(veterinarian_id: UUID, db: Reader) -> list[AbsenceOut]:
    """Lists a veterinarian's absences that have not ended, earliest first."""
    return [AbsenceOut.model_validate(each) for each in await service.coming_absences(db, veterinarian_id)]


@admin.delete("/absences/{absence_id}", status_code=204, responses=problems(AbsenceNotFound))
async def delete_absence(veterinarian_id: UUID, absence_id: UUID, db: Session) -> None:
    """Takes back a veterinarian's absence. Visits that were given to others stay theirs."""
    await service.end_absence(db, veterinarian_id, absence_id)
