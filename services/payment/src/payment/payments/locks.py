"""The lock on payments: taken after orders. Refunds and disputes are only written by the transaction that holds it."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select, union
from sqlalchemy.orm import InstrumentedAttribute

from amigok_chassis.needs import Lock
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from payment.payments.models import Payment

Key = tuple[InstrumentedAttribute[Any], UUID]
"""A column and its value: a column of payments, or of a table with a `payment_id`."""


async def lock_payments(db: UnitOfWork, keys: set[Key]) -> None:
    """Locks and loads payments in the order of their ids, by whatever columns the events name them."""
    columns = {column for column, _ in keys}
    ids = union(*(_ids(column, [id for other, id in keys if other is column]) for column in columns))
    await db.lock(select(Payment).where(Payment.id.in_(ids)).order_by(Payment.id))


def of_order(db: UnitOfWork, order_id: UUID) -> list[Payment]:
    """The payments of an order whose payments this transaction has locked."""
    return [payment for payment in db.held(Payment) if payment.order_id == order_id]


def _ids(column: InstrumentedAttribute[Any], values: Collection[UUID]) -> Select[UUID]:
    of = column.class_
    return select(of.id if of is Payment else of.payment_id).where(among(column, values))


PAYMENTS = Lock(2, lock_payments)
