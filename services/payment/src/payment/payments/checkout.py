"""Paying over HTTP: the payer's requests create, confirm and cancel payments, and take the same steps as the poller."""

from uuid import UUID

from fastapi import Response

from amigok_chassis import clock
from amigok_chassis.auth import Principal, assurance
from amigok_chassis.context import Context
from amigok_chassis.idempotency import Once
from amigok_chassis.unit_of_work import UnitOfWork
from payment.methods import service as methods
from payment.payments import exits, poller, queries, service, waiting
from payment.payments.schemas import DepositIn, OrderPaymentIn, PaymentStepOut, Reserved
from payment.providers.registry import providers_of


async def begin(context: Context, once: Once, wanted: DepositIn | OrderPaymentIn, *, payer: Principal) -> Response:
    """Creates a payment and asks its provider to collect it. A replay returns the payment as it is now.

    Raises what `service.reserve` raises, SavedMethodUnknown, IdempotencyKeyReused.
    """
    if isinstance(wanted, OrderPaymentIn):
        await waiting.wait_for(context.db, waiting.ORDER, wanted.order_id)
    if wanted.saved_method is not None:
        await methods.check(context, wanted.saved_method, user_id=payer.id, method=wanted.method)

    async def reserve(db: UnitOfWork) -> Reserved:
        sure = assurance(payer)
        payment = await service.reserve(db, wanted, payer=payer.id, assurance=sure, providers=providers_of(context))
        if payment.saved_method is not None:
            exits.ask(db, payment, sure)
        return Reserved(id=payment.id)

    reserved = await once.commit(reserve)
    payment_id = Reserved.model_validate_json(bytes(reserved.body)).id
    if wanted.saved_method is not None:
        await waiting.wait_for(context.db, waiting.EXIT_ANSWERED, payment_id)
    return _response(reserved, await poller.poll(context, payment_id))


def _response(reserved: Response, shown: PaymentStepOut) -> Response:
    status = 202 if shown.state in ("created", "unknown") else reserved.status_code
    replayed = {name: value for name, value in reserved.headers.items() if name == "idempotency-replayed"}
    return Response(shown.model_dump_json(), status, replayed, "application/json")


async def confirm(context: Context, payment_id: UUID, *, payer: Principal, method_token: str | None) -> PaymentStepOut:
    """Continues a payment of the payer's own. Raises PaymentNotFound; NotAsked if a card is to be charged."""
    await waiting.wait_for(context.db, waiting.PAYMENT, payment_id)
    async with context.db.unit_of_work() as db:
        payment = await queries.owned(db, payment_id, owner_id=payer.id)
    if payment.is_open and method_token is not None:
        providers_of(context).check(payment.provider)
    return await poller.poll(context, payment_id, method_token=method_token)


async def cancel(context: Context, payment_id: UUID, *, payer: UUID) -> PaymentStepOut:
    """Lets an own payment expire now, so that the provider cancels it. Raises PaymentNotFound."""
    async with context.db.unit_of_work() as db:
        payment = await service.locked(db, payment_id, owner_id=payer)
        payment.expire(clock.now())
    return await poller.poll(context, payment_id)
