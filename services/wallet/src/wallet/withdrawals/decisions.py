"""Administrators decide: never on their own, on large amounts two, and each sees where the money is to go."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Paging, paginate
from amigok_contracts.wallet import WithdrawalApproved, WithdrawalRejected
from wallet.ledger import lock
from wallet.settings import Settings
from wallet.withdrawals import destinations
from wallet.withdrawals.errors import WithdrawalNotFound
from wallet.withdrawals.models import Withdrawal
from wallet.withdrawals.service import give_back, locked


async def queue(db: AsyncSession, *, status: str | None, paging: Paging) -> tuple[list[Withdrawal], str | None]:
    """A page of everybody's withdrawals, with a status if one is asked for, oldest first."""
    wanted = select(Withdrawal)
    if status is not None:
        wanted = wanted.where(Withdrawal.state == status)
    return await paginate(db, wanted, paging, key=[Withdrawal.id], descending=False)


async def find(db: AsyncSession, withdrawal_id: UUID) -> Withdrawal:
    """Raises WithdrawalNotFound."""
    withdrawal = await db.get(Withdrawal, withdrawal_id)
    if withdrawal is None:
        raise WithdrawalNotFound
    return withdrawal


async def decide(
    db: AsyncSession, withdrawal_id: UUID, *, status: str, note: str, by: UUID, rules: Settings
) -> Withdrawal:
    """Raises WithdrawalNotFound, WithdrawalClosed, OwnWithdrawal, SecondAdministratorRequired."""
    if status == "approved":
        return await _approve(db, withdrawal_id, note=note, by=by, rules=rules)
    return await _reject(db, withdrawal_id, note=note, by=by)


def approvals_needed(withdrawal: Withdrawal, rules: Settings) -> int:
    """How many administrators have to approve it."""
    return 2 if withdrawal.amount > rules.four_eyes_above[withdrawal.currency].minor else 1


async def _approve(db: AsyncSession, withdrawal_id: UUID, *, note: str, by: UUID, rules: Settings) -> Withdrawal:
    withdrawal = await locked(db, withdrawal_id)
    alone = approvals_needed(withdrawal, rules) == 1
    if withdrawal.approve(by, alone=alone, note=note, now=clock.now()):
        assert withdrawal.sealed is not None
        emit(
            db,
            WithdrawalApproved(
                withdrawal_id=withdrawal.id, user_id=withdrawal.user_id, amount=withdrawal.money,
                method=withdrawal.method,
                sealed_destination=destinations.hand_over(db, withdrawal.id, withdrawal.sealed),
            ),
        )  # fmt: skip
    return withdrawal


async def _reject(db: AsyncSession, withdrawal_id: UUID, *, note: str, by: UUID) -> Withdrawal:
    await lock(db, [(await find(db, withdrawal_id)).user_id])
    withdrawal = await locked(db, withdrawal_id)
    withdrawal.reject(by, note=note, now=clock.now())
    await give_back(db, withdrawal, reason="rejected")
    emit(
        db,
        WithdrawalRejected(
            withdrawal_id=withdrawal.id, user_id=withdrawal.user_id, amount=withdrawal.money, reason="rejected"
        ),
    )
    return withdrawal
