"""Limits how often a buyer may order: orders that fail cost their buyer time.

The first few are free. After each further one the buyer waits twice as long, and has one order at a time. A completed
purchase clears them all, and each is cleared after some time.
"""

from datetime import datetime, timedelta
from math import ceil
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import text

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.orders.errors import OrderPending, TooManyAttempts, TooManyUnpaidOrders
from marketplace.orders.models import PayWith
from marketplace.settings import Settings

FUTILE = ("insufficient_funds", "wallet_missing", "payment_timeout", "buyer_cancelled")
"""The reasons of failed orders that count: the buyer had no money, did not pay, or changed their mind."""

_LOCK = 7305021
_MOST_DOUBLINGS = 20

_AWAIT = "SELECT pg_advisory_xact_lock(hashtextextended($1, $2))"
_RECORD = text("""
WITH pending AS (
    SELECT count(*) AS pending, count(*) FILTER (WHERE pay_with = 'payment') AS unpaid, min(deadline) AS deadline,
        coalesce(bool_or(livestock_id = :livestock_id), false) AS same_animal
    FROM orders WHERE buyer_id = :buyer_id AND state = 'pending'
), futile AS (
    SELECT count(*) AS futile, max(ended_at) AS last FROM orders
    WHERE buyer_id = :buyer_id AND reason = ANY(:reasons) AND ended_at > greatest(
        CAST(:since AS timestamptz),
        (SELECT max(ended_at) FROM orders WHERE buyer_id = :buyer_id AND state = 'completed' AND ended_at > :since)
    )
)
SELECT pending, unpaid, deadline, same_animal, futile, last FROM pending, futile
""")


class Record(NamedTuple):
    """A buyer's pending orders (how many are unpaid, the first deadline, any for this animal) and the failed ones."""

    pending: int
    unpaid: int
    deadline: datetime | None
    same_animal: bool
    futile: int
    last: datetime | None


async def admit(db: UnitOfWork, *, buyer_id: UUID, livestock_id: UUID, pay_with: PayWith) -> None:
    """Checks that a buyer may order an animal now. Requests of one buyer are checked one after the other.

    Raises OrderPending, TooManyUnpaidOrders, TooManyAttempts.
    """
    await lock(db, buyer_id)
    settings, now = db.settings(Settings), clock.now()
    record = await _record(db, buyer_id, livestock_id, since=now - settings.forgiven_after)
    if record.same_animal:
        raise OrderPending
    if pay_with == "payment" and record.unpaid >= settings.unpaid_orders:
        raise TooManyUnpaidOrders
    left = _wait(record, settings, now)
    if left > timedelta():
        raise TooManyAttempts(retry_after=ceil(left.total_seconds()))


async def lock(db: UnitOfWork, buyer_id: UUID) -> None:
    """Has whatever places orders or makes offers for this buyer wait for each other, before any row is locked."""
    await (await db.connection()).exec_driver_sql(_AWAIT, (str(buyer_id), _LOCK))


def pause(futile: int, settings: Settings) -> timedelta:
    """Returns how long a buyer waits after so many failed orders."""
    further = futile - settings.free_attempts
    if further < 0:
        return timedelta()
    factor: int = 2 ** min(further, _MOST_DOUBLINGS)
    return min(settings.first_pause * factor, settings.longest_pause)


def _wait(record: Record, settings: Settings, now: datetime) -> timedelta:
    """Returns how long a buyer with this record still has to wait; zero or less if not at all."""
    most = settings.pending_orders if record.futile < settings.free_attempts else 1
    if record.deadline is not None and record.pending >= most:
        return max(record.deadline - now, timedelta(seconds=1))
    return timedelta() if record.last is None else record.last + pause(record.futile, settings) - now


async def _record(db: UnitOfWork, buyer_id: UUID, livestock_id: UUID, *, since: datetime) -> Record:
    values = {"buyer_id": buyer_id, "livestock_id": livestock_id, "reasons": list(FUTILE), "since": since}
    return Record(*(await db.execute(_RECORD, values)).one())
