"""Reads of batches."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import require_farm_people
from care.animals.models import Animal
from care.batches.errors import BatchNotFound
from care.batches.models import Batch, BatchMovement
from care.batches.recalls import current_owner
from care.batches.schemas import BatchMovementOut, BatchOut, RecipientOut
from care.farms.models import Farm


async def batches_at(
    db: UnitOfWork, paging: Paging, *, farm_id: UUID | None, medicine_id: UUID | None, by: Principal
) -> Page[BatchOut]:
    """Returns the batches of a farm, or of the central store, what expires first in front. Raises OtherFarm."""
    await require_farm_people(db, Farm, by, farm_id)
    query = select(Batch).where(Batch.farm_id.is_not_distinct_from(farm_id))
    if medicine_id is not None:
        query = query.where(Batch.medicine_id == medicine_id)
    rows, cursor = await paginate(db, query, paging, key=[Batch.expires_on, Batch.id], descending=False)
    return Page(items=[BatchOut.model_validate(row) for row in rows], next_cursor=cursor)


async def movements_of(db: UnitOfWork, paging: Paging, batch_id: UUID, *, by: Principal) -> Page[BatchMovementOut]:
    """Returns all that moved of a batch, latest first. Raises BatchNotFound, OtherFarm."""
    batch = await db.get(Batch, batch_id)
    if batch is None:
        raise BatchNotFound
    await require_farm_people(db, Farm, by, batch.farm_id)
    query = select(BatchMovement).where(BatchMovement.batch_id == batch_id)
    rows, cursor = await paginate(db, query, paging, key=[BatchMovement.id])
    return Page(items=[BatchMovementOut.model_validate(row) for row in rows], next_cursor=cursor)


async def recipients_of(db: UnitOfWork, paging: Paging, batch_id: UUID) -> Page[RecipientOut]:
    """Returns what was dispensed of a batch and for which animals, latest first. Raises BatchNotFound."""
    if await db.get(Batch, batch_id) is None:
        raise BatchNotFound
    query = select(BatchMovement).where(BatchMovement.batch_id == batch_id, BatchMovement.kind == "dispensed")
    rows, cursor = await paginate(db, query, paging, key=[BatchMovement.id])
    found = await db.scalars(select(Animal).where(Animal.id.in_([row.livestock_id for row in rows])))
    animals = {animal.id: animal for animal in found}
    return Page(items=[_recipient(row, animals[row.livestock_id]) for row in rows], next_cursor=cursor)


def _recipient(moved: BatchMovement, animal: Animal) -> RecipientOut:
    return RecipientOut.model_validate(
        {
            "id": moved.id,
            "livestock_id": moved.livestock_id,
            "owner_id": current_owner(moved.owner_id, animal.owner_id, animal.gone),
            "prescription_id": moved.prescription_id,
            "quantity": -moved.quantity,
            "dispensed_at": moved.moved_at,
        }
    )
