"""The stock of medicines: received, counted, reserved, dispensed, recalled.

Every change of a medicine's stock holds the lock of the medicine's row, so changes come one after the other and never
deadlock. What expires first is dispensed first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, or_, select

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.rows import refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import require_farm_people
from care.batches import recalls
from care.batches.errors import BatchNotFound, BatchRecalledAlready, OtherExpiry, OutOfStock, StockReserved
from care.batches.models import Batch, BatchMovement, Kind
from care.batches.schemas import BatchIn, BatchOut, CountIn
from care.farms.models import Farm
from care.medicines import service as medicines
from care.medicines.models import Medicine


@dataclass(frozen=True)
class Need:
    """What a prescription needs of a medicine: so many units, good until a day, for an animal at a farm."""

    prescription_id: UUID
    medicine_id: UUID
    livestock_id: UUID
    owner_id: UUID | None
    farm_id: UUID | None
    units: Decimal
    until: date
    by: UUID | None


async def receive(db: UnitOfWork, wanted: BatchIn, *, by: Principal) -> BatchOut:
    """Adds what was delivered of a batch to the stock of a place. Farm staff do so at their own farm.

    Raises OtherFarm, MedicineNotFound, OtherExpiry, BatchRecalledAlready.
    """
    await require_farm_people(db, Farm, by, wanted.farm_id)
    await medicines.locked(db, wanted.medicine_id)
    batch = await _of_number(db, wanted)
    if batch.expires_on != wanted.expires_on:
        raise OtherExpiry
    if batch.recalled_at is not None:
        raise BatchRecalledAlready
    _move(db, batch, "received", quantity=wanted.quantity, by=by.id, note=wanted.note)
    await _record(db, batch, "medicine_batch.received")
    return BatchOut.model_validate(batch)


async def count(db: UnitOfWork, batch_id: UUID, counted: CountIn, *, by: Principal) -> BatchOut:
    """Sets what is there of a batch to what was counted.

    Raises BatchNotFound, OtherFarm, VersionConflict, StockReserved.
    """
    batch = await _locked(db, batch_id)
    await require_farm_people(db, Farm, by, batch.farm_id)
    refuse_other_version(counted.version, batch.version)
    if counted.quantity < batch.reserved:
        raise StockReserved(reserved=str(batch.reserved))
    _move(db, batch, "counted", quantity=counted.quantity - batch.quantity, by=by.id, note=counted.note)
    await _record(db, batch, "medicine_batch.counted")
    return BatchOut.model_validate(batch)


async def recall(db: UnitOfWork, batch_id: UUID) -> BatchOut:
    """Recalls a batch at every place: nothing more of it is dispensed. Publishes which animals were given some of it.

    Repeating it has no further effect. Raises BatchNotFound.
    """
    batch = await _locked(db, batch_id)
    same = select(Batch).where(Batch.medicine_id == batch.medicine_id, Batch.batch_number == batch.batch_number)
    for each in (await db.scalars(same.order_by(Batch.id))).all():
        if each.recalled_at is None:
            each.recalled_at = clock.now()
            each.version += 1
            await recalls.publish(db, each)
            await _record(db, each, "medicine_batch.recalled")
    audit.unchanged()
    return BatchOut.model_validate(batch)


async def reserve(db: UnitOfWork, need: Need) -> None:
    """Reserves what a prescription needs. Raises OutOfStock."""
    await _lock_stock(db, need.medicine_id)
    for batch, units in _first_expired(await _usable(db, need), need.units):
        _move(db, batch, "reserved", reserved=units, need=need, by=need.by)


async def release(db: UnitOfWork, need: Need) -> None:
    """Gives up what is still reserved for a prescription. Repeating it has no further effect."""
    await _lock_stock(db, need.medicine_id)
    reserved = func.sum(BatchMovement.reserved)
    own = select(BatchMovement.batch_id, reserved).where(BatchMovement.prescription_id == need.prescription_id)
    for batch_id, units in (await db.execute(own.group_by(BatchMovement.batch_id).having(reserved > 0))).all():
        batch = await db.get_one(Batch, batch_id, populate_existing=True)
        _move(db, batch, "released", reserved=-units, need=need, by=need.by)
    await db.flush()


async def dispense(db: UnitOfWork, need: Need) -> None:
    """Takes what a prescription needs out of the stock, in place of what was reserved for it.

    A batch that has expired or was recalled since is replaced by others. Raises OutOfStock.
    """
    await release(db, need)
    for batch, units in _first_expired(await _usable(db, need), need.units):
        _move(db, batch, "dispensed", quantity=-units, need=need, by=need.by)


def _first_expired(batches: Sequence[Batch], units: Decimal) -> Iterator[tuple[Batch, Decimal]]:
    """Yields how much to take of each batch, in their order. Raises OutOfStock."""
    if sum(batch.quantity - batch.reserved for batch in batches) < units:
        raise OutOfStock
    for batch in batches:
        taken = min(units, batch.quantity - batch.reserved)
        if taken > 0:
            units -= taken
            yield batch, taken


async def _usable(db: UnitOfWork, need: Need) -> Sequence[Batch]:
    """Returns the batches that may be dispensed for a need, what expires first in front."""
    query = select(Batch).where(
        Batch.medicine_id == need.medicine_id,
        Batch.recalled_at.is_(None),
        Batch.quantity > Batch.reserved,
        Batch.expires_on >= max(need.until, clock.now().date()),
        or_(Batch.farm_id.is_(None), Batch.farm_id == need.farm_id),
    )
    ordered = query.order_by(Batch.expires_on, Batch.id).execution_options(populate_existing=True)
    return (await db.scalars(ordered)).all()


def _move(
    db: UnitOfWork,
    batch: Batch,
    kind: Kind,
    *,
    by: UUID | None,
    quantity: Decimal = Decimal(0),
    reserved: Decimal = Decimal(0),
    need: Need | None = None,
    note: str | None = None,
) -> None:
    batch.quantity += quantity
    batch.reserved += reserved
    batch.version += 1
    movement = BatchMovement(
        batch_id=batch.id, kind=kind, quantity=quantity, reserved=reserved, moved_at=clock.now(), moved_by=by, note=note
    )
    if need is not None:
        movement.prescription_id, movement.livestock_id = need.prescription_id, need.livestock_id
        movement.owner_id = need.owner_id
    db.add(movement)


async def _of_number(db: UnitOfWork, wanted: BatchIn) -> Batch:
    """Returns the batch of this number at this place, a new one if there is none."""
    place = Batch.farm_id.is_not_distinct_from(wanted.farm_id)
    numbered = Batch.medicine_id == wanted.medicine_id, Batch.batch_number == wanted.batch_number
    known = await db.scalar(select(Batch).where(*numbered, place).execution_options(populate_existing=True))
    if known is not None:
        return known
    recalled_at = await db.scalar(select(func.max(Batch.recalled_at)).where(*numbered))
    new = Batch(
        medicine_id=wanted.medicine_id,
        batch_number=wanted.batch_number,
        farm_id=wanted.farm_id,
        expires_on=wanted.expires_on,
        quantity=Decimal(0),
        reserved=Decimal(0),
        version=0,
        received_at=clock.now(),
        recalled_at=recalled_at,
    )
    db.add(new)
    await db.flush()
    return new


async def _locked(db: UnitOfWork, batch_id: UUID) -> Batch:
    medicine_id = await db.scalar(select(Batch.medicine_id).where(Batch.id == batch_id))
    if medicine_id is None:
        raise BatchNotFound
    await _lock_stock(db, medicine_id)
    return await db.get_one(Batch, batch_id, populate_existing=True)


async def _lock_stock(db: UnitOfWork, medicine_id: UUID) -> None:
    await db.execute(select(Medicine.id).where(Medicine.id == medicine_id).with_for_update(key_share=True))


async def _record(db: UnitOfWork, batch: Batch, action: str) -> None:
    await db.flush()
    after = audit.picture(batch, "medicine_id", "batch_number", "farm_id", "quantity", "version")
    audit.record(db, action, subject_id=batch.id, after=after)
