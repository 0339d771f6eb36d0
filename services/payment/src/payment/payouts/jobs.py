"""What time triggers for payouts."""

import asyncio

from amigok_chassis.context import Context
from amigok_chassis.service import task
from payment import due
from payment.desk import Desk
from payment.payouts import paying


@task(seconds=2)
async def step_payouts(context: Context) -> None:
    """Asks providers to pay out what is due, and how what they are at is going, a few at a time."""
    desk = Desk.of(context)
    ids = await due.reserve(desk.db, "payouts")
    await asyncio.gather(*(paying.step(desk, payout_id) for payout_id in ids))
