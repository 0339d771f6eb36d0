"""The wallet's answers, and its events that tell of money that somebody has now."""

from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.feed import CORRECTION, PERIOD, WELFARE
from amigok_contracts.wallet import (
    AccountCorrected,
    AccountCredited,
    ChargeCompleted,
    DebtRecorded,
    DebtSettled,
    DepositCompleted,
    HoldCaptured,
    HoldPlaced,
    HoldRefused,
    HoldReleased,
    RewardPaid,
    TransferCompleted,
    WithdrawalFailed,
    WithdrawalRejected,
    WithdrawalReturned,
)
from feed.billing import blocks, service, unpaid
from feed.billing.blocks import Owed
from feed.subscriptions.locks import OF_ANIMALS, OF_PERIODS

_PERIOD = {"purpose": PERIOD}
_WELFARE = {"purpose": WELFARE}
_CORRECTION = {"purpose": CORRECTION}
_OURS = (WELFARE, CORRECTION)
_LOCKED = [OF_PERIODS.of("reference_id")]


@on(HoldPlaced, match=_PERIOD, locks=_LOCKED)
async def hold_placed(db: UnitOfWork, event: HoldPlaced) -> None:
    await service.hold_placed(db, event.reference_id)


@on(HoldRefused, match=_PERIOD, locks=_LOCKED)
async def hold_refused(db: UnitOfWork, event: HoldRefused) -> None:
    await service.hold_refused(db, event.reference_id, reason=event.reason)


@on(HoldCaptured, match=_PERIOD, locks=_LOCKED)
async def hold_captured(db: UnitOfWork, event: HoldCaptured) -> None:
    await service.paid(db, event.reference_id)


@on(ChargeCompleted, match=_WELFARE, locks=_LOCKED)
async def welfare_charged(db: UnitOfWork, event: ChargeCompleted) -> None:
    await service.paid(db, event.reference_id)


@on(ChargeCompleted, match=_CORRECTION)
async def correction_charged(db: UnitOfWork, event: ChargeCompleted) -> None:
    await service.corrected(db, event.reference_id)


@on(RewardPaid, match=_CORRECTION)
async def correction_refunded(db: UnitOfWork, event: RewardPaid) -> None:
    await service.corrected(db, event.reference_id)


def _animal(event: DebtRecorded | DebtSettled) -> set[UUID]:
    return {event.livestock_id} if event.livestock_id and event.purpose in _OURS else set()


def _debt(event: DebtRecorded | DebtSettled) -> Owed:
    return Owed(event.purpose, event.reference_id, event.livestock_id, event.debtor_id)


@on(DebtRecorded, locks=[OF_ANIMALS.by(_animal)])
async def debt_recorded(db: UnitOfWork, event: DebtRecorded) -> None:
    if event.purpose in _OURS:
        await blocks.owed(db, _debt(event), at=clock.now())


@on(DebtSettled, locks=[OF_ANIMALS.by(_animal)])
async def debt_settled(db: UnitOfWork, event: DebtSettled) -> None:
    if event.purpose in _OURS:
        await blocks.paid(db, _debt(event), at=clock.now())


@on(DepositCompleted)
async def deposit_completed(db: UnitOfWork, event: DepositCompleted) -> None:
    await unpaid.money_arrived(db, event.user_id)


@on(TransferCompleted)
async def transfer_completed(db: UnitOfWork, event: TransferCompleted) -> None:
    await unpaid.money_arrived(db, event.recipient_id)


@on(AccountCredited)
async def account_credited(db: UnitOfWork, event: AccountCredited) -> None:
    await unpaid.money_arrived(db, event.user_id)


@on(AccountCorrected, match={"direction": "credit"})
async def account_corrected(db: UnitOfWork, event: AccountCorrected) -> None:
    await unpaid.money_arrived(db, event.user_id)


@on(HoldReleased)
async def hold_released(db: UnitOfWork, event: HoldReleased) -> None:
    await unpaid.money_arrived(db, event.payer_id)


@on(HoldCaptured)
async def earned_by_hold(db: UnitOfWork, event: HoldCaptured) -> None:
    """What was held beyond the shares is the payer's again; payees have earned."""
    for user_id in {event.payer_id, *(share.payee_id for share in event.shares if share.payee_id)}:
        await unpaid.money_arrived(db, user_id)


@on(ChargeCompleted)
async def earned_by_charge(db: UnitOfWork, event: ChargeCompleted) -> None:
    for user_id in {share.payee_id for share in event.shares if share.payee_id}:
        await unpaid.money_arrived(db, user_id)


@on(RewardPaid)
async def reward_paid(db: UnitOfWork, event: RewardPaid) -> None:
    await unpaid.money_arrived(db, event.payee_id)


@on(WithdrawalRejected)
async def withdrawal_rejected(db: UnitOfWork, event: WithdrawalRejected) -> None:
    await unpaid.money_arrived(db, event.user_id)


@on(WithdrawalFailed)
async def withdrawal_failed(db: UnitOfWork, event: WithdrawalFailed) -> None:
    await unpaid.money_arrived(db, event.user_id)


@on(WithdrawalReturned)
async def withdrawal_returned(db: UnitOfWork, event: WithdrawalReturned) -> None:
    await unpaid.money_arrived(db, event.user_id)
