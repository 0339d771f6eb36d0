"""Money comes in: asked for here, collected by payment, booked here once."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.wallet import DepositCompleted, DepositRequested
from wallet.accounts.errors import AmountOutOfBounds
from wallet.accounts.models import AVAILABLE
from wallet.accounts.service import check_wallet
from wallet.deposits.models import Deposit
from wallet.ledger.clearing import at_provider
from wallet.ledger.posting import Leg
from wallet.ledger.service import post, posted
from wallet.settings import Settings


async def request(db: UnitOfWork, *, user_id: UUID, amount: Money, method: str) -> Deposit:
    """Asks payment to collect. Raises WalletMissing, AmountOutOfBounds."""
    rules = db.settings(Settings)
    least, most = rules.deposit_least[amount.currency], rules.deposit_most[amount.currency]
    if not least.minor <= amount.minor <= most.minor:
        raise AmountOutOfBounds(f"A deposit is from {least.amount} to {most.amount} {amount.currency}.")
    await check_wallet(db, user_id)
    deposit = Deposit(
        id=new_id(),
        user_id=user_id,
        currency=amount.currency,
        amount=amount.minor,
        method=method,
        state="requested",
        created_at=clock.now(),
    )
    db.add(deposit)
    emit(db, DepositRequested(deposit_id=deposit.id, user_id=user_id, amount=amount, method=method))
    return deposit


async def mine(db: UnitOfWork, *, user_id: UUID, paging: Paging) -> tuple[list[Deposit], str | None]:
    """A page of the user's deposits, newest first."""
    return await paginate(db, select(Deposit).where(Deposit.user_id == user_id), paging, key=[Deposit.id])


async def one(db: UnitOfWork, deposit_id: UUID) -> Deposit:
    """A deposit that is there."""
    return await db.get_one(Deposit, deposit_id)


async def complete(db: UnitOfWork, *, payment_id: UUID, user_id: UUID, amount: Money, provider: str) -> None:
    """Books what a provider has received, once per payment, under the lock on the user's accounts.

    Whoever the user is by now, it is theirs. What it was paid for may be held next, as another service asks. Raises
    Reject for a provider or currency without accounts.
    """
    if await posted(db, "deposit", payment_id) is not None:
        return
    legs = [at_provider(provider, -amount.minor), Leg(user_id, AVAILABLE, amount.minor)]
    transfer_id = await post(
        db, legs, kind="deposit", currency=amount.currency, reference_id=payment_id, initiated_by=user_id
    )
    emit(db, DepositCompleted(payment_id=payment_id, user_id=user_id, transfer_id=transfer_id, amount=amount))
    await _become(db, payment_id, "completed")


async def fail(db: UnitOfWork, *, payment_id: UUID) -> None:
    """Keeps that nothing came."""
    await _become(db, payment_id, "failed")


async def _become(db: UnitOfWork, payment_id: UUID, state: str) -> None:
    """Most payments were asked for elsewhere and have no deposit here."""
    deposit = await db.get(Deposit, payment_id, with_for_update=True)
    if deposit is not None:
        deposit.become(state, clock.now())
