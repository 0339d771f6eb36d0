"""Users ask for money and may take that back; it is held from the beginning to the end.

One order of locks: the user's accounts, the withdrawal, its hold.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, or_, select, update

from amigok_chassis import clock, standing
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.assurance import Assurance
from amigok_contracts.wallet import WithdrawalRejected, WithdrawalRequested
from wallet.accounts.errors import AmountOutOfBounds, InsufficientFunds, WalletMissing
from wallet.accounts.service import lock
from wallet.exits import service as exits
from wallet.exits.errors import DailyLimitExceeded
from wallet.exits.queries import Exit
from wallet.holds import service as holds
from wallet.holds.service import Wish
from wallet.settings import Settings
from wallet.withdrawals import destinations, standings
from wallet.withdrawals.destinations import Account
from wallet.withdrawals.errors import WithdrawalNotFound
from wallet.withdrawals.models import GIVEN_BACK, LIVE, UNDECIDED, Withdrawal

PURPOSE = "wallet.withdrawal"
DAY = timedelta(hours=24)
DECIDED_WITHIN = timedelta(days=3)
PAID_WITHIN = timedelta(days=7)
"""Banks take days; what takes longer counts as stuck."""


async def request(
    db: UnitOfWork,
    *,
    user_id: UUID,
    amount: Money,
    method: str,
    account: Account,
    assurance: Assurance,
) -> Withdrawal:
    """Holds the money until administrators have decided and the provider has paid.

    What was asked for within a day counts together: against the limit, and for how many administrators have to agree.
    Raises AmountOutOfBounds, AccountInactive, KycRequired, CoolDown, DailyLimitExceeded, what else the policy for exits
    refuses with, InsufficientFunds, WalletMissing.
    """
    rules = db.settings(Settings)
    least = rules.withdrawal_least[amount.currency]
    if amount.minor < least.minor:
        raise AmountOutOfBounds(f"A withdrawal is {least.amount} {least.currency} or more.")
    await standings.check(db, user_id)
    await lock(db, [user_id])
    today = await _total_of_today(db, user_id, amount, limit=rules.withdrawal_daily[amount.currency])
    withdrawal_id = new_id()
    withdrawal = Withdrawal(
        id=withdrawal_id,
        user_id=user_id,
        currency=amount.currency,
        amount=amount.minor,
        method=method,
        sealed=destinations.seal(db, withdrawal_id, account),
        state="requested",
        requested_at=clock.now(),
        approvals_needed=2 if today > rules.four_eyes_above[amount.currency].minor else 1,
    )
    db.add(withdrawal)
    await _hold(db, withdrawal)
    exit = Exit(purpose=PURPOSE, reference_id=withdrawal_id, user_id=user_id, amount=amount, assurance=assurance)
    await exits.require(db, exit)
    emit(db, WithdrawalRequested(withdrawal_id=withdrawal.id, user_id=user_id, amount=amount, method=method))
    return withdrawal


async def cancel(db: UnitOfWork, withdrawal_id: UUID, *, user_id: UUID) -> Withdrawal:
    """Takes a request back that is not approved yet. Raises WithdrawalNotFound, WithdrawalClosed."""
    await lock(db, [user_id])
    withdrawal = await locked(db, withdrawal_id)
    if withdrawal.user_id != user_id:
        raise WithdrawalNotFound
    await _take_back(db, withdrawal, reason="cancelled_by_user")
    return withdrawal


async def _take_back(db: UnitOfWork, withdrawal: Withdrawal, *, reason: str) -> None:
    withdrawal.end("cancelled", now=clock.now())
    await give_back(db, withdrawal, reason=reason)
    emit(
        db,
        WithdrawalRejected(
            withdrawal_id=withdrawal.id, user_id=withdrawal.user_id, amount=withdrawal.money, reason=reason
        ),
    )


async def mine(db: UnitOfWork, *, user_id: UUID, paging: Paging) -> tuple[list[Withdrawal], str | None]:
    """A page of the user's withdrawals, newest first."""
    return await paginate(db, select(Withdrawal).where(Withdrawal.user_id == user_id), paging, key=[Withdrawal.id])


async def one(db: UnitOfWork, withdrawal_id: UUID) -> Withdrawal:
    """A withdrawal that is there."""
    return await db.get_one(Withdrawal, withdrawal_id)


async def locked(db: UnitOfWork, withdrawal_id: UUID) -> Withdrawal:
    """Raises WithdrawalNotFound."""
    withdrawal = await db.get(Withdrawal, withdrawal_id, with_for_update=True, populate_existing=True)
    if withdrawal is None:
        raise WithdrawalNotFound
    return withdrawal


async def give_back(db: UnitOfWork, withdrawal: Withdrawal, *, reason: str) -> None:
    """Releases the hold of a withdrawal that has just ended. Needs the locks of its user's accounts and its own."""
    hold = await holds.locked(db, purpose=PURPOSE, reference_id=withdrawal.id)
    assert hold is not None
    await holds.release(db, hold, reason=reason)
    await exits.undo(db, purpose=PURPOSE, reference_id=withdrawal.id, user_id=withdrawal.user_id)
    await forget_if_deleted(db, withdrawal)


async def forget_if_deleted(db: UnitOfWork, withdrawal: Withdrawal) -> None:
    """Forgets where a withdrawal that has just ended went to, if the person is to be forgotten."""
    if (await standing.of(db, withdrawal.user_id)).is_deleted:
        withdrawal.sealed = withdrawal.note = None


async def forget(db: UnitOfWork, *, user_id: UUID) -> None:
    """Gives back what a deleted user asked for and nobody has let go, and forgets where their money was sent to, and
    what was noted; of what is under way, when it ends."""
    await lock(db, [user_id])
    waiting = select(Withdrawal).where(Withdrawal.user_id == user_id, Withdrawal.state.in_(UNDECIDED))
    for withdrawal in await db.scalars(waiting.order_by(Withdrawal.id).with_for_update()):
        await _take_back(db, withdrawal, reason="user_deleted")
    ended = update(Withdrawal).where(Withdrawal.user_id == user_id, Withdrawal.state.not_in(LIVE))
    await db.execute(ended.values(sealed=None, note=None))


async def stuck(db: UnitOfWork) -> int:
    """How many wait for a decision or for the provider longer than they should."""
    now = clock.now()
    undecided = Withdrawal.state.in_(UNDECIDED) & (Withdrawal.requested_at < now - DECIDED_WITHIN)
    unpaid = (Withdrawal.state == "approved") & (Withdrawal.decided_at < now - PAID_WITHIN)
    return await db.scalar(select(func.count()).select_from(Withdrawal).where(or_(undecided, unpaid))) or 0


async def _total_of_today(db: UnitOfWork, user_id: UUID, amount: Money, *, limit: Money) -> int:
    """What the user has asked for within 24 hours and this, in minor units. Raises DailyLimitExceeded.

    It is asked under the lock on the user's accounts: requests at once wait for each other.
    """
    before = select(func.coalesce(func.sum(Withdrawal.amount), 0)).where(
        Withdrawal.user_id == user_id,
        Withdrawal.currency == amount.currency,
        Withdrawal.requested_at > clock.now() - DAY,
        Withdrawal.state.not_in(GIVEN_BACK),
    )
    total = int(await db.scalar(before) or 0) + amount.minor
    if total > limit.minor:
        raise DailyLimitExceeded(f"Within 24 hours it is {limit.amount} {limit.currency} at most.")
    return total


_REFUSALS = {"insufficient_funds": InsufficientFunds, "wallet_missing": WalletMissing}


async def _hold(db: UnitOfWork, withdrawal: Withdrawal) -> None:
    hold = await holds.place(
        db,
        Wish(
            purpose=PURPOSE,
            reference_id=withdrawal.id,
            user_id=withdrawal.user_id,
            amount=withdrawal.money,
        ),
    )
    assert hold is not None
    if hold.reason is not None:
        raise _REFUSALS[hold.reason]
