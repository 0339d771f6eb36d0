"""Quarantines of farms: one block for all animals that are in the farm or come to it."""

from uuid import UUID

import structlog
from sqlalchemy import select

from amigok_chassis import audit, clock
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from farm.blocks import of_farms as blocks
from farm.farms.locks import get_farm
from farm.ownership import service as ownership
from farm.quarantines.errors import FarmInQuarantine, FarmNotInQuarantine
from farm.quarantines.models import FarmQuarantine
from farm.quarantines.schemas import QuarantineOut

log = structlog.get_logger()

REASON = "quarantine"


async def start(db: UnitOfWork, farm_id: UUID, *, note: str, by: UUID) -> QuarantineOut:
    """Starts a quarantine: no animal in the farm is sold from now on. Raises FarmNotFound, FarmInQuarantine."""
    await blocks.lock(db, farm_id)
    if await _standing(db, farm_id) is not None:
        raise FarmInQuarantine
    quarantine = FarmQuarantine(farm_id=farm_id, started_at=clock.now(), started_by=by, note=note)
    db.add(quarantine)
    await db.flush()
    blocks.place(db, farm_id, reason=REASON, source_id=quarantine.id)
    audit.record(db, "farm.quarantined", subject_id=farm_id, after={"quarantine_id": quarantine.id, "note": note})
    log.info("farm.quarantined", farm_id=str(farm_id))
    return QuarantineOut.model_validate(quarantine)


async def end(db: UnitOfWork, farm_id: UUID, *, quarantine_id: UUID, note: str, by: UUID) -> QuarantineOut:
    """Ends a quarantine. Nobody who owns an animal in the farm may.

    Raises FarmNotFound, OwnAnimal, FarmNotInQuarantine.
    """
    await blocks.lock(db, farm_id)
    await ownership.require_no_animal_in(db, farm_id, by)
    quarantine = await _standing(db, farm_id)
    if quarantine is None or quarantine.id != quarantine_id:
        raise FarmNotInQuarantine
    quarantine.ended_at, quarantine.ended_by, quarantine.end_note = max(clock.now(), quarantine.started_at), by, note
    await blocks.clear(db, farm_id, reason=REASON, source_id=quarantine.id)
    audit.record(db, "farm.quarantine_ended", subject_id=farm_id, after={"quarantine_id": quarantine.id, "note": note})
    log.info("farm.quarantine_ended", farm_id=str(farm_id))
    return QuarantineOut.model_validate(quarantine)


async def show(db: UnitOfWork, quarantine_id: UUID) -> QuarantineOut:
    """Returns a quarantine that exists."""
    return QuarantineOut.model_validate(await db.get_one(FarmQuarantine, quarantine_id))


async def history(db: UnitOfWork, paging: Paging, farm_id: UUID) -> Page[QuarantineOut]:
    """Returns the quarantines of a farm, newest first. Raises FarmNotFound."""
    await get_farm(db, farm_id)
    query = select(FarmQuarantine).where(FarmQuarantine.farm_id == farm_id)
    rows, cursor = await paginate(db, query, paging, key=[FarmQuarantine.id])
    return Page(items=[QuarantineOut.model_validate(row) for row in rows], next_cursor=cursor)


async def _standing(db: UnitOfWork, farm_id: UUID) -> FarmQuarantine | None:
    query = select(FarmQuarantine).where(FarmQuarantine.farm_id == farm_id, FarmQuarantine.ended_at.is_(None))
    return (await db.scalars(query)).one_or_none()
