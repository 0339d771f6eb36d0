"""What time triggers for payments."""

import asyncio

from amigok_chassis.runtime import Runtime
from amigok_chassis.service import errand
from payment import due
from payment.desk import Desk
from payment.payments import collecting


@errand(seconds=1)
async def step_payments(process: Runtime) -> None:
    """Takes the next step of payments that are due, a few at a time."""
    desk = Desk.of(process)
    ids = await due.reserve(desk.db, "payments")
    await asyncio.gather(*(collecting.step_unattended(desk, payment_id) for payment_id in ids))
