"""Receives detections: what comes again is known, what is doubtful is marked, and nothing is lost.

A batch is one transaction of a few statements, whatever its size. Batches of one device take turns; those of several
devices meet only where they see the same animals, and lock these in the order of their ids.
"""

from collections.abc import Collection, Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.stream_detections import LivestockDetected
from stream.cameras.models import Camera
from stream.cards import service as cards
from stream.cards.keys import key
from stream.detections import parts, places, rows
from stream.detections.marks import Mark
from stream.detections.reading import Reader, counted, newest
from stream.detections.rows import Row
from stream.detections.schemas import DetectionBatchIn, DetectionBatchOut, DetectionIn, ReceivedDetection
from stream.detections.signed import admit
from stream.devices.login import DevicePrincipal
from stream.images import service as images
from stream.settings import Settings
from stream.sightings import service as sightings
from stream.sightings.service import Seen

_TURN = """
    INSERT INTO detectors AS mine (device_id, skew) VALUES ($1, coalesce($2::interval, interval '0'))
    ON CONFLICT (device_id) DO UPDATE SET skew = coalesce($2::interval, mine.skew) RETURNING skew
"""


async def receive(db: UnitOfWork, device: DevicePrincipal, batch: DetectionBatchIn) -> DetectionBatchOut:
    """Stores a batch. Repeating the call has no further effect."""
    now = clock.now()
    await parts.ensure(db, now)
    skew = await _take_turn(db, device.id, None if batch.sent_at is None else batch.sent_at - now)
    known = await rows.known(db, device.id, [each.event_id for each in batch.detections])
    stated, judgement = await admit(db, device.id, batch, known, now)
    reader = Reader(
        device=device,
        received_at=now,
        skew=skew,
        areas=await _areas(db, device.id),
        animals=await cards.find(db, (key(each.card) for each in batch.detections)),
        evidence_id=None if stated is None else stated.id,
        disputed=stated is not None and stated.verdict != "accepted",
        settings=db.settings(Settings),
    )
    new = [reader.read(at, each) for at, each in enumerate(batch.detections) if each.event_id not in known]
    marks = await store(db, new)
    paths = await _image_paths(db, device.id, batch.detections, new)
    items = [_received(each, marks.get(each.event_id), paths.get(each.event_id)) for each in batch.detections]
    return DetectionBatchOut(new=len(new), known=len(known), items=items, evidence=judgement)


async def store(db: UnitOfWork, new: Sequence[Row]) -> dict[UUID, Mark]:
    """Adds rows of one device, with what follows from them. Returns the marks of each, by event."""
    marks = {row.event_id: Mark(row.marks) for row in new}
    if new:
        await rows.insert(db, new)
        for farm_id in sorted({row.farm_id for row in new}):
            unknown = [row for row in new if row.livestock_id is None and row.farm_id == farm_id]
            await cards.note_unknown(db, farm_id, [(row.card_key, row.card, row.detected_at) for row in unknown])
        seen = counted(new)
        tell(db, await sightings.saw(db, newest(seen)))
        for event in marks.keys() & await places.mark(db, new[0].device_id, seen):
            marks[event] |= Mark.TWO_PLACES
    return marks


def tell(db: UnitOfWork, seen: Collection[Seen]) -> None:
    """Tells others of animals that were seen."""
    for each in seen:
        event = LivestockDetected(
            livestock_id=each.livestock_id,
            camera_id=each.camera_id,
            farm_id=each.farm_id,
            area_id=each.area_id,
            detected_at=each.detected_at,
        )
        emit(db, event)


async def _take_turn(db: UnitOfWork, device_id: UUID, skew: timedelta | None) -> timedelta:
    """Waits for other batches of the device. Returns how far its clock is ahead, as far as is known."""
    rows = await (await db.connection()).exec_driver_sql(_TURN, (device_id, skew))
    found: timedelta = rows.scalar_one()
    return found


async def _areas(db: UnitOfWork, device_id: UUID) -> dict[UUID, UUID | None]:
    cameras = await db.execute(select(Camera.id, Camera.area_id).where(Camera.device_id == device_id))
    return {row.id: row.area_id for row in cameras}


async def _image_paths(
    db: UnitOfWork, device_id: UUID, sent: Sequence[DetectionIn], new: Sequence[Row]
) -> dict[UUID, str]:
    wanted = {each.event_id for each in sent if each.image}
    await images.announce(db, device_id, {row.event_id: row.detected_at for row in new if row.event_id in wanted})
    return await images.upload_paths(db, device_id, wanted)


def _received(sent: DetectionIn, marks: Mark | None, image_path: str | None) -> ReceivedDetection:
    status = "known" if marks is None else "stored"
    return ReceivedDetection(
        event_id=sent.event_id, status=status, marks=(marks or Mark(0)).names, image_path=image_path
    )
