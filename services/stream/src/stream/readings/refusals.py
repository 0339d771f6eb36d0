"""What was refused is kept for a while, so that somebody can see why a sensor is silent."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select, text

from amigok_chassis import clock
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from stream.readings.judging import Arrived
from stream.readings.models import Refused
from stream.readings.schemas import Code, RefusedOut

AT_ONCE = 20
"""So many of one batch are kept: a broken sensor says the same again and again."""
LONGEST = 500
"""Characters of the content that are kept."""
NEWEST = 1000
"""So many of each device are kept, for `KEPT`."""
KEPT = timedelta(days=14)

_TRIM = text("""
    DELETE FROM refused_readings WHERE id IN (
        SELECT id FROM (
            SELECT id, refused_at, row_number() OVER (PARTITION BY device_id ORDER BY id DESC) AS place
            FROM refused_readings
        ) AS each WHERE place > :newest OR refused_at < :since
    )
""")


async def keep(db: UnitOfWork, arrived: Sequence[Arrived], results: Sequence[Code]) -> None:
    """Keeps the first of what was refused of a batch."""
    refused = [(each, code) for each, code in zip(arrived, results, strict=True) if code not in ("stored", "duplicate")]
    for each, code in refused[:AT_ONCE]:
        content = each.reading.model_dump_json(exclude_none=True)
        await keep_one(db, each.device.id, code=code, content=content, sensor=each.reading.sensor)


async def keep_one(db: UnitOfWork, device_id: UUID, *, code: str, content: str, sensor: str | None = None) -> None:
    """Keeps one thing that was refused: the beginning of its content."""
    kept = content[:LONGEST].replace("\0", "")
    db.add(Refused(device_id=device_id, sensor=sensor, code=code, content=kept, refused_at=clock.now()))


async def trim(db: UnitOfWork) -> None:
    """Removes what is old, and of each device what is beyond the newest."""
    await db.execute(_TRIM, {"newest": NEWEST, "since": clock.now() - KEPT})


async def list_of(db: UnitOfWork, device_id: UUID | None, paging: Paging) -> Page[RefusedOut]:
    """What was refused, of one device or all, newest first."""
    query = select(Refused)
    if device_id is not None:
        query = query.where(Refused.device_id == device_id)
    rows, cursor = await paginate(db, query, paging, key=[Refused.id])
    return Page(items=[RefusedOut.model_validate(row) for row in rows], next_cursor=cursor)
