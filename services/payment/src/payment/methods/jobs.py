"""What time triggers for customers."""

from amigok_chassis.context import Context
from amigok_chassis.service import task
from payment.methods import service


@task(seconds=60)
async def close_customers(context: Context) -> None:
    """Deletes the customers of deleted users at the provider."""
    await service.close_forgotten(context)
