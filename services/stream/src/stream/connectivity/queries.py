"""Reads of health and absences."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from stream.connectivity.models import Absence, Health
from stream.connectivity.schemas import DeviceAbsenceOut, DeviceHealthOut
from stream.devices.errors import DeviceNotFound
from stream.devices.models import Device


async def health(db: UnitOfWork, paging: Paging, device_id: UUID) -> Page[DeviceHealthOut]:
    """Returns how a device was in the last week, newest first. Raises DeviceNotFound."""
    await _require(db, device_id)
    query = select(Health).where(Health.device_id == device_id)
    rows, cursor = await paginate(db, query, paging, key=[Health.reported_at])
    return Page(items=[DeviceHealthOut.model_validate(row) for row in rows], next_cursor=cursor)


async def absences(db: UnitOfWork, paging: Paging, device_id: UUID) -> Page[DeviceAbsenceOut]:
    """Returns when a device was away, newest first. Raises DeviceNotFound."""
    await _require(db, device_id)
    query = select(Absence).where(Absence.device_id == device_id)
    rows, cursor = await paginate(db, query, paging, key=[Absence.lost_at])
    return Page(items=[_absence(row) for row in rows], next_cursor=cursor)


def _absence(row: Absence) -> DeviceAbsenceOut:
    return DeviceAbsenceOut(lost_at=row.lost_at, back_at=row.back_at, announced=row.state in ("announced", "ended"))


async def _require(db: UnitOfWork, device_id: UUID) -> None:
    if await db.get(Device, device_id) is None:
        raise DeviceNotFound
