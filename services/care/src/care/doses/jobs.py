"""What time triggers about doses."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from care.doses import reminders


@every(seconds=60)
async def remind_of_doses(db: UnitOfWork) -> None:
    """Reminds of the doses whose time has come."""
    await reminders.remind(db)


@every(seconds=60)
async def miss_doses(db: UnitOfWork) -> None:
    """Marks the doses that were missed."""
    await reminders.miss(db)
