"""What the wallet does when others say something."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import audit
from amigok_chassis.consumer import Reject
from amigok_chassis.service import on
from amigok_contracts import Event
from amigok_contracts.identity import (
    KycApproved,
    KycRejected,
    KycSubmitted,
    UserCredentialsChanged,
    UserDeleted,
    UserEmailVerified,
    UserHandlesChanged,
)
from amigok_contracts.marketplace import OrderCancelled, OrderFulfilled, OrderPlaced
from amigok_contracts.payment import (
    Dispute,
    DisputeLost,
    DisputeOpened,
    DisputeWon,
    PaymentCompleted,
    PaymentFailed,
    PayoutCompleted,
    PayoutFailed,
    PayoutReturned,
    RefundCompleted,
    RefundFailed,
    RefundMadeOutside,
    RefundRequested,
    RefundReturned,
    WalletPaymentRequested,
)
from wallet import ledger, orders, refunds, service
from wallet.deposits import service as deposits
from wallet.disputes import service as disputes
from wallet.errors import HoldEnded
from wallet.recipients import service as recipients
from wallet.withdrawals import payouts, standings
from wallet.withdrawals import service as withdrawals
from wallet.withdrawals.errors import WithdrawalClosed, WithdrawalNotFound

FIRST_CURRENCY = "USD"
"""What every wallet begins with; others are opened by the first money in them."""


@contextmanager
def _for_people_to_look_at() -> Iterator[None]:
    """What contradicts what was done before becomes a dead letter: no use to try it again."""
    try:
        yield
    except (LookupError, HoldEnded, WithdrawalNotFound, WithdrawalClosed) as error:
        raise Reject(str(error)) from error


@on(UserEmailVerified)
async def user_email_verified(event: UserEmailVerified, db: AsyncSession) -> None:
    await service.open_accounts(db, user_id=event.user_id, currency=FIRST_CURRENCY)


@on(UserHandlesChanged)
async def user_handles_changed(event: UserHandlesChanged, db: AsyncSession) -> None:
    await recipients.keep(
        db, event.user_id, version=event.aggregate_version,
        email_digest=event.email_digest, username_digest=event.username_digest,
    )  # fmt: skip


@on(UserCredentialsChanged)
async def user_credentials_changed(event: UserCredentialsChanged, db: AsyncSession) -> None:
    """A number signs nobody in."""
    if event.what != "phone":
        await standings.credentials_changed(db, event.user_id, at=event.changed_at)


@on(KycSubmitted)
async def kyc_submitted(event: KycSubmitted, db: AsyncSession) -> None:
    await standings.kyc_became(db, event.user_id, "pending", version=event.aggregate_version)


@on(KycApproved)
async def kyc_approved(event: KycApproved, db: AsyncSession) -> None:
    await standings.kyc_became(db, event.user_id, "approved", version=event.aggregate_version)


@on(KycRejected)
async def kyc_rejected(event: KycRejected, db: AsyncSession) -> None:
    await standings.kyc_became(db, event.user_id, "rejected", version=event.aggregate_version)


@on(UserDeleted)
async def user_deleted(event: UserDeleted, db: AsyncSession) -> None:
    """The money stays; what tells of the person goes."""
    await recipients.forget(db, event.user_id)
    await withdrawals.forget(db, user_id=event.user_id)
    audit.forget(db, event.user_id)


@on(OrderPlaced)
async def order_placed(event: OrderPlaced, db: AsyncSession) -> None:
    """Only what is paid from the wallet is held now."""
    if event.pay_with == "wallet":
        await orders.hold_price(db, order_id=event.order_id, user_id=event.buyer_id, amount=event.price)


@on(OrderFulfilled)
async def order_fulfilled(event: OrderFulfilled, db: AsyncSession) -> None:
    with _for_people_to_look_at():
        await orders.capture(
            db,
            order_id=event.order_id,
            user_id=event.buyer_id,
            seller_id=event.seller_id,
            amount=event.price,
            fee=event.fee,
        )


@on(OrderCancelled)
async def order_cancelled(event: OrderCancelled, db: AsyncSession) -> None:
    await orders.cancel(db, order_id=event.order_id, user_id=event.buyer_id, amount=event.price, reason=event.reason)


@on(WalletPaymentRequested)
async def wallet_payment_requested(event: WalletPaymentRequested, db: AsyncSession) -> None:
    await orders.hold_price(db, order_id=event.order_id, user_id=event.user_id, amount=event.amount)


@on(PaymentCompleted)
async def payment_completed(event: PaymentCompleted, db: AsyncSession) -> None:
    """What was paid from the wallet is in the ledger already."""
    if event.provider != "wallet":
        await deposits.complete(
            db, payment_id=event.payment_id, user_id=event.user_id, amount=event.amount,
            provider=event.provider, order_id=event.order_id,
        )  # fmt: skip


@on(PaymentFailed)
async def payment_failed(event: PaymentFailed, db: AsyncSession) -> None:
    await deposits.fail(db, payment_id=event.payment_id)


@on(RefundRequested)
async def refund_requested(event: RefundRequested, db: AsyncSession) -> None:
    await refunds.hold(db, refund_id=event.refund_id, user_id=event.user_id, amount=event.amount)


@on(RefundCompleted)
async def refund_completed(event: RefundCompleted, db: AsyncSession) -> None:
    use_case = refunds.settle if event.charged_to == "user" else refunds.give
    to = event.provider if event.destination == "provider" else "wallet"
    with _for_people_to_look_at():
        await use_case(db, refund_id=event.refund_id, user_id=event.user_id, amount=event.amount, to=to)


@on(RefundFailed)
async def refund_failed(event: RefundFailed, db: AsyncSession) -> None:
    """For what the platform would have paid, nothing is held."""
    if event.charged_to == "user":
        await refunds.fail(
            db, refund_id=event.refund_id, user_id=event.user_id, amount=event.amount, reason=event.reason
        )


@on(PayoutCompleted)
async def payout_completed(event: PayoutCompleted, db: AsyncSession) -> None:
    with _for_people_to_look_at():
        await payouts.complete(
            db, withdrawal_id=event.withdrawal_id, user_id=event.user_id, provider=event.provider
        )  # fmt: skip


@on(PayoutFailed)
async def payout_failed(event: PayoutFailed, db: AsyncSession) -> None:
    with _for_people_to_look_at():
        await payouts.fail(db, withdrawal_id=event.withdrawal_id, user_id=event.user_id, reason=event.reason)


@on(PayoutReturned)
async def payout_returned(event: PayoutReturned, db: AsyncSession) -> None:
    with _for_people_to_look_at():
        await payouts.come_back(
            db, withdrawal_id=event.withdrawal_id, user_id=event.user_id, provider=event.provider, reason=event.reason
        )


@on(RefundMadeOutside)
async def refund_made_outside(event: RefundMadeOutside, db: AsyncSession) -> None:
    await refunds.made_outside(
        db, refund_id=event.refund_id, payment_id=event.payment_id, user_id=event.user_id,
        amount=event.amount, provider=event.provider,
    )  # fmt: skip


@on(RefundReturned)
async def refund_returned(event: RefundReturned, db: AsyncSession) -> None:
    await refunds.returned(
        db, refund_id=event.refund_id, user_id=event.user_id, amount=event.amount, provider=event.provider,
        charged_to=event.charged_to, outside=event.made_outside,
    )  # fmt: skip


@on(DisputeOpened)
async def dispute_opened(event: DisputeOpened, db: AsyncSession) -> None:
    await disputes.begin(db, _chargeback(event))


@on(DisputeWon)
async def dispute_won(event: DisputeWon, db: AsyncSession) -> None:
    await disputes.win(db, _chargeback(event))


@on(DisputeLost)
async def dispute_lost(event: DisputeLost, db: AsyncSession) -> None:
    await disputes.lose(db, _chargeback(event))


def _chargeback(event: Dispute) -> disputes.Chargeback:
    back = event.charged_back or event.amount
    return disputes.Chargeback(event.dispute_id, event.payment_id, event.user_id, event.amount, back, event.provider)


async def lock_accounts(events: Sequence[Event], db: AsyncSession) -> None:
    """Locks every account that a batch of events may touch, so that batches wait but never deadlock."""
    owners = {
        owner
        for event in events
        for owner in (getattr(event, name, None) for name in ("buyer_id", "seller_id", "user_id"))
        if owner is not None
    }
    await ledger.lock(db, owners)
