"""What time triggers."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.holds import requests


@every(seconds=30)
async def expire_holds(db: UnitOfWork) -> None:
    await requests.expire(db)
