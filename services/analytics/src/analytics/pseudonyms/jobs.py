"""When it is looked whether somebody who was deleted has come back."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from analytics.pseudonyms import service


@every(600)
async def forget_owners(db: UnitOfWork) -> None:
    """Forgets those whose animals were heard of only after they were deleted."""
    await service.forget_owners(db)
