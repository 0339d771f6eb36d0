"""Reads of what was done to an animal, by who asks."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select, true

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import JUDGES, LivestockNotFound
from care.animals.models import Animal
from care.farms.guards import works_on_farm_of
from care.history.schemas import CareHistoryEntry, CareHistoryOut
from care.reports.models import Report
from care.requests.models import Request

_BINDING = ("vaccination",)
"""The care that goes on with the animal when it is sold."""

_TEXTS = ("findings", "diagnosis", "treatment")


async def of_animal(db: UnitOfWork, livestock_id: UUID, paging: Paging, *, viewer: Principal) -> CareHistoryOut:
    """Returns completed care, newest first.

    Owners see that of their time, and the vaccinations of any; veterinarians, administrators and people of the
    animal's farm see all of it. Raises LivestockNotFound for everybody else.
    """
    animal = await db.get(Animal, livestock_id)
    if animal is None:
        raise LivestockNotFound
    sees_all = await _sees_all(db, livestock_id, viewer)
    query = select(Request).where(Request.livestock_id == livestock_id, Request.state == "completed")
    query = query.where(true() if sees_all else await _own(db, animal, viewer.id))
    rows, cursor = await paginate(db, query, paging, key=[Request.id])
    reports = await _reports(db, [row.id for row in rows])
    items = [_entry(row, reports.get(row.id) if sees_all or row.owner_id == viewer.id else None) for row in rows]
    return CareHistoryOut(items=items, next_cursor=cursor, withdrawal_until=_withdrawal(animal, clock.now()))


async def _sees_all(db: UnitOfWork, livestock_id: UUID, viewer: Principal) -> bool:
    if viewer.role in JUDGES:
        return True
    return viewer.role == "farm_staff" and await works_on_farm_of(db, livestock_id, viewer.id)


async def _own(db: UnitOfWork, animal: Animal, user_id: UUID) -> ColumnElement[bool]:
    """Returns what an owner, or a former one, sees. Raises LivestockNotFound for who is neither."""
    theirs = Request.owner_id == user_id
    if animal.owner_id == user_id:
        return or_(theirs, Request.care_type.in_(_BINDING))
    had = select(Request.id).where(Request.livestock_id == animal.id, theirs, Request.state == "completed")
    if await db.scalar(had.limit(1)) is None:
        raise LivestockNotFound
    return theirs


async def _reports(db: UnitOfWork, ids: list[UUID]) -> dict[UUID, Report]:
    return {report.id: report for report in await db.scalars(select(Report).where(Report.id.in_(ids)))}


def _entry(request: Request, report: Report | None) -> CareHistoryEntry:
    texts: dict[str, Any] = {name: None if report is None else getattr(report, name) for name in _TEXTS}
    return CareHistoryEntry(
        request_id=request.id,
        service_name=request.service_name,
        care_type=request.care_type,
        done_at=request.ended_at or request.requested_at,
        veterinarian_id=request.veterinarian_id,
        medicated=request.medicated,
        **texts,
    )


def _withdrawal(animal: Animal, now: datetime) -> datetime | None:
    ends = [block.until for block in animal.blocked(now) if block.reason == "withdrawal_period" and block.until]
    return max(ends, default=None)
