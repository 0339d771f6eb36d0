"""What payment does when others say something, and what it says to itself."""

from typing import Any

from amigok_chassis import audit
from amigok_chassis.consumer import Reject
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted, UserDeletionRequested
from amigok_contracts.marketplace import OrderCancelled, OrderCompleted, OrderPlaced
from amigok_contracts.payment import WebhookReceived
from amigok_contracts.wallet import (
    DepositRequested,
    ExitAllowed,
    ExitRefused,
    HoldCaptured,
    HoldPlaced,
    HoldRefused,
    HoldReleased,
    RefundHeld,
    RefundRefused,
    WithdrawalApproved,
)
from payment import deletion, orders
from payment.invoices import billing
from payment.invoices import service as invoices
from payment.methods import service as methods
from payment.payments import exits, from_wallet
from payment.payments import service as payments
from payment.payouts import service as payouts
from payment.refunds import service as refunds
from payment.webhooks import service as webhooks


@on(OrderPlaced)
async def order_placed(db: UnitOfWork, event: OrderPlaced) -> None:
    order = await orders.placed(db, event)
    await from_wallet.follow(db, order)
    await invoices.issue(db, order)


@on(OrderCancelled)
async def order_cancelled(db: UnitOfWork, event: OrderCancelled) -> None:
    order = await orders.ended(db, event.order_id, "cancelled")
    await payments.order_ended(db, order)
    await from_wallet.follow(db, order)


@on(OrderCompleted)
async def order_completed(db: UnitOfWork, event: OrderCompleted) -> None:
    order = await orders.ended(db, event.order_id, "completed")
    await payments.order_ended(db, order)
    await invoices.issue(db, order)


@on(HoldPlaced)
async def hold_placed(db: UnitOfWork, event: HoldPlaced) -> None:
    await from_wallet.follow(db, await orders.held(db, event.order_id, "placed"))


@on(HoldRefused)
async def hold_refused(db: UnitOfWork, event: HoldRefused) -> None:
    await from_wallet.follow(db, await orders.held(db, event.order_id, "refused", event.reason))


@on(HoldReleased)
async def hold_released(db: UnitOfWork, event: HoldReleased) -> None:
    await from_wallet.follow(db, await orders.held(db, event.order_id, "released", event.reason))


@on(HoldCaptured)
async def hold_captured(db: UnitOfWork, event: HoldCaptured) -> None:
    await from_wallet.follow(db, await orders.held(db, event.order_id, "captured"))


@on(DepositRequested)
async def deposit_requested(db: UnitOfWork, event: DepositRequested) -> None:
    about: dict[str, Any] = {
        "id": event.deposit_id,
        "user_id": event.user_id,
        "amount": event.amount,
        "method": event.method,
    }
    try:
        await payments.open_deposit(db, **about)
    except KeyError as error:
        raise Reject(f"no deposit is made by {event.method}") from error


@on(RefundHeld)
async def refund_held(db: UnitOfWork, event: RefundHeld) -> None:
    await refunds.fold(db, event.refund_id, "held")


@on(RefundRefused)
async def refund_refused(db: UnitOfWork, event: RefundRefused) -> None:
    await refunds.fold(db, event.refund_id, "failed", failure=event.reason)


@on(ExitAllowed)
async def exit_allowed(db: UnitOfWork, event: ExitAllowed) -> None:
    """Whatever else was asked about is none of ours."""
    await exits.allowed(db, event.reference_id)


@on(ExitRefused)
async def exit_refused(db: UnitOfWork, event: ExitRefused) -> None:
    await exits.refused(db, event.reference_id, reason=event.reason)


@on(WithdrawalApproved)
async def withdrawal_approved(db: UnitOfWork, event: WithdrawalApproved) -> None:
    await payouts.begin(db, event)


@on(UserDeletionRequested)
async def user_deletion_requested(db: UnitOfWork, event: UserDeletionRequested) -> None:
    await deletion.check(db, event.user_id, request_id=event.request_id)


@on(UserDeleted)
async def user_deleted(db: UnitOfWork, event: UserDeleted) -> None:
    await methods.close(db, event.user_id)
    await refunds.erase(db, event.user_id)
    await billing.erase(db, event.user_id)
    audit.forget(db, event.user_id)


@on(WebhookReceived)
async def webhook_received(db: UnitOfWork, event: WebhookReceived) -> None:
    await webhooks.look_into(db, event.webhook_id)
