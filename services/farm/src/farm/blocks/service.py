"""Places, clears and finds what keeps animals from being sold.

Whoever places a block holds the lock of the animal's row, as does whoever transfers it: one of them comes first.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from farm.blocks.models import SaleBlock


async def place(
    db: AsyncSession, *, livestock_id: UUID, reason: str, source_id: UUID, until: datetime | None = None
) -> None:
    """Blocks the sale of an animal whose row the caller has locked; once more does nothing."""
    await db.execute(
        insert(SaleBlock)
        .values(
            id=new_id(), livestock_id=livestock_id, reason=reason, source_id=source_id,
            placed_at=clock.now(), until=until,
        )
        .on_conflict_do_nothing()
    )  # fmt: skip


async def clear(db: AsyncSession, *, livestock_id: UUID, reason: str, source_id: UUID) -> None:
    """Ends a block now; once more, or of one that never stood, does nothing."""
    await db.execute(
        update(SaleBlock)
        .where(
            SaleBlock.livestock_id == livestock_id, SaleBlock.reason == reason, SaleBlock.source_id == source_id,
            SaleBlock.cleared_at.is_(None),
        )
        .values(cleared_at=clock.now())
    )  # fmt: skip


async def standing(db: AsyncSession, livestock_id: UUID, *, now: datetime) -> Sequence[SaleBlock]:
    """The blocks that stand now, oldest first."""
    found = await db.scalars(
        select(SaleBlock)
        .where(
            SaleBlock.livestock_id == livestock_id,
            SaleBlock.cleared_at.is_(None),
            or_(SaleBlock.until.is_(None), SaleBlock.until > now),
        )
        .order_by(SaleBlock.id)
    )
    return found.all()
