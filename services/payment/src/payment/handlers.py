"""What payment does when others say something, and what it says to itself."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import audit
from amigok_chassis.consumer import Reject
from amigok_chassis.service import on
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
async def order_placed(event: OrderPlaced, db: AsyncSession) -> None:
    order = await orders.placed(db, event)
    await from_wallet.follow(db, order)
    await invoices.issue(db, order)


@on(OrderCancelled)
async def order_cancelled(event: OrderCancelled, db: AsyncSession) -> None:
    order = await orders.ended(db, event.order_id, "cancelled")
    await payments.order_ended(db, order)
    await from_wallet.follow(db, order)


@on(OrderCompleted)
async def order_completed(event: OrderCompleted, db: AsyncSession) -> None:
    order = await orders.ended(db, event.order_id, "completed")
    await payments.order_ended(db, order)
    await invoices.issue(db, order)


@on(HoldPlaced)
async def hold_placed(event: HoldPlaced, db: AsyncSession) -> None:
    await from_wallet.follow(db, await orders.held(db, event.order_id, "placed"))


@on(HoldRefused)
async def hold_refused(event: HoldRefused, db: AsyncSession) -> None:
    await from_wallet.follow(db, await orders.held(db, event.order_id, "refused", event.reason))


@on(HoldReleased)
async def hold_released(event: HoldReleased, db: AsyncSession) -> None:
    await from_wallet.follow(db, await orders.held(db, event.order_id, "released", event.reason))


@on(HoldCaptured)
async def hold_captured(event: HoldCaptured, db: AsyncSession) -> None:
    await from_wallet.follow(db, await orders.held(db, event.order_id, "captured"))


@on(DepositRequested)
async def deposit_requested(event: DepositRequested, db: AsyncSession) -> None:
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
async def refund_held(event: RefundHeld, db: AsyncSession) -> None:
    await refunds.fold(db, event.refund_id, "held")


@on(RefundRefused)
async def refund_refused(event: RefundRefused, db: AsyncSession) -> None:
    await refunds.fold(db, event.refund_id, "failed", failure=event.reason)


@on(ExitAllowed)
async def exit_allowed(event: ExitAllowed, db: AsyncSession) -> None:
    """Whatever else was asked about is none of ours."""
    await exits.allowed(db, event.reference_id)


@on(ExitRefused)
async def exit_refused(event: ExitRefused, db: AsyncSession) -> None:
    await exits.refused(db, event.reference_id, reason=event.reason)


@on(WithdrawalApproved)
async def withdrawal_approved(event: WithdrawalApproved, db: AsyncSession) -> None:
    await payouts.begin(db, event)


@on(UserDeletionRequested)
async def user_deletion_requested(event: UserDeletionRequested, db: AsyncSession) -> None:
    await deletion.check(db, event.user_id, request_id=event.request_id)


@on(UserDeleted)
async def user_deleted(event: UserDeleted, db: AsyncSession) -> None:
    await methods.close(db, event.user_id)
    await refunds.erase(db, event.user_id)
    await billing.erase(db, event.user_id)
    audit.forget(db, event.user_id)


@on(WebhookReceived)
async def webhook_received(event: WebhookReceived, db: AsyncSession) -> None:
    await webhooks.look_into(db, event.webhook_id)
