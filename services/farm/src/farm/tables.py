"""What several tables share: unique names, versions, and constraints that clients can violate."""

from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis import audit
from amigok_chassis.ids import new_id
from amigok_chassis.rows import Named, deleted_unless_used
from amigok_chassis.unit_of_work import UnitOfWork


class Retirable(Named):
    """A named row that takes nothing new once it is retired."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    is_active: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column(default=1, server_default="1")


async def remove_or_retire(db: UnitOfWork, row: Retirable, *, noun: str) -> None:
    """Removes a row that the caller has locked, or retires it if others refer to it. The audit log names the `noun`."""
    before = audit.picture(row, "name", "is_active")
    table = type(row)
    if await deleted_unless_used(db, delete(table).where(table.id == row.id)):
        audit.record(db, f"{noun}.removed", subject_id=row.id, before=before)
        return
    row.is_active = False
    row.version += 1
    audit.record(db, f"{noun}.retired", subject_id=row.id, before=before, after=audit.picture(row, *before))
