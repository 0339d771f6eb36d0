"""What the wallet does when others say something."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from amigok_chassis import audit, standing
from amigok_chassis.consumer import Reject
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event
from amigok_contracts.farm import InsuranceClaimApproved, LivestockRemoved
from amigok_contracts.identity import KycApproved, UserEmailVerified, UserHandlesChanged, UserStandingChanged
from amigok_contracts.marketplace import OrderCancelled, OrderFulfilled, OrderPlaced
from amigok_contracts.payment import (
    ChargeRequested,
    Dispute,
    DisputeLost,
    DisputeOpened,
    DisputeWon,
    PaymentCompleted,
    PaymentFailed,
    PayoutCompleted,
    PayoutFailed,
    PayoutPaidAfterAll,
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
from wallet.exits import service as exits
from wallet.exits import stops
from wallet.exits.queries import Exit
from wallet.recipients import service as recipients
from wallet.withdrawals import names, payouts
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
async def user_email_verified(db: UnitOfWork, event: UserEmailVerified) -> None:
    await service.open_accounts(db, user_id=event.user_id, currency=FIRST_CURRENCY)


@on(UserHandlesChanged)
async def user_handles_changed(db: UnitOfWork, event: UserHandlesChanged) -> None:
    await recipients.keep(
        db,
        event.user_id,
        version=event.aggregate_version,
        email_digest=event.email_digest,
        username_digest=event.username_digest,
    )


@on(KycApproved)
async def kyc_approved(db: UnitOfWork, event: KycApproved) -> None:
    """Identity tells the name sealed; of one who is deleted meanwhile nothing is kept."""
    if event.sealed_name is not None and not (await standing.of(db, event.user_id)).is_deleted:
        await names.keep(db, event.user_id, version=event.aggregate_version, handed_over=event.sealed_name)


@on(UserStandingChanged)
async def user_deleted(db: UnitOfWork, event: UserStandingChanged) -> None:
    """The money stays; what tells of the person goes, and what they asked for is given back."""
    if event.status == "deleted":
        await recipients.forget(db, event.user_id)
        await withdrawals.forget(db, user_id=event.user_id)
        await names.forget(db, event.user_id)
        audit.forget(db, event.user_id)


@on(OrderPlaced)
async def order_placed(db: UnitOfWork, event: OrderPlaced) -> None:
    """Only what is paid from the wallet is held now. Who has stopped their wallet sells nothing either."""
    if event.seller_id is not None and await stops.current(db, event.seller_id) is not None:
        await orders.refuse(db, order_id=event.order_id, user_id=event.buyer_id, amount=event.price)
    elif event.pay_with == "wallet":
        exit = Exit(
            purpose="purchase",
            reference_id=event.order_id,
            user_id=event.buyer_id,
            amount=event.price,
            assurance=event.assurance,
            recipient_id=event.seller_id,
            to_platform=event.seller_id is None,
        )
        await orders.hold_price(db, order_id=event.order_id, user_id=event.buyer_id, amount=event.price, exit=exit)


@on(OrderFulfilled)
async def order_fulfilled(db: UnitOfWork, event: OrderFulfilled) -> None:
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
async def order_cancelled(db: UnitOfWork, event: OrderCancelled) -> None:
    await orders.cancel(db, order_id=event.order_id, user_id=event.buyer_id, amount=event.price, reason=event.reason)


@on(WalletPaymentRequested)
async def wallet_payment_requested(db: UnitOfWork, event: WalletPaymentRequested) -> None:
    """Who sells is not said: it counts as somebody new."""
    exit = Exit(
        purpose="purchase",
        reference_id=event.order_id,
        user_id=event.user_id,
        amount=event.amount,
        assurance=event.assurance,
    )
    await orders.hold_price(db, order_id=event.order_id, user_id=event.user_id, amount=event.amount, exit=exit)


@on(PaymentCompleted)
async def payment_completed(db: UnitOfWork, event: PaymentCompleted) -> None:
    """What was paid from the wallet is in the ledger already."""
    if event.provider != "wallet":
        await deposits.complete(
            db,
            payment_id=event.payment_id,
            user_id=event.user_id,
            amount=event.amount,
            provider=event.provider,
            order_id=event.order_id,
        )


@on(PaymentFailed)
async def payment_failed(db: UnitOfWork, event: PaymentFailed) -> None:
    await exits.undo(db, purpose="charge", reference_id=event.payment_id, user_id=event.user_id)
    await deposits.fail(db, payment_id=event.payment_id)


@on(RefundRequested)
async def refund_requested(db: UnitOfWork, event: RefundRequested) -> None:
    await refunds.hold(db, refund_id=event.refund_id, user_id=event.user_id, amount=event.amount)


@on(RefundCompleted)
async def refund_completed(db: UnitOfWork, event: RefundCompleted) -> None:
    use_case = refunds.settle if event.charged_to == "user" else refunds.give
    to = event.provider if event.destination == "provider" else "wallet"
    with _for_people_to_look_at():
        await use_case(db, refund_id=event.refund_id, user_id=event.user_id, amount=event.amount, to=to)


@on(RefundFailed)
async def refund_failed(db: UnitOfWork, event: RefundFailed) -> None:
    """For what the platform would have paid, nothing is held."""
    if event.charged_to == "user":
        await refunds.fail(
            db, refund_id=event.refund_id, user_id=event.user_id, amount=event.amount, reason=event.reason
        )


@on(PayoutCompleted)
async def payout_completed(db: UnitOfWork, event: PayoutCompleted) -> None:
    with _for_people_to_look_at():
        await payouts.complete(db, withdrawal_id=event.withdrawal_id, user_id=event.user_id, provider=event.provider)


@on(PayoutFailed)
async def payout_failed(db: UnitOfWork, event: PayoutFailed) -> None:
    with _for_people_to_look_at():
        await payouts.fail(db, withdrawal_id=event.withdrawal_id, user_id=event.user_id, reason=event.reason)


@on(PayoutPaidAfterAll)
async def payout_paid_after_all(db: UnitOfWork, event: PayoutPaidAfterAll) -> None:
    with _for_people_to_look_at():
        await payouts.pay_after_all(
            db, withdrawal_id=event.withdrawal_id, user_id=event.user_id, provider=event.provider
        )


@on(PayoutReturned)
async def payout_returned(db: UnitOfWork, event: PayoutReturned) -> None:
    with _for_people_to_look_at():
        await payouts.come_back(
            db, withdrawal_id=event.withdrawal_id, user_id=event.user_id, provider=event.provider, reason=event.reason
        )


@on(RefundMadeOutside)
async def refund_made_outside(db: UnitOfWork, event: RefundMadeOutside) -> None:
    await refunds.made_outside(
        db,
        refund_id=event.refund_id,
        payment_id=event.payment_id,
        user_id=event.user_id,
        amount=event.amount,
        provider=event.provider,
    )


@on(RefundReturned)
async def refund_returned(db: UnitOfWork, event: RefundReturned) -> None:
    await refunds.returned(
        db,
        refund_id=event.refund_id,
        user_id=event.user_id,
        amount=event.amount,
        provider=event.provider,
        charged_to=event.charged_to,
        outside=event.made_outside,
    )


@on(DisputeOpened)
async def dispute_opened(db: UnitOfWork, event: DisputeOpened) -> None:
    await disputes.begin(db, _chargeback(event))


@on(DisputeWon)
async def dispute_won(db: UnitOfWork, event: DisputeWon) -> None:
    await disputes.win(db, _chargeback(event))


@on(DisputeLost)
async def dispute_lost(db: UnitOfWork, event: DisputeLost) -> None:
    await disputes.lose(db, _chargeback(event))


def _chargeback(event: Dispute) -> disputes.Chargeback:
    back = event.charged_back or event.amount
    return disputes.Chargeback(event.dispute_id, event.payment_id, event.user_id, event.amount, back, event.provider)


_OWNERS = ("buyer_id", "seller_id", "user_id", "owner_id", "previous_owner_id")
"""What events call those whose accounts they touch."""


async def lock_accounts(events: Sequence[Event], db: UnitOfWork) -> None:
    """Opens and then locks every account that a batch of events may touch, so that batches wait but never deadlock."""
    await service.open_all(db, [wanted for event in events for wanted in _opened_by(event)])
    named = (getattr(event, name, None) for event in events for name in _OWNERS)
    await ledger.lock(db, {owner for owner in named if owner is not None})


def _opened_by(event: Event) -> Iterator[tuple[UUID, str]]:
    """The users and currencies in which an event may bring money that is new to them."""
    match event:
        case UserEmailVerified():
            yield event.user_id, FIRST_CURRENCY
        case OrderFulfilled(seller_id=UUID() as seller_id):
            yield seller_id, event.price.currency
        case PaymentCompleted() | RefundCompleted() | ChargeRequested():
            yield event.user_id, event.amount.currency
        case InsuranceClaimApproved():
            yield event.owner_id, event.payout.currency
        case LivestockRemoved():
            yield event.previous_owner_id, event.fee.currency
