"""Rewards: what the platform pays to users, from its revenue."""

from uuid import UUID

from amigok_chassis.inbox import Reject
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.money_requests import RewardRequest
from amigok_contracts.wallet import RewardPaid
from wallet.accounts.models import AVAILABLE, account_id
from wallet.ledger.models import Entry
from wallet.ledger.posting import Leg
from wallet.ledger.service import post, posted
from wallet.limits.service import exceeded
from wallet.vocabulary import contradiction


async def pay(db: UnitOfWork, request: RewardRequest) -> None:
    """Pays a reward once for what it is for, under the lock on its payee's accounts.

    Raises Reject where it is beyond the limits of its purpose or contradicts an earlier one, BalanceTooLarge.
    """
    before = await posted(db, "reward", request.reference_id, purpose=request.purpose)
    if before is not None:
        if not await _was_paid(db, before, request):
            raise contradiction(request)
        return
    if reason := await exceeded(db, purpose=request.purpose, user_id=request.payee_id, amount=request.amount):
        raise Reject(f"{request.purpose} {request.reference_id}: {reason}")
    amount = request.amount.minor
    transfer_id = await post(
        db,
        [Leg(None, "revenue", -amount), Leg(request.payee_id, AVAILABLE, amount)],
        kind="reward",
        currency=request.amount.currency,
        purpose=request.purpose,
        reference_id=request.reference_id,
        description=request.description,
    )
    emit(
        db,
        RewardPaid(
            purpose=request.purpose,
            reference_id=request.reference_id,
            transfer_id=transfer_id,
            payee_id=request.payee_id,
            amount=request.amount,
        ),
    )


async def _was_paid(db: UnitOfWork, transfer_id: UUID, request: RewardRequest) -> bool:
    """Whether the transfer has paid just this."""
    account = account_id(request.payee_id, AVAILABLE, request.amount.currency)
    entry = await db.get(Entry, (transfer_id, account))
    return entry is not None and entry.amount == request.amount.minor
