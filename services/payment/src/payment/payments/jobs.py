"""What time triggers for payments."""

import asyncio

from amigok_chassis.context import Context
from amigok_chassis.service import task
from payment import due
from payment.desk import Desk
from payment.payments import collecting


@task(seconds=1)
async def step_payments(context: Context) -> None:
    """Takes the next step of payments that are due, a few at a time."""
    desk = Desk.of(context)
    ids = await due.reserve(desk.db, "payments")
    await asyncio.gather(*(collecting.step_unattended(desk, payment_id) for payment_id in ids))
