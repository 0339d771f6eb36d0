"""Reads which detections are known, and writes new ones: one statement a batch."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select, update

from amigok_chassis.unit_of_work import UnitOfWork
from stream.detections.marks import Mark
from stream.detections.models import Detection


class Row(NamedTuple):
    """A row of the table; see `Detection`."""

    device_id: UUID
    event_id: UUID
    detected_at: datetime
    device_at: datetime
    received_at: datetime
    livestock_id: UUID | None
    camera_id: UUID
    farm_id: UUID
    area_id: UUID | None
    evidence_id: UUID | None
    position: int
    marks: int
    confidence: int
    x: int | None
    y: int | None
    width: int | None
    height: int | None
    card: str
    card_key: str
    area: str | None
    model_version: str | None


_INSERT = f"""
    INSERT INTO detections ({", ".join(Row._fields)})
    SELECT * FROM unnest(
        $1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::uuid[], $7::uuid[],
        $8::uuid[], $9::uuid[], $10::uuid[], $11::smallint[], $12::smallint[], $13::smallint[], $14::smallint[],
        $15::smallint[], $16::smallint[], $17::smallint[], $18::text[], $19::text[], $20::text[], $21::text[]
    )
"""


async def insert(db: UnitOfWork, rows: Sequence[Row]) -> None:
    """Adds rows that are not there."""
    if rows:
        columns = tuple(list(column) for column in zip(*rows, strict=True))
        await (await db.connection()).exec_driver_sql(_INSERT, columns)


async def known(db: UnitOfWork, device_id: UUID, events: Sequence[UUID]) -> dict[UUID, UUID | None]:
    """Which of these events of a device are stored, and with which evidence."""
    stored = select(Detection.event_id, Detection.evidence_id)
    found = await db.execute(stored.where(Detection.device_id == device_id, Detection.event_id.in_(events)))
    return {row.event_id: row.evidence_id for row in found}


async def end_dispute(db: UnitOfWork, device_id: UUID, events: Sequence[UUID], evidence_id: UUID) -> None:
    """Ends the dispute about detections whose evidence came damaged first, and then whole."""
    mine = Detection.device_id == device_id, Detection.event_id.in_(events), Detection.evidence_id == evidence_id
    undisputed = Detection.marks.op("&")(~int(Mark.DISPUTED))
    await db.execute(
        update(Detection).where(*mine).values(marks=undisputed).execution_options(synchronize_session=False)
    )
