"""Batches of events lock what they are about in one order first, so that they wait for each other but never deadlock.

First orders, then payments; refunds, disputes and payments of an order are only touched by who has these.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select, tuple_
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event
from payment.models import Order
from payment.payments.models import Payment
from payment.payouts.models import Payout
from payment.refunds.models import Refund
from payment.webhooks.models import Webhook


async def lock_orders(events: Sequence[Event], db: UnitOfWork) -> None:
    """The orders of a batch, also those that are heard of for the first time, and what is paid for them or refunded."""
    orders, refunds, asked = (_ids(events, name) for name in ("order_id", "refund_id", "reference_id"))
    if orders:
        rows = insert(Order).values([{"id": id, "state": "placed"} for id in sorted(orders)])
        await db.execute(rows.on_conflict_do_update(index_elements=[Order.id], set_={"state": Order.state}))
    of_refunds = select(Refund.payment_id).where(Refund.id.in_(refunds))
    await _lock(db, Payment, or_(Payment.order_id.in_(orders), Payment.id.in_(of_refunds), Payment.id.in_(asked)))


async def lock_subjects(events: Sequence[Event], db: UnitOfWork) -> None:
    """The webhooks of a batch, and what they are about."""
    kept = select(Webhook.provider, Webhook.facts).where(Webhook.id.in_(_ids(events, "webhook_id")))
    ours, theirs = set[UUID](), set[tuple[str, str]]()
    for provider, told in await db.execute(kept.order_by(Webhook.id).with_for_update()):
        seen = told["seen"] or {}
        ours |= {UUID(told["our_id"])} if told["our_id"] else set()
        names = (seen.get("reference"), seen.get("charge_reference"), told["parent"])
        theirs |= {(provider, name) for name in names if name}
    of_refunds = select(Refund.payment_id).where(or_(Refund.id.in_(ours), _named(Refund, theirs)))
    charged = tuple_(Payment.provider, Payment.charge_reference).in_(theirs)
    await _lock(db, Payment, or_(Payment.id.in_(ours), _named(Payment, theirs), charged, Payment.id.in_(of_refunds)))
    await _lock(db, Payout, or_(Payout.id.in_(ours), _named(Payout, theirs)))


def _ids(events: Sequence[Event], name: str) -> set[UUID]:
    return {id for event in events if (id := getattr(event, name, None)) is not None}


def _named(table: Any, names: set[tuple[str, str]]) -> Any:
    return tuple_(table.provider, table.reference).in_(names)


async def _lock(db: UnitOfWork, table: Any, which: Any) -> None:
    await db.execute(select(table.id).where(which).order_by(table.id).with_for_update())
