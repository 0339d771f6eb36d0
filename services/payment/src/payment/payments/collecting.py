"""Payments as providers see them: one step at a time, reserved before and folded after, never in a transaction.

Whoever comes by takes the same step: the payer's request, their return, and the task for those that nobody comes
back for. Its keys follow from the payment's id, so a step that was taken before is not taken twice.
"""

from dataclasses import dataclass, replace
from uuid import UUID

import structlog
from fastapi import Response

from amigok_chassis import clock, standing
from amigok_chassis.auth import Principal, assurance
from amigok_chassis.errors import DomainError
from amigok_chassis.idempotency import Once
from amigok_chassis.unit_of_work import UnitOfWork
from payment.desk import Desk
from payment.hearing import heard
from payment.methods import service as methods
from payment.payments import exits, service
from payment.payments.errors import PaymentNotFound
from payment.payments.models import Payment
from payment.payments.schemas import DepositIn, OrderPaymentIn, PaymentStepOut, Reserved
from payment.providers.registry import MethodNotOffered
from payment.providers.shape import (
    KEYS_LAST,
    Charge,
    Name,
    NotAsked,
    ProviderRefused,
    ProviderUnavailable,
    Sighting,
)

log = structlog.get_logger()

DESCRIPTIONS = {"deposit": "Deposit to your Amigok wallet", "order": "Your order on Amigok"}


async def begin(desk: Desk, once: Once, wanted: DepositIn | OrderPaymentIn, *, payer: Principal) -> Response:
    """Makes a payment and asks its provider to collect it; a replay answers with how it is now.

    Raises what `service.reserve` raises, SavedMethodUnknown, IdempotencyKeyReused.
    """
    if isinstance(wanted, OrderPaymentIn):
        await heard(desk.db, "orders", wanted.order_id)
    if wanted.saved_method is not None:
        await methods.check(desk, wanted.saved_method, user_id=payer.id, method=wanted.method)

    async def reserve(db: UnitOfWork) -> Reserved:
        sure = assurance(payer)
        payment = await service.reserve(
            db, wanted, payer=payer.id, assurance=sure, offers=desk.providers, rules=desk.settings
        )
        if payment.saved_method is not None:
            exits.ask(db, payment, sure)
        return Reserved(id=payment.id)

    reserved = await once.commit(reserve)
    payment_id = Reserved.model_validate_json(bytes(reserved.body)).id
    if wanted.saved_method is not None:
        await exits.answered(desk.db, payment_id)
    shown = await step(desk, payment_id)
    status = 202 if shown.state in ("created", "unknown") else reserved.status_code
    replayed = {name: value for name, value in reserved.headers.items() if name == "idempotency-replayed"}
    return Response(shown.model_dump_json(), status, replayed, "application/json")


async def confirm(desk: Desk, payment_id: UUID, *, payer: Principal, method_token: str | None) -> PaymentStepOut:
    """Goes on with a payment of the payer's own. Raises PaymentNotFound, NotAsked where a card is to be charged."""
    await heard(desk.db, "payments", payment_id)
    payment, _ = await _read(desk, payment_id)
    if payment.user_id != payer.id:
        raise PaymentNotFound
    if payment.is_open and method_token is not None:
        desk.providers.check(payment.provider)
    return await step(desk, payment_id, method_token=method_token)


async def give_up(desk: Desk, payment_id: UUID, *, payer: UUID) -> PaymentStepOut:
    """The payer wants to pay otherwise, or not at all: its time is over now. Raises PaymentNotFound."""
    async with desk.db.unit_of_work() as db:
        payment = await service.locked(db, payment_id)
        if payment.user_id != payer:
            raise PaymentNotFound
        payment.run_out(clock.now())
    return await step(desk, payment_id)


@dataclass(frozen=True)
class Outcome:
    """What came of a step: the state that it shows, if it shows any."""

    state: str | None
    reason: str | None = None
    seen: Sighting | None = None


async def step(desk: Desk, payment_id: UUID, *, method_token: str | None = None) -> PaymentStepOut:
    """Takes the next step of a payment that is open and folds what it shows. Raises PaymentNotFound, Misreported."""
    payment, customer = await _read(desk, payment_id)
    outcome = await _take(desk, payment, customer, method_token)
    async with desk.db.unit_of_work() as db:
        payment = await service.locked(db, payment_id)
        await service.fold(db, payment, outcome.state or payment.state, reason=outcome.reason, seen=outcome.seen)
    return PaymentStepOut.after(payment, outcome.seen)


async def _read(desk: Desk, payment_id: UUID) -> tuple[Payment, str | None]:
    """The payment, and the provider's id of its payer where a saved way to pay is used."""
    async with desk.db.unit_of_work() as db:
        payment = await db.get(Payment, payment_id)
        if payment is None:
            raise PaymentNotFound
        customer = await methods.customer_of(db, payment.user_id) if payment.saved_method else None
    return payment, customer


async def _take(desk: Desk, payment: Payment, customer: str | None, method_token: str | None) -> Outcome:
    if not payment.is_open or payment.provider == "wallet":
        return Outcome(None)
    if payment.exit == "asked":
        return Outcome("cancelled", "expired") if clock.now() >= payment.expires_at else Outcome(None)
    if payment.saved_method and payment.state == "created" and not await _is_active(desk, payment.user_id):
        return Outcome("cancelled", standing.AccountInactive.code)
    try:
        seen = await _ask(desk, payment, customer, method_token)
    except NotAsked:
        return Outcome(None)
    except ProviderUnavailable as silence:
        log.warning("payment.unknown", payment_id=payment.id, error=silence.detail)
        return Outcome("unknown")
    except MethodNotOffered as refusal:
        return Outcome("cancelled", refusal.code) if payment.state == "created" else Outcome(None)
    except ProviderRefused as refusal:
        return _refused(payment, refusal.reason)
    return Outcome(seen.state, seen.reason, seen)


async def _is_active(desk: Desk, user_id: UUID) -> bool:
    """Nobody who is shut out is charged by what they saved."""
    async with desk.db.unit_of_work() as db:
        return (await standing.of(db, user_id)).is_active


def _refused(payment: Payment, reason: str) -> Outcome:
    """Where nothing was begun, nothing will be; of a payment that a provider has, it tells another time."""
    log.warning("payment.refused", payment_id=payment.id, reason=reason, begun=payment.reference is not None)
    return Outcome("cancelled", reason) if payment.reference is None else Outcome("unknown")


async def _ask(desk: Desk, payment: Payment, customer: str | None, method_token: str | None) -> Sighting:
    """The step that is next: collect, cancel when it is too late, else let the provider go on."""
    name: Name = payment.provider  # type: ignore[assignment]
    now, reference = clock.now(), payment.reference
    late = now >= payment.expires_at
    if reference is None:
        charge = _charge(desk, payment, customer)
        charge = replace(charge, saved_method=None) if late else charge
        _within_keys(payment)
        return await desk.providers.ask(name, lambda it: it.collect(charge))
    if late and payment.state != "processing":
        seen = await desk.providers.ask(name, lambda it: it.cancel(reference, payment_id=payment.id))
        return replace(seen, reason="expired") if seen.state == "cancelled" else seen
    return await desk.providers.ask(
        name, lambda it: it.confirm(reference, payment_id=payment.id, method_token=method_token)
    )


def _within_keys(payment: Payment) -> None:
    """Without a card of its payer's, a payment that nobody answered for could never be made, and is given up.

    Of one with a card it is not known whether the card was charged: people have to look.
    """
    if clock.now() - payment.created_at > KEYS_LAST:
        raise NotAsked if payment.saved_method else ProviderRefused("provider_unavailable")


def _charge(desk: Desk, payment: Payment, customer: str | None) -> Charge:
    """The same for one payment whenever it is asked for, since its key is."""
    return Charge(
        id=payment.id,
        amount=payment.amount,
        currency=payment.currency,
        method=payment.method,  # type: ignore[arg-type]
        description=DESCRIPTIONS[payment.purpose],
        return_url=desk.return_url,
        customer=customer,
        saved_method=payment.saved_method,
    )


async def step_unattended(desk: Desk, payment_id: UUID) -> None:
    """A step that nobody waits for: what fails is in the log, and has its next turn."""
    try:
        await step(desk, payment_id)
    except DomainError as error:
        log.error("payment.step_failed", payment_id=payment_id, error=error.code)
