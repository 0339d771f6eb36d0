"""Locks on prescriptions. They come after the locks on animals and requests, and before that on the stock."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.unit_of_work import UnitOfWork
from care.prescriptions.errors import PrescriptionNotFound
from care.prescriptions.machine import PRESCRIPTIONS
from care.prescriptions.models import Prescription


async def locked(db: UnitOfWork, prescription_id: UUID) -> Prescription:
    """Returns the prescription with its row locked. Raises PrescriptionNotFound."""
    found = await db.get(Prescription, prescription_id, with_for_update={"key_share": True}, populate_existing=True)
    if found is None:
        raise PrescriptionNotFound
    return found


async def open_of_animal(db: UnitOfWork, livestock_id: UUID) -> Sequence[Prescription]:
    """Returns the prescriptions of an animal that are under way, locked in the order of medicines and ids."""
    of_it = select(Prescription).where(
        Prescription.livestock_id == livestock_id, Prescription.state.in_(sorted(PRESCRIPTIONS.open))
    )
    ordered = of_it.order_by(Prescription.medicine_id, Prescription.id).with_for_update(key_share=True)
    return (await db.scalars(ordered.execution_options(populate_existing=True))).all()
