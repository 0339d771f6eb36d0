"""Whether somebody can be deleted, who is deactivated already: nobody can send them anything any more.

What others book all the same (a payment under way, a refund, a sale, an award) is kept: nobody loses money by it. It is
shown to operators as unclaimed.
"""

from uuid import UUID

from sqlalchemy import ColumnElement, TextClause, func, select

from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.wallet import WalletDeletionChecked
from wallet.accounts.service import lock
from wallet.disputes.models import Dispute
from wallet.holds.models import Hold
from wallet.receivables.models import OPEN, Debt
from wallet.withdrawals.models import LIVE, Withdrawal


async def check(db: UnitOfWork, *, request_id: UUID, user_id: UUID) -> None:
    """Publishes the obstacles to deleting a user."""
    balances = await lock(db, [user_id])
    there = {
        "balance": sum(balances.values()),
        "holds": await _count(db, Hold, Hold.user_id == user_id, Hold.state == "placed"),
        "withdrawals": await _count(db, Withdrawal, Withdrawal.user_id == user_id, Withdrawal.state.in_(LIVE)),
        "disputes": await _count(db, Dispute, Dispute.user_id == user_id, Dispute.state == "opened"),
        "debts": await _count(db, Debt, Debt.debtor_id == user_id, OPEN),
    }
    obstacles = tuple(what for what, is_there in there.items() if is_there)
    emit(db, WalletDeletionChecked(request_id=request_id, user_id=user_id, obstacles=obstacles))


async def _count(
    db: UnitOfWork,
    table: type[Hold | Withdrawal | Dispute | Debt],
    *conditions: ColumnElement[bool] | TextClause,
) -> int:
    return await db.scalar(select(func.count()).select_from(table).where(*conditions)) or 0
