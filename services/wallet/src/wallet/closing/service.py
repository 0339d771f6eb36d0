"""Says whether somebody can be deleted, and keeps an empty wallet empty meanwhile.

What others book all the same (a refund, a sale, a claim) is kept: nobody loses money by it. It is shown to operators as
unclaimed, who pay it out or correct it.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock, standing
from amigok_chassis.outbox import emit
from amigok_contracts.wallet import WalletDeletionChecked
from wallet.closing.models import Closing
from wallet.disputes.models import Dispute
from wallet.ledger import lock
from wallet.models import Hold
from wallet.withdrawals.models import LIVE, Withdrawal

CLOSED_FOR = timedelta(hours=1)
"""Within that the user is deleted, or not: another service was in the way."""


async def check(db: AsyncSession, *, request_id: UUID, user_id: UUID) -> None:
    """Says what is in the way of deleting a user; with nothing there, the wallet closes for a while."""
    balances = await lock(db, [user_id])
    counts = {
        "balance": sum(balances.values()),
        "holds": await _count(db, Hold, Hold.user_id == user_id, Hold.state == "placed"),
        "withdrawals": await _count(db, Withdrawal, Withdrawal.user_id == user_id, Withdrawal.state.in_(LIVE)),
        "disputes": await _count(db, Dispute, Dispute.user_id == user_id, Dispute.state == "opened"),
    }
    obstacles = tuple(what for what, there_is in counts.items() if there_is)
    if not obstacles:
        until = clock.now() + CLOSED_FOR
        row = insert(Closing).values(user_id=user_id, until=until)
        await db.execute(row.on_conflict_do_update(index_elements=[Closing.user_id], set_={"until": until}))
    emit(db, WalletDeletionChecked(request_id=request_id, user_id=user_id, obstacles=obstacles))


async def takes_money(db: AsyncSession, user_id: UUID) -> bool:
    """Whether people may send or bring money to this wallet: its owner is active and not about to be deleted."""
    if not (await standing.of(db, user_id)).is_active:
        return False
    closing = await db.get(Closing, user_id, populate_existing=True)
    return closing is None or closing.until <= clock.now()


async def _count(db: AsyncSession, table: type[Hold | Withdrawal | Dispute], *conditions: ColumnElement[bool]) -> int:
    return await db.scalar(select(func.count()).select_from(table).where(*conditions)) or 0
