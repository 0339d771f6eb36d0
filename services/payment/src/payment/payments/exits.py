"""Whether a saved way to pay may be charged. The wallet decides, since a stolen session must not be enough.

The provider is not asked before the wallet has answered.
"""

from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.assurance import Assurance
from amigok_contracts.payment import ChargeRequested
from payment.payments import service
from payment.payments.models import Payment
from payment.payments.service import HEAD_START


def ask(db: UnitOfWork, payment: Payment, assurance: Assurance) -> None:
    """Asks the wallet, in the transaction that creates the payment."""
    payment.exit = "asked"
    about = {"payment_id": payment.id, "user_id": payment.user_id, "amount": payment.money}
    emit(db, ChargeRequested(**about, assurance=assurance))


async def allow(db: UnitOfWork, payment_id: UUID) -> None:
    """Lets the waiting request charge the card, or else the poller. Ignores payments that do not wait for an answer."""
    payment = await _asked(db, payment_id)
    if payment is not None:
        payment.exit, payment.due_at = "allowed", clock.now() + HEAD_START


async def refuse(db: UnitOfWork, payment_id: UUID, *, reason: str) -> None:
    """Cancels the payment without charging the card."""
    payment = await _asked(db, payment_id)
    if payment is not None:
        payment.exit = "refused"
        await service.apply(db, payment, "cancelled", reason=reason)


async def _asked(db: UnitOfWork, payment_id: UUID) -> Payment | None:
    """Returns the payment, locked, if it is open and waits for this answer."""
    payment = await db.get(Payment, payment_id, with_for_update=True, populate_existing=True)
    return payment if payment is not None and payment.is_open and payment.exit == "asked" else None
