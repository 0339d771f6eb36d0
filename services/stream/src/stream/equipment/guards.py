"""Who may act on a farm's equipment and alarms: administrators, and the farm's own staff."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from amigok_chassis.auth import Principal, requires
from amigok_chassis.unit_of_work import UnitOfWork
from stream.equipment.errors import FarmNotFound
from stream.farms.guards import require_staff
from stream.farms.models import Farm

FarmWorker = Annotated[Principal, Depends(requires("admin", "farm_staff"))]


async def require_worker(db: UnitOfWork, by: Principal, farm_id: UUID) -> None:
    """Lets administrators act everywhere, and staff on their own farm. Raises OtherFarm, FarmNotFound."""
    await require_staff(db, by, farm_id)
    if await db.get(Farm, farm_id) is None:
        raise FarmNotFound
