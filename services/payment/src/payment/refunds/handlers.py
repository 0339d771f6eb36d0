"""What the wallet answers about refunds, and what identity publishes about users."""

from typing import Any

from amigok_chassis.needs import Need
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted
from amigok_contracts.marketplace import ORDER
from amigok_contracts.marketplace_escrow import OrderUndone
from amigok_contracts.payment import REFUND
from amigok_contracts.wallet import HoldPlaced, HoldRefused, HoldReleased
from payment.orders.locks import ORDERS
from payment.payments.locks import PAYMENTS
from payment.payments.models import Payment
from payment.refunds import service, undone
from payment.refunds.models import Refund

ITS_PAYMENT = [PAYMENTS.by(lambda event: [(Refund.id, event.reference_id)])]
"""The payment of the refund that a hold is for."""

_ITS_PAYMENTS: Need[Any] = PAYMENTS.by(lambda event: [(Payment.order_id, event.reference_id)])
"""The payments of the order that was undone."""

FOR_REFUND = {"purpose": REFUND}


@on(HoldPlaced, locks=ITS_PAYMENT, match=FOR_REFUND)
async def hold_placed(db: UnitOfWork, event: HoldPlaced) -> None:
    await service.apply(db, event.reference_id, "held")


@on(HoldRefused, locks=ITS_PAYMENT, match=FOR_REFUND)
async def hold_refused(db: UnitOfWork, event: HoldRefused) -> None:
    await service.apply(db, event.reference_id, "failed", failure=event.reason)


@on(OrderUndone, locks=[ORDERS.of("reference_id"), _ITS_PAYMENTS])
async def order_undone(db: UnitOfWork, event: OrderUndone) -> None:
    await undone.follow(db, event.reference_id)


@on(HoldReleased, locks=[ORDERS.of("reference_id"), _ITS_PAYMENTS], match={"purpose": ORDER})
async def price_released(db: UnitOfWork, event: HoldReleased) -> None:
    """It may come before the news that the order was undone."""
    await undone.follow(db, event.reference_id)


@on(UserDeleted)
async def user_deleted(db: UnitOfWork, event: UserDeleted) -> None:
    await service.erase(db, event.user_id)
