"""Payment asks whether a saved card may be charged, and reports failed payments."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import ChargeRequested, PaymentFailed
from wallet.accounts.locks import ACCOUNTS
from wallet.accounts.service import wallet_of
from wallet.exits import service
from wallet.exits.queries import Exit

SAVED_CARD = "payment.charge"


@on(ChargeRequested, locks=[ACCOUNTS.by(lambda event: wallet_of(event.user_id, event.amount.currency))])
async def charge_requested(db: UnitOfWork, event: ChargeRequested) -> None:
    exit = Exit(
        purpose=SAVED_CARD,
        reference_id=event.payment_id,
        user_id=event.user_id,
        amount=event.amount,
        assurance=event.assurance,
    )
    await service.ask(db, exit)


@on(PaymentFailed, locks=[ACCOUNTS.of("user_id")])
async def payment_failed(db: UnitOfWork, event: PaymentFailed) -> None:
    """The charge no longer counts as spent."""
    await service.undo(db, purpose=SAVED_CARD, reference_id=event.payment_id, user_id=event.user_id)
