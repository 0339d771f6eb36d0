"""What time triggers for payments."""

from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.due import poller
from payment.payments.models import Payment
from payment.payments.poller import poll


@poller(Payment, stuck_if=Payment.state.in_(["created", "unknown"]))
async def poll_payment(context: Context, payment_id: UUID) -> None:
    """Takes the next step of a payment that is due. When the next one is due, the step itself has decided."""
    await poll(context, payment_id)
