"""What time triggers for refunds."""

from datetime import timedelta
from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.due import Backoff, NotYet, poller
from payment.refunds import reconcile
from payment.refunds.models import Reconciliation, Refund
from payment.refunds.poller import poll


@poller(Refund, backoff=Backoff(longest=timedelta(hours=1)), stuck_if=Refund.state.in_(["held", "unknown"]))
async def poll_refund(context: Context, refund_id: UUID) -> None:
    """Takes the next step of a refund that is due, until it ends."""
    state, has_ended = await poll(context, refund_id)
    if not has_ended:
        raise NotYet(state)


@poller(Reconciliation)
async def reconcile_refunds(context: Context, payment_id: UUID) -> None:
    """Takes over refunds made at a provider, for a payment about which a webhook reported one."""
    if not await reconcile.run(context, payment_id):
        raise NotYet("a refund is in a state that is not known here")
