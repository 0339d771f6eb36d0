"""What the marketplace and the wallet publish that moves payments."""

from typing import Any
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.inbox import Reject
from amigok_chassis.needs import Need
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace import ORDER, OrderCancelled, OrderCompleted, OrderPlaced
from amigok_contracts.payment import CHARGE
from amigok_contracts.wallet import (
    DepositRequested,
    ExitAllowed,
    ExitRefused,
    HoldCaptured,
    HoldPlaced,
    HoldRefused,
    HoldReleased,
)
from payment.orders.locks import ORDERS
from payment.payments import exits, service, wallet_payments
from payment.payments.locks import PAYMENTS, of_order
from payment.payments.models import Payment

OF_ORDER: list[Need[Any]] = [ORDERS.of("order_id"), PAYMENTS.by(lambda event: [(Payment.order_id, event.order_id)])]
"""The order of an event, and its payments."""

HELD_FOR: list[Need[Any]] = [
    ORDERS.of("reference_id"),
    PAYMENTS.by(lambda event: [(Payment.order_id, event.reference_id)]),
]
"""The order that a hold is for, and its payments."""

ASKED = [PAYMENTS.by(lambda event: [(Payment.id, event.reference_id)])]
"""The payment that the wallet was asked about."""

FOR_ORDER, FOR_CHARGE = {"purpose": ORDER}, {"purpose": CHARGE}


@on(OrderPlaced, locks=OF_ORDER)
async def order_placed(db: UnitOfWork, event: OrderPlaced) -> None:
    await wallet_payments.follow(db, event.order_id)


@on(OrderCancelled, locks=OF_ORDER)
async def order_cancelled(db: UnitOfWork, event: OrderCancelled) -> None:
    _expire_open(db, event.order_id)
    await wallet_payments.follow(db, event.order_id)


@on(OrderCompleted, locks=OF_ORDER)
async def order_completed(db: UnitOfWork, event: OrderCompleted) -> None:
    _expire_open(db, event.order_id)


@on(HoldPlaced, locks=HELD_FOR, match=FOR_ORDER)
async def hold_placed(db: UnitOfWork, event: HoldPlaced) -> None:
    await wallet_payments.follow(db, event.reference_id)


@on(HoldRefused, locks=HELD_FOR, match=FOR_ORDER)
async def hold_refused(db: UnitOfWork, event: HoldRefused) -> None:
    await wallet_payments.follow(db, event.reference_id)


@on(HoldReleased, locks=HELD_FOR, match=FOR_ORDER)
async def hold_released(db: UnitOfWork, event: HoldReleased) -> None:
    await wallet_payments.follow(db, event.reference_id)


@on(HoldCaptured, locks=HELD_FOR, match=FOR_ORDER)
async def hold_captured(db: UnitOfWork, event: HoldCaptured) -> None:
    await wallet_payments.follow(db, event.reference_id)


def _expire_open(db: UnitOfWork, order_id: UUID) -> None:
    """Lets an order's open payments at providers expire now, so that they are cancelled."""
    for payment in of_order(db, order_id):
        payment.expire(clock.now())


@on(DepositRequested)
async def deposit_requested(db: UnitOfWork, event: DepositRequested) -> None:
    try:
        await service.open_deposit(
            db, id=event.deposit_id, user_id=event.user_id, amount=event.amount, method=event.method
        )
    except KeyError as error:
        raise Reject(f"no deposit is made by {event.method}") from error


@on(ExitAllowed, locks=ASKED, match=FOR_CHARGE)
async def exit_allowed(db: UnitOfWork, event: ExitAllowed) -> None:
    await exits.allow(db, event.reference_id)


@on(ExitRefused, locks=ASKED, match=FOR_CHARGE)
async def exit_refused(db: UnitOfWork, event: ExitRefused) -> None:
    await exits.refuse(db, event.reference_id, reason=event.reason)
