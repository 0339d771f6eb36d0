"""What time triggers for refunds."""

import asyncio

from amigok_chassis.context import Context
from amigok_chassis.service import task
from payment import due
from payment.desk import Desk
from payment.refunds import finding, giving


@task(seconds=1)
async def step_refunds(context: Context) -> None:
    """Takes the next step of refunds that are due, a few at a time."""
    desk = Desk.of(context)
    ids = await due.reserve(desk.db, "refunds")
    await asyncio.gather(*(giving.step(desk, refund_id) for refund_id in ids))


@task(seconds=5)
async def find_refunds(context: Context) -> None:
    """Takes over refunds that somebody made at a provider, of payments of which it told so."""
    desk = Desk.of(context)
    ids = await due.reserve_refunds(desk.db)
    await asyncio.gather(*(finding.step(desk, payment_id) for payment_id in ids))
