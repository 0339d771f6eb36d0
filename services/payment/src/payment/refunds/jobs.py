"""What time triggers for refunds."""

import asyncio

from amigok_chassis.runtime import Runtime
from amigok_chassis.service import errand
from payment import due
from payment.desk import Desk
from payment.refunds import finding, giving


@errand(seconds=1)
async def step_refunds(process: Runtime) -> None:
    """Takes the next step of refunds that are due, a few at a time."""
    desk = Desk.of(process)
    ids = await due.reserve(desk.db, "refunds")
    await asyncio.gather(*(giving.step(desk, refund_id) for refund_id in ids))


@errand(seconds=5)
async def find_refunds(process: Runtime) -> None:
    """Takes over refunds that somebody made at a provider, of payments of which it told so."""
    desk = Desk.of(process)
    ids = await due.reserve_refunds(desk.db)
    await asyncio.gather(*(finding.step(desk, payment_id) for payment_id in ids))
