"""The lock on webhooks and on the payments and payouts that they are about."""

from typing import Any
from uuid import UUID

from sqlalchemy import or_, select, tuple_

from amigok_chassis.needs import Lock
from amigok_chassis.unit_of_work import UnitOfWork
from payment.payments.models import Payment
from payment.payouts.models import Payout
from payment.refunds.models import Refund
from payment.webhooks.models import Webhook


async def lock_subjects(db: UnitOfWork, ids: set[UUID]) -> None:
    """Locks the webhooks, then the payments that they are about, then the payouts, each in the order of their ids."""
    stored = select(Webhook.provider, Webhook.facts).where(Webhook.id.in_(ids))
    ours, theirs = set[UUID](), set[tuple[str, str]]()
    for provider, facts in await db.execute(stored.order_by(Webhook.id).with_for_update()):
        seen = facts["seen"] or {}
        ours |= {UUID(facts["our_id"])} if facts["our_id"] else set()
        names = (seen.get("reference"), seen.get("charge_reference"), facts["parent"])
        theirs |= {(provider, name) for name in names if name}
    of_refunds = select(Refund.payment_id).where(or_(Refund.id.in_(ours), _named(Refund, theirs)))
    charged = tuple_(Payment.provider, Payment.charge_reference).in_(theirs)
    await _lock(db, Payment, or_(Payment.id.in_(ours), _named(Payment, theirs), charged, Payment.id.in_(of_refunds)))
    await _lock(db, Payout, or_(Payout.id.in_(ours), _named(Payout, theirs)))


SUBJECTS = Lock(1, lock_subjects)
"""By webhook id."""


def _named(table: Any, names: set[tuple[str, str]]) -> Any:
    return tuple_(table.provider, table.reference).in_(names)


async def _lock(db: UnitOfWork, table: Any, which: Any) -> None:
    await db.execute(select(table.id).where(which).order_by(table.id).with_for_update())
