"""Asks providers for all refunds of a payment, where all that is known is that something was given back."""

from uuid import UUID

from sqlalchemy import update

from payment.desk import Desk
from payment.payments.models import Payment
from payment.providers.registry import MethodNotOffered
from payment.providers.shape import Name, ProviderRefused, ProviderUnavailable
from payment.refunds import service


async def step(desk: Desk, payment_id: UUID) -> None:
    """Takes over what was made outside. What fails, or is in a state that we have no word for, has its next turn.

    With no provider there is nothing to ask.
    """
    async with desk.db.unit_of_work() as db:
        payment = await db.get_one(Payment, payment_id)
    name: Name = payment.provider  # type: ignore[assignment]
    collected = payment.charge_reference or payment.reference
    if collected is None:
        return
    try:
        given = await desk.providers.ask(name, lambda it: it.refunds_of(collected))
    except (ProviderUnavailable, ProviderRefused, MethodNotOffered):
        return
    read = [one for one in given if one.seen.is_read]
    for one in read:
        async with desk.db.unit_of_work() as db:
            await service.found(db, name, one.seen, our_id=one.our_id, parent=collected)
    if len(read) < len(given):
        return
    async with desk.db.unit_of_work() as db:
        done = update(Payment).where(Payment.id == payment_id, Payment.refunds_due_at == payment.refunds_due_at)
        await db.execute(done.values(refunds_due_at=None))
