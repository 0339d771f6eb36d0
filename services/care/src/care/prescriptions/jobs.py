"""What time triggers about prescriptions."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from care.prescriptions import service


@every(seconds=60)
async def cancel_undispensed(db: UnitOfWork) -> None:
    """Cancels what was prescribed and not dispensed before the care ended."""
    await service.cancel_undispensed(db)
