"""Silence that becomes an absence, and what people are told of it."""

from datetime import timedelta

from sqlalchemy import delete, literal, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from stream.connectivity.models import Absence
from stream.connectivity.telling import tell_absences, tell_cameras
from stream.devices.models import Device
from stream.settings import Settings

KEPT = timedelta(days=400)
"""How long an absence stays on record."""


@every(5)
async def notice_absences(db: UnitOfWork) -> None:
    """Begins an absence for each device that is silent too long, the same as the device itself notes on its return."""
    cutoff = clock.now() - db.settings(Settings).silence
    silent = select(Device.id, Device.heard_at, literal("noticed")).where(
        Device.heard_at < cutoff, Device.revoked_at.is_(None)
    )
    names = ["device_id", "lost_at", "state"]
    await db.execute(insert(Absence).from_select(names, silent.order_by(Device.id)).on_conflict_do_nothing())


@every(5)
async def announce_connectivity(db: UnitOfWork) -> int:
    """Tells what people do not know yet. Returns how much that was."""
    return await tell_absences(db) + await tell_cameras(db)


@every(3600)
async def forget_absences(db: UnitOfWork) -> None:
    """Removes absences of long ago."""
    await db.execute(delete(Absence).where(Absence.lost_at < clock.now() - KEPT, Absence.back_at.is_not(None)))
