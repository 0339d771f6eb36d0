"""Lists all refunds of a payment at its provider, when a webhook only told that something was refunded."""

from uuid import UUID

from sqlalchemy import update

from amigok_chassis.context import Context
from payment.payments.models import Payment
from payment.providers.protocol import Name, ProviderRefused, ProviderUnavailable
from payment.providers.registry import MethodNotOffered, providers_of
from payment.refunds import service


async def run(context: Context, payment_id: UUID) -> None:
    """Takes over the refunds that were made at the provider.

    If the call fails, or a refund is in a state that we do not know, the next run retries. Does nothing if no provider
    knows the payment.
    """
    async with context.db.unit_of_work() as db:
        payment = await db.get_one(Payment, payment_id)
    name: Name = payment.provider  # type: ignore[assignment]
    reference = payment.charge_reference or payment.reference
    if reference is None:
        return
    try:
        listed = await providers_of(context).ask(name, lambda it: it.list_refunds(reference))
    except (ProviderUnavailable, ProviderRefused, MethodNotOffered):
        return
    read = [refund for refund in listed if refund.seen.is_read]
    for refund in read:
        async with context.db.unit_of_work() as db:
            await service.apply_listed(db, name, refund.seen, our_id=refund.our_id, parent=reference)
    if len(read) < len(listed):
        return
    async with context.db.unit_of_work() as db:
        done = update(Payment).where(Payment.id == payment_id, Payment.refunds_due_at == payment.refunds_due_at)
        await db.execute(done.values(refunds_due_at=None))
