"""What time triggers for refunds."""

import asyncio

from amigok_chassis.context import Context
from amigok_chassis.service import task
from payment import due
from payment.refunds import poller, reconcile


@task(seconds=1)
async def poll_refunds(context: Context) -> None:
    """Takes the next step of refunds that are due, a few at a time."""
    ids = await due.reserve(context.db, "refunds")
    await asyncio.gather(*(poller.poll(context, refund_id) for refund_id in ids))


@task(seconds=5)
async def reconcile_refunds(context: Context) -> None:
    """Takes over refunds made at a provider, for payments about which a webhook reported one."""
    ids = await due.reserve_refunds(context.db)
    await asyncio.gather(*(reconcile.run(context, payment_id) for payment_id in ids))
