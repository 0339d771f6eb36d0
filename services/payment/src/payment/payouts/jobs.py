"""What time triggers for payouts."""

import asyncio

from amigok_chassis.context import Context
from amigok_chassis.service import task
from payment import due
from payment.payouts import poller


@task(seconds=2)
async def poll_payouts(context: Context) -> None:
    """Asks providers to make payouts that are due, or for their status, a few at a time."""
    ids = await due.reserve(context.db, "payouts")
    await asyncio.gather(*(poller.poll(context, payout_id) for payout_id in ids))
