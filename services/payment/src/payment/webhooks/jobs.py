"""What time triggers for webhooks."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from payment.webhooks import service


@every(seconds=3600)
async def delete_old_webhooks(db: UnitOfWork) -> None:
    """Deletes processed webhooks that no provider sends again."""
    await service.delete_old(db)


@every(seconds=3600)
async def reread_webhooks(db: UnitOfWork) -> None:
    """Reads webhooks again that were not understood."""
    await service.reread(db)
