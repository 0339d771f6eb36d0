"""Batches of medicines, and all that ever moved of them."""

from datetime import date, datetime
from decimal import Decimal
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from care.models import Base

Kind = Literal["received", "counted", "reserved", "released", "dispensed"]
Quantity = Numeric(14, 3)


class Batch(Base):
    """What there is of one batch of a medicine at one place: a farm, or null: the central store.

    `quantity` is what is there, of which `reserved` is promised to prescriptions; both in the medicine's unit. The last
    day on which it may be dispensed is `expires_on`.
    """

    __tablename__ = "medicine_batches"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    medicine_id: Mapped[UUID] = mapped_column(ForeignKey("medicines.id"))
    batch_number: Mapped[str] = mapped_column(String(100))
    farm_id: Mapped[UUID | None]
    expires_on: Mapped[date]
    quantity: Mapped[Decimal] = mapped_column(Quantity, default=Decimal(0))
    reserved: Mapped[Decimal] = mapped_column(Quantity, default=Decimal(0))
    version: Mapped[int] = mapped_column(default=0)
    received_at: Mapped[datetime]
    recalled_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("quantity >= 0", name="quantity"),
        CheckConstraint("reserved BETWEEN 0 AND quantity", name="reserved"),
        Index(
            "medicine_batches_number_key",
            "medicine_id",
            "batch_number",
            text("coalesce(farm_id, '00000000-0000-0000-0000-000000000000'::uuid)"),
            unique=True,
        ),
    )


class BatchMovement(Base):
    """One change of a batch: by how much what is there, and what is reserved, grew. Never changed.

    What was dispensed names the prescription, the animal and who owned it then.
    """

    __tablename__ = "medicine_movements"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    batch_id: Mapped[UUID] = mapped_column(ForeignKey("medicine_batches.id"))
    kind: Mapped[Kind] = mapped_column(String(10))
    quantity: Mapped[Decimal] = mapped_column(Quantity)
    reserved: Mapped[Decimal] = mapped_column(Quantity)
    moved_at: Mapped[datetime]
    moved_by: Mapped[UUID | None]
    prescription_id: Mapped[UUID | None]
    livestock_id: Mapped[UUID | None]
    owner_id: Mapped[UUID | None]
    note: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (
        CheckConstraint(f"kind IN {get_args(Kind)}", name="kind"),
        CheckConstraint(
            "CASE WHEN kind IN ('received', 'counted') THEN num_nonnulls(prescription_id, livestock_id) = 0"
            " ELSE num_nulls(prescription_id, livestock_id) = 0 END",
            name="prescription",
        ),
        Index("medicine_movements_batch_id_idx", "batch_id", "id"),
        Index(
            "medicine_movements_prescription_id_idx",
            "prescription_id",
            postgresql_where=text("prescription_id IS NOT NULL"),
        ),
    )
