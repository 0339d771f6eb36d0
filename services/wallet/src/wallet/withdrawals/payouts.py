"""Results of payouts."""

from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.inbox import Retry
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.wallet import WithdrawalCompleted, WithdrawalFailed, WithdrawalPaidAfterAll, WithdrawalReturned
from wallet.accounts.models import AVAILABLE
from wallet.accounts.service import lock
from wallet.debts import service as debts
from wallet.debts.service import WITHDRAWAL, Cause
from wallet.holds import service as holds
from wallet.ledger.clearing import at_provider
from wallet.ledger.posting import Leg
from wallet.ledger.service import post
from wallet.withdrawals.models import Withdrawal
from wallet.withdrawals.service import PURPOSE, forget_if_deleted, give_back, locked


async def complete(db: UnitOfWork, *, withdrawal_id: UUID, user_id: UUID, provider: str) -> None:
    """Books the payout of the held amount, once. Raises WithdrawalNotFound; WithdrawalClosed when it had failed."""
    withdrawal = await _locked(db, withdrawal_id, user_id)
    if withdrawal.state in ("completed", "returned"):
        return
    withdrawal.end("completed", now=clock.now())
    hold = await holds.locked(db, purpose=PURPOSE, reference_id=withdrawal.id)
    assert hold is not None
    transfer_id = await holds.capture(db, hold, hold.amount, [at_provider(provider, hold.amount)], kind="withdrawal")
    await forget_if_deleted(db, withdrawal)
    emit(
        db,
        WithdrawalCompleted(
            withdrawal_id=withdrawal.id, user_id=user_id, transfer_id=transfer_id, amount=withdrawal.money
        ),
    )


async def fail(db: UnitOfWork, *, withdrawal_id: UUID, user_id: UUID, reason: str) -> None:
    """Gives the money back, once. Raises WithdrawalNotFound; WithdrawalClosed when it was paid."""
    withdrawal = await _locked(db, withdrawal_id, user_id)
    if withdrawal.state in ("failed", "paid_after_all"):
        return
    withdrawal.end("failed", now=clock.now(), reason=reason)
    await give_back(db, withdrawal, reason=reason)
    emit(
        db,
        WithdrawalFailed(withdrawal_id=withdrawal.id, user_id=user_id, amount=withdrawal.money, reason=reason),
    )


async def pay_after_all(db: UnitOfWork, *, withdrawal_id: UUID, user_id: UUID, provider: str) -> None:
    """Books that a failed payout was paid after all, once. The user owes the amount that was given back.

    Raises WithdrawalNotFound; WithdrawalClosed when it had not failed; Retry when that is not booked yet.
    """
    withdrawal = await _locked(db, withdrawal_id, user_id)
    if withdrawal.state in ("paid_after_all", "returned"):
        return
    if withdrawal.state == "approved":
        raise Retry(f"withdrawal {withdrawal_id} was paid after all, and is not booked as failed yet")
    withdrawal.end("paid_after_all", now=clock.now())
    legs = [at_provider(provider, withdrawal.amount), Leg(None, "losses", -withdrawal.amount)]
    transfer_id = await post(db, legs, kind="withdrawal", currency=withdrawal.currency, reference_id=withdrawal_id)
    cause = Cause(purpose=WITHDRAWAL, reference_id=withdrawal_id, debtor_id=user_id, amount=withdrawal.money)
    await debts.record(db, cause, against="losses")
    said = {"withdrawal_id": withdrawal_id, "user_id": user_id, "transfer_id": transfer_id}
    emit(db, WithdrawalPaidAfterAll(**said, amount=withdrawal.money))


async def come_back(db: UnitOfWork, *, withdrawal_id: UUID, user_id: UUID, provider: str, reason: str) -> None:
    """Books that a payout came back to the provider and belongs to the user again, once.

    What was paid after all is not owed any more. Raises WithdrawalNotFound; WithdrawalClosed when it was never paid;
    Retry when that is not booked yet.
    """
    withdrawal = await _locked(db, withdrawal_id, user_id)
    if withdrawal.state == "returned":
        return
    if withdrawal.state in ("approved", "failed"):
        raise Retry(f"withdrawal {withdrawal_id} came back, and is not booked yet")
    after_all = withdrawal.state == "paid_after_all"
    withdrawal.end("returned", now=clock.now(), reason=reason)
    again = Leg(None, "losses", withdrawal.amount) if after_all else Leg(user_id, AVAILABLE, withdrawal.amount)
    legs = [at_provider(provider, -withdrawal.amount), again]
    transfer_id = await post(
        db, legs, kind="withdrawal_returned", currency=withdrawal.currency, reference_id=withdrawal_id
    )
    if after_all:
        await debts.give_up(db, purpose=WITHDRAWAL, reference_id=withdrawal_id, reason="withdrawal_returned")
    said = {"withdrawal_id": withdrawal_id, "user_id": user_id, "transfer_id": transfer_id}
    emit(db, WithdrawalReturned(**said, amount=withdrawal.money, reason=reason))


async def _locked(db: UnitOfWork, withdrawal_id: UUID, user_id: UUID) -> Withdrawal:
    await lock(db, [user_id])
    return await locked(db, withdrawal_id)
