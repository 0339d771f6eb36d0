"""Debts that other services ask to be recorded."""

from amigok_chassis.inbox import Reject
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.money_requests import DebtRequest
from wallet.accounts.locks import ACCOUNTS
from wallet.accounts.service import wallet_of
from wallet.debts.service import Cause, found, record
from wallet.limits.service import exceeded
from wallet.vocabulary import contradiction, on_every, require_alone


@on_every(DebtRequest, locks=[ACCOUNTS.by(lambda request: wallet_of(request.debtor_id, request.amount.currency))])
async def debt(db: UnitOfWork, request: DebtRequest) -> None:
    """Records what somebody owes, once.

    What is beyond the limits of its purpose, or contradicts an earlier request, becomes a dead letter.
    """
    await require_alone(db, request, "debts", user_id=request.debtor_id)
    before = await found(db, purpose=request.purpose, reference_id=request.reference_id)
    if before is not None:
        if (before.debtor_id, before.money) != (request.debtor_id, request.amount):
            raise contradiction(request)
        return
    if reason := await exceeded(db, purpose=request.purpose, user_id=request.debtor_id, amount=request.amount):
        raise Reject(f"{request.purpose} {request.reference_id}: {reason}")
    cause = Cause(
        purpose=request.purpose,
        reference_id=request.reference_id,
        debtor_id=request.debtor_id,
        amount=request.amount,
        description=request.description,
        livestock_id=request.livestock_id,
    )
    await record(db, cause, against="revenue")
