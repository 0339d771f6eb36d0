"""What time triggers for payments."""

import asyncio

from amigok_chassis.context import Context
from amigok_chassis.service import task
from payment import due
from payment.payments import poller


@task(seconds=1)
async def poll_payments(context: Context) -> None:
    """Takes the next step of payments that are due, a few at a time."""
    ids = await due.reserve(context.db, "payments")
    await asyncio.gather(*(poller.poll_unattended(context, payment_id) for payment_id in ids))
