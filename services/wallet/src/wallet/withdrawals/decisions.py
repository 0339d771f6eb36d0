"""Administrators decide: never on their own, on large amounts two, and each sees where the money is to go."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis import audit, clock
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Paging, paginate
from amigok_chassis.proposals.service import counts, require_entitled
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.wallet import WithdrawalApproved, WithdrawalRejected
from wallet.accounts.service import lock
from wallet.exits import service as exits
from wallet.withdrawals import destinations, standings
from wallet.withdrawals.errors import WithdrawalNotFound
from wallet.withdrawals.models import Withdrawal
from wallet.withdrawals.service import give_back, locked

DECIDERS = ("admin",)


async def queue(db: UnitOfWork, *, status: str | None, paging: Paging) -> tuple[list[Withdrawal], str | None]:
    """A page of everybody's withdrawals, with a status if one is asked for, oldest first."""
    wanted = select(Withdrawal)
    if status is not None:
        wanted = wanted.where(Withdrawal.state == status)
    return await paginate(db, wanted, paging, key=[Withdrawal.id], descending=False)


async def look(db: UnitOfWork, withdrawal_id: UUID) -> Withdrawal:
    """Returns a withdrawal with its whole account. The audit log records who looked. Raises WithdrawalNotFound."""
    withdrawal = await _found(db, withdrawal_id)
    audit.record(db, "withdrawal.viewed", subject_id=withdrawal.user_id, after={"withdrawal_id": withdrawal.id})
    return withdrawal


async def decide(db: UnitOfWork, withdrawal_id: UUID, *, status: str, seen: str, note: str, by: UUID) -> Withdrawal:
    """Approves or rejects what was `seen` in that state. What would keep the user from asking now keeps administrators
    from approving.

    Raises WithdrawalNotFound, WithdrawalClosed, WithdrawalChanged, OwnWithdrawal, NotEntitled,
    SecondAdministratorRequired, KycRequired, CoolDown, AccountInactive, ExitsStopped, DisputeOpen.
    """
    await lock(db, [(await _found(db, withdrawal_id)).user_id])
    withdrawal = await locked(db, withdrawal_id)
    withdrawal.check_decider(by)
    withdrawal.check_seen(seen)
    before = audit.picture(withdrawal, "state", "first_approved_by")
    if status == "approved":
        await _approve(db, withdrawal, note=note, by=by)
    else:
        await _reject(db, withdrawal, note=note, by=by)
    after = {"withdrawal_id": withdrawal.id, **audit.picture(withdrawal, "state", "first_approved_by")}
    audit.record(db, "withdrawal.decided", subject_id=withdrawal.user_id, before=before, after=after)
    return withdrawal


async def _approve(db: UnitOfWork, withdrawal: Withdrawal, *, note: str, by: UUID) -> None:
    """Lets the money go when all who approved it count now."""
    await standings.check(db, withdrawal.user_id)
    await exits.require_open(db, withdrawal.user_id)
    await require_entitled(db, by, roles=DECIDERS, beneficiaries=[])
    first = withdrawal.first_approved_by
    first_counts = first is None or await counts(db, first, roles=DECIDERS)
    if withdrawal.approve(by, note=note, now=clock.now(), first_counts=first_counts):
        assert withdrawal.sealed is not None
        emit(
            db,
            WithdrawalApproved(
                withdrawal_id=withdrawal.id,
                user_id=withdrawal.user_id,
                amount=withdrawal.money,
                method=withdrawal.method,
                sealed_destination=destinations.hand_over(db, withdrawal.id, withdrawal.sealed),
            ),
        )


async def _reject(db: UnitOfWork, withdrawal: Withdrawal, *, note: str, by: UUID) -> None:
    withdrawal.reject(by, note=note, now=clock.now())
    await give_back(db, withdrawal, reason="rejected")
    emit(
        db,
        WithdrawalRejected(
            withdrawal_id=withdrawal.id, user_id=withdrawal.user_id, amount=withdrawal.money, reason="rejected"
        ),
    )


async def _found(db: UnitOfWork, withdrawal_id: UUID) -> Withdrawal:
    withdrawal = await db.get(Withdrawal, withdrawal_id)
    if withdrawal is None:
        raise WithdrawalNotFound
    return withdrawal
