"""What time triggers about readings."""

from datetime import timedelta

from sqlalchemy import text

from amigok_chassis import clock
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from stream.readings import refusals

HOURS_KEPT = timedelta(days=3 * 365)
DAYS_KEPT = timedelta(days=10 * 365)
AT_ONCE = 20_000
"""Rows that one run removes."""

_REMOVE = """
    DELETE FROM {table} WHERE (sensor_id, began_at) IN (
        SELECT sensor_id, began_at FROM {table} WHERE began_at < :before LIMIT :most
    )
"""


@every(3600)
async def trim_refused_readings(db: UnitOfWork) -> None:
    await refusals.trim(db)


@every(3600)
async def trim_sums_of_readings(db: UnitOfWork) -> None:
    """Hours are kept for three years and days for ten."""
    for table, kept in (("reading_hours", HOURS_KEPT), ("reading_days", DAYS_KEPT)):
        await db.execute(text(_REMOVE.format(table=table)), {"before": clock.now() - kept, "most": AT_ONCE})
