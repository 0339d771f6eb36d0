"""Who may act on a farm's devices, cameras, sensors and recordings."""

from uuid import UUID

from amigok_chassis.auth import Principal
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import require_farm_people
from stream.farms.models import Farm


async def require_staff(db: UnitOfWork, by: Principal, farm_id: UUID) -> None:
    """Lets the farm's own staff act, and administrators on every farm. Raises Forbidden, or OtherFarm, which is one.

    Veterinarians act on every farm elsewhere; here they see animals by their open cases.
    """
    await require_farm_people(db, Farm, by, farm_id, everywhere={"admin"})
