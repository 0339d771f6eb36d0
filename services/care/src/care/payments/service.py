"""Asks the wallet for money. Callers have locked the request that the payment is for."""

from datetime import datetime
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.assurance import Assurance
from amigok_contracts.care import (
    CareCaptureRequested,
    CareChargeRequested,
    CareHoldRequested,
    CareReleaseRequested,
)
from amigok_contracts.money_requests import Share
from care.payments.machine import PAYMENTS
from care.payments.models import Payment

FEE = "care"
"""What the platform earns by care is told apart from its other revenue by this kind."""


async def open_hold(db: UnitOfWork, *, request_id: UUID, payer_id: UUID, amount: Money) -> Payment:
    """Returns a new payment that will be held; call `hold` to ask for it."""
    return await _new(db, "request", "hold", request_id=request_id, payer_id=payer_id, amount=amount)


async def ask(db: UnitOfWork, *, request_id: UUID, payer_id: UUID, amount: Money, kind: str) -> Payment:
    """Returns a new payment that the owner has to confirm."""
    return await _new(db, "ask", kind, request_id=request_id, payer_id=payer_id, amount=amount)


async def charge(db: UnitOfWork, *, request_id: UUID, payer_id: UUID, amount: Money, description: str) -> None:
    """Charges what is owed for the animal's sake; what the payer lacks becomes a debt."""
    payment = await _new(db, "bill", "charge", request_id=request_id, payer_id=payer_id, amount=amount, mandatory=True)
    _bill(db, payment, description, None)


def confirm(
    db: UnitOfWork, payment: Payment, description: str, *, expires_at: datetime, assurance: Assurance | None
) -> None:
    """Asks for a payment that its owner has confirmed. Raises WrongState unless it is asked."""
    action = "request" if payment.kind == "hold" else "bill"
    payment.state, payment.moved_at = PAYMENTS.follow(action, payment.state), clock.now()
    if payment.kind == "hold":
        hold(db, payment, description, expires_at=expires_at, assurance=assurance)
    else:
        _bill(db, payment, description, assurance)


def hold(
    db: UnitOfWork, payment: Payment, description: str, *, expires_at: datetime, assurance: Assurance | None
) -> None:
    """Asks the wallet to set the amount aside."""
    payment.expires_at = expires_at
    emit(
        db,
        CareHoldRequested(
            reference_id=payment.id,
            request_id=payment.request_id,
            payer_id=payment.payer_id,
            amount=payment.money,
            description=description,
            expires_at=expires_at,
            assurance=assurance,
        ),
    )


def capture(db: UnitOfWork, payment: Payment, taken: int) -> None:
    """Takes so many minor units of what is held; nothing: releases it."""
    if taken == 0:
        release(db, payment, "not_needed")
    elif payment.move("capture", now=clock.now()):
        emit(
            db,
            CareCaptureRequested(
                reference_id=payment.id,
                request_id=payment.request_id,
                payer_id=payment.payer_id,
                shares=(Share(amount=Money.of_minor(taken, payment.currency), fee=FEE),),
            ),
        )


def release(db: UnitOfWork, payment: Payment, reason: str) -> None:
    """Gives back what is held, or is about to be."""
    if payment.move("release", now=clock.now()):
        payment.reason = reason
        emit(
            db,
            CareReleaseRequested(
                reference_id=payment.id, request_id=payment.request_id, payer_id=payment.payer_id, reason=reason
            ),
        )


def _bill(db: UnitOfWork, payment: Payment, description: str, assurance: Assurance | None) -> None:
    emit(
        db,
        CareChargeRequested(
            reference_id=payment.id,
            request_id=payment.request_id,
            payer_id=payment.payer_id,
            shares=(Share(amount=payment.money, fee=FEE),),
            description=description,
            mandatory=payment.mandatory,
            assurance=assurance,
        ),
    )


async def _new(
    db: UnitOfWork, action: str, kind: str, *, request_id: UUID, payer_id: UUID, amount: Money, mandatory: bool = False
) -> Payment:
    now = clock.now()
    payment = Payment(
        request_id=request_id,
        payer_id=payer_id,
        kind=kind,
        state=PAYMENTS.follow(action, None),
        mandatory=mandatory,
        currency=amount.currency,
        amount=amount.minor,
        taken=0,
        created_at=now,
        moved_at=now,
    )
    db.add(payment)
    await db.flush()
    return payment
