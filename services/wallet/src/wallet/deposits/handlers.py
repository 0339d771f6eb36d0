"""What payment has collected, or could not."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import PaymentCompleted, PaymentFailed
from wallet.accounts.locks import ACCOUNTS
from wallet.accounts.service import wallet_of
from wallet.deposits import service


@on(PaymentCompleted, locks=[ACCOUNTS.by(lambda event: wallet_of(event.user_id, event.amount.currency))])
async def payment_completed(db: UnitOfWork, event: PaymentCompleted) -> None:
    """What was paid from the wallet is in the ledger already."""
    if event.provider != "wallet":
        await service.complete(
            db,
            payment_id=event.payment_id,
            user_id=event.user_id,
            amount=event.amount,
            provider=event.provider,
        )


@on(PaymentFailed)
async def payment_failed(db: UnitOfWork, event: PaymentFailed) -> None:
    await service.fail(db, payment_id=event.payment_id)
