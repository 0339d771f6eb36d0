"""What decides whether an animal can be sold."""

from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.animals.errors import NotForSale
from marketplace.animals.models import Animal


async def require_sellable(db: UnitOfWork, livestock_id: UUID) -> None:
    """Raises NotForSale while the animal is blocked. The farm checks again before it transfers the animal."""
    animal = await db.get(Animal, livestock_id)
    blocks = [] if animal is None else animal.blocked(clock.now())
    if blocks:
        raise NotForSale(blocks=blocks)
