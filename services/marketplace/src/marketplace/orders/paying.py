"""Asks the wallet to hold the price of an order, once: when it is placed, or when its buyer pays for it."""

from datetime import datetime
from uuid import UUID

import structlog

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.assurance import Assurance
from amigok_contracts.marketplace import OrderHoldRequested
from marketplace.listings.models import Listing
from marketplace.orders.models import Order
from marketplace.settings import Settings

log = structlog.get_logger()

_MOST_WORDS = 200


async def ask(
    db: UnitOfWork,
    order: Order,
    *,
    funded_by: UUID | None = None,
    assurance: Assurance | None = None,
    agreed_at: datetime | None = None,
) -> None:
    """Asks for the price of a pending order, and gives the wallet time to answer.

    `funded_by` is the payment that brought it in. Without it the price comes from what the buyer has; `assurance` says
    how sure it is that they are the one who acts, or was when they agreed to the price.
    """
    now, settings = clock.now(), db.settings(Settings)
    order.hold_requested_at = now
    order.deadline = max(order.deadline, now + settings.hold_within)
    listing = await db.get_one(Listing, order.listing_id)
    emit(
        db,
        OrderHoldRequested(
            reference_id=order.id,
            payer_id=order.buyer_id,
            amount=order.money,
            payee_ids=() if order.seller_id is None else (order.seller_id,),
            expires_at=_held_until(order, settings, now),
            description=listing.title[:_MOST_WORDS],
            funded_by=funded_by,
            assurance=assurance,
            agreed_at=agreed_at,
        ),
    )


def _held_until(order: Order, settings: Settings, now: datetime) -> datetime | None:
    """Returns a time that lies after every escrow and complaint, or None for the wallet's own."""
    in_escrow = order.seller_id is not None and settings.escrow
    return now + settings.escrow + settings.hold_beyond_escrow if in_escrow else None


async def fund(db: UnitOfWork, *, order_id: UUID, payment_id: UUID, payer_id: UUID, amount: Money) -> None:
    """Uses a payment that came in for an order, if the order waits for one and this covers its price.

    Otherwise the money stays in the payer's wallet.
    """
    order = await _unpaid(db, order_id, payer_id=payer_id)
    if order is None or amount.currency != order.currency or amount.minor < order.price:
        log.info("order.payment_not_used", order_id=order_id, payment_id=payment_id)
        return
    await ask(db, order, funded_by=payment_id)


async def pay_from_wallet(
    db: UnitOfWork, *, order_id: UUID, payer_id: UUID, amount: Money, assurance: Assurance | None
) -> None:
    """The buyer of an order that waits for a payment pays it from the wallet, if `amount` is its price."""
    order = await _unpaid(db, order_id, payer_id=payer_id)
    if order is not None and amount == order.money:
        await ask(db, order, assurance=assurance)


async def _unpaid(db: UnitOfWork, order_id: UUID, *, payer_id: UUID) -> Order | None:
    """Returns an order of the payer's that still waits for a payment, locked."""
    order = await db.get(Order, order_id, with_for_update=True)
    return order if order is not None and order.unpaid and order.buyer_id == payer_id else None
