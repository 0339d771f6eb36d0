"""Who was given what of a batch, and how that is published when the batch is recalled."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on

from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.medicines import BatchRecalled, Recipient
from care.animals.models import Animal
from care.batches.models import Batch, BatchMovement
from care.medicines.models import Medicine

AT_ONCE = 500
"""So many animals are in one event at most."""


async def publish(db: UnitOfWork, batch: Batch) -> None:
    """Publishes the recall of a batch with the animals that were given some of it, and who owns them."""
    medicine = await db.get_one(Medicine, batch.medicine_id)
    recipients = await _recipients(db, batch.id)
    for start in range(0, max(len(recipients), 1), AT_ONCE):
        emit(
            db,
            BatchRecalled(
                batch_id=batch.id,
                medicine_id=batch.medicine_id,
                medicine_name=medicine.name,
                batch_number=batch.batch_number,
                recipients=tuple(recipients[start : start + AT_ONCE]),
                recalled_at=batch.recalled_at,
            ),
        )


async def _recipients(db: UnitOfWork, batch_id: UUID) -> Sequence[Recipient]:
    given = (
        select(BatchMovement.livestock_id, BatchMovement.owner_id, Animal.owner_id, Animal.gone)
        .join(Animal, Animal.id == BatchMovement.livestock_id, isouter=True)
        .where(BatchMovement.batch_id == batch_id, BatchMovement.kind == "dispensed")
        .ext(distinct_on(BatchMovement.livestock_id))
        .order_by(BatchMovement.livestock_id, BatchMovement.id.desc())
    )
    return [
        Recipient(livestock_id=livestock_id, owner_id=current_owner(then, now, gone))
        for livestock_id, then, now, gone in (await db.execute(given)).all()
    ]


def current_owner(then: UUID | None, now: UUID | None, gone: str | None) -> UUID | None:
    """Returns who is to be told of an animal: its owner, or if it is gone who owned it when it was given something."""
    return then if gone is not None else now


async def recalled_prescriptions(db: UnitOfWork, prescription_ids: Collection[UUID]) -> Collection[UUID]:
    """Returns those of these prescriptions that were dispensed from a batch that was recalled since."""
    given = (
        select(BatchMovement.prescription_id)
        .join(Batch, Batch.id == BatchMovement.batch_id)
        .where(BatchMovement.prescription_id.in_(prescription_ids), BatchMovement.kind == "dispensed")
        .where(Batch.recalled_at.is_not(None))
    )
    return {each for each in await db.scalars(given) if each is not None}
