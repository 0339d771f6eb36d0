"""What time triggers for payouts."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import false

from amigok_chassis.context import Context
from amigok_chassis.due import Backoff, NotYet, poller
from payment.payouts.models import Payout
from payment.payouts.poller import poll

BACKOFF = Backoff(first=timedelta(seconds=30), longest=timedelta(hours=1))


@poller(Payout, backoff=BACKOFF, stuck_if=false())
async def poll_payout(context: Context, payout_id: UUID) -> None:
    """Takes the next step of a payout that is due, until it ends. Which ones are stuck follows from their age."""
    if not await poll(context, payout_id):
        raise NotYet("the provider is still working on it, or did not answer")
