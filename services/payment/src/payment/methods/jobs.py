"""What time triggers for customers."""

from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.due import poller
from payment.methods import service
from payment.methods.models import Customer


@poller(Customer, seconds=60)
async def close_customer(context: Context, user_id: UUID) -> None:
    """Deletes the customer of a deleted user at the provider."""
    await service.delete_at_provider(context, user_id)
