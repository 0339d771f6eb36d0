"""What time triggers."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace import orders


@every(seconds=1)
async def enforce_deadlines(db: UnitOfWork) -> None:
    await orders.enforce_deadlines(db)
