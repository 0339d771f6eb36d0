"""What others ask about farms and types of livestock."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis.unit_of_work import UnitOfWork
from care.farms.errors import UnknownLivestockType
from care.farms.models import LivestockType


async def require_types(db: UnitOfWork, wanted: Collection[UUID]) -> None:
    """Raises UnknownLivestockType unless there are all of these types."""
    known = await db.scalar(select(func.count()).where(LivestockType.id.in_(wanted)))
    if known != len(set(wanted)):
        raise UnknownLivestockType
