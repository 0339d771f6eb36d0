"""Lists all refunds of a payment at its provider, when a webhook only reports that something was refunded."""

from uuid import UUID

from amigok_chassis.context import Context
from payment.payments.models import Payment
from payment.providers.protocol import Name
from payment.providers.registry import providers_of
from payment.refunds import service


async def run(context: Context, payment_id: UUID) -> bool:
    """Takes over the refunds that were made at the provider. Returns whether all of them were understood.

    Raises ProviderUnavailable, ProviderRefused, MethodNotOffered.
    """
    async with context.db.unit_of_work() as db:
        payment = await db.get_one(Payment, payment_id)
    name: Name = payment.provider  # type: ignore[assignment]
    reference = payment.charge_reference or payment.reference
    assert reference is not None
    listed = await providers_of(context).ask(name, lambda it: it.list_refunds(reference))
    read = [refund for refund in listed if refund.seen.is_read]
    for refund in read:
        async with context.db.unit_of_work() as db:
            await service.apply_listed(db, name, refund.seen, our_id=refund.our_id, parent=reference)
    return len(read) == len(listed)
