"""Reads of health records."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from farm.blocks.service import living, living_in
from farm.health.models import HealthRecord
from farm.health.schemas import DueOut, HealthRecordOut, due, shown
from farm.livestock.queries import require_disclosed


async def records_of(db: UnitOfWork, paging: Paging, livestock_id: UUID, *, viewer: Principal) -> Page[HealthRecordOut]:
    """Returns an animal's records, corrected ones as well, latest first. Raises LivestockNotFound, Forbidden."""
    await require_disclosed(db, livestock_id, viewer=viewer)
    query = select(HealthRecord).where(HealthRecord.livestock_id == livestock_id)
    rows, cursor = await paginate(db, query, paging, key=[HealthRecord.occurred_at, HealthRecord.id])
    return Page(items=[shown(row) for row in rows], next_cursor=cursor)


async def record(db: UnitOfWork, record_id: UUID) -> HealthRecordOut:
    """Returns a record that exists."""
    return shown(await db.get_one(HealthRecord, record_id))


async def due_within(db: UnitOfWork, paging: Paging, *, days: int, farm_id: UUID | None) -> Page[DueOut]:
    """Returns what is due or overdue, for one farm if it is given, most urgent first."""
    query = due_until(clock.now().date() + timedelta(days=days), farm_id=farm_id)
    key = [HealthRecord.next_checkup_on, HealthRecord.id]
    rows, cursor = await paginate(db, query, paging, key=key, descending=False)
    return Page(items=[due(row) for row in rows], next_cursor=cursor)


def due_until(last: date, *, farm_id: UUID | None) -> Select[HealthRecord]:
    """Selects the records that make something due up to this day, with their animals."""
    return (
        select(HealthRecord)
        .join(HealthRecord.livestock)
        .options(contains_eager(HealthRecord.livestock))
        .where(HealthRecord.is_due, HealthRecord.next_checkup_on <= last)
        .where(living() if farm_id is None else living_in(farm_id))
    )
