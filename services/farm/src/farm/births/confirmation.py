"""Offspring may be sold once somebody other than the person who recorded the birth has confirmed it."""

from uuid import UUID

import structlog
from sqlalchemy import select

from amigok_chassis import audit, clock
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.proposals.service import SINGLE_ADMINISTRATOR, require_entitled
from amigok_chassis.unit_of_work import UnitOfWork
from farm.births.errors import BirthNotFound, OwnRecord
from farm.births.models import Birth
from farm.births.schemas import BirthRecordOut
from farm.births.service import UNCONFIRMED
from farm.blocks import service as blocks
from farm.blocks.models import SaleBlock
from farm.livestock.locks import lock_animal
from farm.ownership import service as ownership
from farm.staff.roles import JUDGES

log = structlog.get_logger()


async def confirm(db: UnitOfWork, birth_id: UUID, *, by: UUID) -> BirthRecordOut:
    """Lets the offspring be sold. Repeating it has no further effect.

    Raises BirthNotFound, OwnAnimal, OwnRecord, NotEntitled.
    """
    birth = await db.get(Birth, birth_id)
    if birth is None:
        raise BirthNotFound
    await lock_animal(db, birth.dam_id)
    await db.refresh(birth, with_for_update=True)
    await ownership.require_others(db, birth.dam_id, by, since=birth.born_at)
    if birth.recorded_by == by and not db.info.get(SINGLE_ADMINISTRATOR):
        raise OwnRecord
    await require_entitled(db, by, roles=JUDGES, beneficiaries=[])
    if birth.confirmed_at is not None:
        audit.unchanged()
        return BirthRecordOut.model_validate(birth)
    birth.confirmed_at, birth.confirmed_by = clock.now(), by
    for livestock_id in await _unconfirmed(db, birth_id):
        await blocks.clear(db, livestock_id=livestock_id, reason=UNCONFIRMED, source_id=birth_id)
    audit.record(db, "birth.confirmed", subject_id=birth_id, after={"dam_id": birth.dam_id})
    log.info("birth.confirmed", birth_id=str(birth_id))
    return BirthRecordOut.model_validate(birth)


async def list_births(db: UnitOfWork, paging: Paging, *, confirmed: bool) -> Page[BirthRecordOut]:
    """Returns the confirmed births, or those that are not confirmed yet, newest first."""
    query = select(Birth).where(Birth.confirmed_at.is_not(None) if confirmed else Birth.confirmed_at.is_(None))
    rows, cursor = await paginate(db, query, paging, key=[Birth.id])
    return Page(items=[BirthRecordOut.model_validate(row) for row in rows], next_cursor=cursor)


async def _unconfirmed(db: UnitOfWork, birth_id: UUID) -> list[UUID]:
    """Returns the offspring of a birth that is not confirmed, in the order of their ids."""
    of_birth = select(SaleBlock.livestock_id).where(
        SaleBlock.reason == UNCONFIRMED, SaleBlock.source_id == birth_id, SaleBlock.cleared_at.is_(None)
    )
    return sorted(livestock_id for livestock_id in await db.scalars(of_birth) if livestock_id is not None)
