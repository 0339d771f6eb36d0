"""Whether a way to pay that was saved may be charged: the wallet says so, for whoever has a session could do that.

Until it has, the provider is not asked.
"""

import asyncio
from uuid import UUID

import structlog

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.assurance import Assurance
from amigok_contracts.payment import ChargeRequested
from payment.hearing import PAUSES
from payment.payments import service
from payment.payments.models import Payment
from payment.payments.service import HEAD_START

log = structlog.get_logger()


def ask(db: UnitOfWork, payment: Payment, assurance: Assurance) -> None:
    """Asks the wallet, in the transaction that makes the payment."""
    payment.exit = "asked"
    about = {"payment_id": payment.id, "user_id": payment.user_id, "amount": payment.money}
    emit(db, ChargeRequested(**about, assurance=assurance))


async def answered(db: Database, payment_id: UUID) -> None:
    """Returns as soon as the wallet has answered, or when it is no use to wait. Holds no connection meanwhile."""
    for pause in PAUSES:
        if await db.fetch("SELECT FROM payments WHERE id = $1 AND exit IS DISTINCT FROM 'asked'", payment_id):
            return
        await asyncio.sleep(pause)


async def allowed(db: UnitOfWork, payment_id: UUID) -> None:
    """The card may be charged: by whoever waits for that, or else by the poller. Of what is not ours, nothing."""
    payment = await _asked(db, payment_id)
    if payment is not None:
        payment.exit, payment.due_at = "allowed", clock.now() + HEAD_START


async def refused(db: UnitOfWork, payment_id: UUID, *, reason: str) -> None:
    """The card is not charged, and the payment ends."""
    payment = await _asked(db, payment_id)
    if payment is not None:
        payment.exit = "refused"
        await service.fold(db, payment, "cancelled", reason=reason)


async def _asked(db: UnitOfWork, payment_id: UUID) -> Payment | None:
    """The payment, locked, if it is open and waits for this answer."""
    payment = await db.get(Payment, payment_id, with_for_update=True, populate_existing=True)
    return payment if payment is not None and payment.is_open and payment.exit == "asked" else None
