"""Results of payouts, proved names, and deleted users."""

from collections.abc import Iterator
from contextlib import contextmanager

from amigok_chassis import standing
from amigok_chassis.inbox import Reject
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import KycApproved, UserStandingChanged
from amigok_contracts.payment import PayoutCompleted, PayoutFailed, PayoutPaidAfterAll, PayoutReturned
from wallet.accounts.locks import ACCOUNTS
from wallet.withdrawals import names, payouts, service
from wallet.withdrawals.errors import WithdrawalClosed, WithdrawalNotFound


@contextmanager
def _for_people_to_look_at() -> Iterator[None]:
    """An event that contradicts an earlier one becomes a dead letter: trying again would not help."""
    try:
        yield
    except (WithdrawalNotFound, WithdrawalClosed) as error:
        raise Reject(str(error)) from error


@on(PayoutCompleted, locks=[ACCOUNTS.of("user_id")])
async def payout_completed(db: UnitOfWork, event: PayoutCompleted) -> None:
    with _for_people_to_look_at():
        await payouts.complete(db, withdrawal_id=event.withdrawal_id, user_id=event.user_id, provider=event.provider)


@on(PayoutFailed, locks=[ACCOUNTS.of("user_id")])
async def payout_failed(db: UnitOfWork, event: PayoutFailed) -> None:
    with _for_people_to_look_at():
        await payouts.fail(db, withdrawal_id=event.withdrawal_id, user_id=event.user_id, reason=event.reason)


@on(PayoutPaidAfterAll, locks=[ACCOUNTS.of("user_id")])
async def payout_paid_after_all(db: UnitOfWork, event: PayoutPaidAfterAll) -> None:
    with _for_people_to_look_at():
        await payouts.pay_after_all(
            db, withdrawal_id=event.withdrawal_id, user_id=event.user_id, provider=event.provider
        )


@on(PayoutReturned, locks=[ACCOUNTS.of("user_id")])
async def payout_returned(db: UnitOfWork, event: PayoutReturned) -> None:
    with _for_people_to_look_at():
        await payouts.come_back(
            db, withdrawal_id=event.withdrawal_id, user_id=event.user_id, provider=event.provider, reason=event.reason
        )


@on(KycApproved)
async def kyc_approved(db: UnitOfWork, event: KycApproved) -> None:
    """Identity publishes the name sealed; nothing is kept of somebody who is deleted meanwhile."""
    if event.sealed_name is not None and not (await standing.of(db, event.user_id)).is_deleted:
        await names.keep(db, event.user_id, version=event.aggregate_version, handed_over=event.sealed_name)


@on(UserStandingChanged, locks=[ACCOUNTS.of("user_id")])
async def user_deleted(db: UnitOfWork, event: UserStandingChanged) -> None:
    """Open withdrawals are given back, and destinations are erased."""
    if event.status == "deleted":
        await service.forget(db, user_id=event.user_id)
        await names.forget(db, event.user_id)
