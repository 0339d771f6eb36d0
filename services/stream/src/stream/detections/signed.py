"""Signed batches: what the device states is made from the batch itself, and judged."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from amigok_chassis.unit_of_work import UnitOfWork
from stream.detections import rows
from stream.detections.reading import NO_BOX
from stream.detections.schemas import DetectionBatchIn, DetectionIn, Judgement
from stream.evidence import service as evidence
from stream.evidence.canonical import Statement, digest, line, ten_thousandths
from stream.evidence.models import Evidence


async def admit(
    db: UnitOfWork, device_id: UUID, batch: DetectionBatchIn, known: Mapping[UUID, UUID | None], received_at: datetime
) -> tuple[Evidence | None, Judgement | None]:
    """Keeps what a device states of a batch, with the verdict. `known` are its events that came before.

    Returns the row, None where nothing is signed.
    """
    statement = _statement(device_id, batch)
    if statement is None or batch.evidence is None:
        return None, None
    judged = await evidence.judge(db, statement, bytes.fromhex(batch.evidence.signature))
    mine = judged.known and judged.known.id
    if judged.verdict == "accepted" and any(each != mine for each in known.values()):
        judged = judged.but("overlap")
    if judged.is_replay and judged.known is not None:
        return judged.known, Judgement(verdict=judged.known.verdict, replay=True)
    row = evidence.keep(db, judged, received_at)
    await db.flush()
    if known and judged.verdict == "accepted":
        await rows.end_dispute(db, device_id, list(known), row.id)
    return row, Judgement(verdict=row.verdict, replay=False)


def _statement(device_id: UUID, batch: DetectionBatchIn) -> Statement | None:
    stated = batch.evidence
    if stated is None or batch.sent_at is None:
        return None
    return Statement(
        device_id=device_id,
        key=bytes.fromhex(stated.key),
        counter=stated.counter,
        previous=bytes.fromhex(stated.previous),
        model_digest=bytes.fromhex(stated.model_digest),
        sent_at=batch.sent_at,
        count=len(batch.detections),
        batch_digest=digest(map(_line, batch.detections)),
    )


def _line(sent: DetectionIn) -> bytes:
    return line(
        event_id=sent.event_id,
        camera_id=sent.camera_id,
        card=sent.card,
        confidence=ten_thousandths(sent.confidence),
        box=sent.box.sides if sent.box else NO_BOX,
        area=sent.area,
        model_version=sent.model_version,
        device_at=sent.detected_at,
    )
