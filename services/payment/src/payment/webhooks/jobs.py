"""What time triggers for webhooks."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from payment.webhooks import service


@every(seconds=3600)
async def forget_webhooks(db: UnitOfWork) -> None:
    await service.forget(db)


@every(seconds=3600)
async def read_webhooks_anew(db: UnitOfWork) -> None:
    await service.read_anew(db)
