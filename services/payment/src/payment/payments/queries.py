"""Reads of payments."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from payment.due import MANY
from payment.payments.errors import PaymentNotFound
from payment.payments.models import Payment
from payment.payments.schemas import PaymentDetailOut, PaymentOut
from payment.refunds import queries as refunds


async def one(db: UnitOfWork, payment_id: UUID, *, reader: Principal) -> PaymentDetailOut:
    """A payment, for who pays it and for administrators. Raises PaymentNotFound for everyone else."""
    found = await db.get(Payment, payment_id)
    if found is None or (found.user_id != reader.id and reader.role != "admin"):
        raise PaymentNotFound
    return PaymentDetailOut(**dict(PaymentOut.of(found)), refunds=await refunds.of_payment(db, payment_id))


async def history(db: UnitOfWork, page: Paging, **only: Any) -> Page[PaymentOut]:
    """Payments, the newest first, where columns have these values; None: any."""
    asked = [getattr(Payment, name) == value for name, value in only.items() if value is not None]
    query = select(Payment).where(*asked)
    rows, cursor = await paginate(db, query, page, key=(Payment.created_at, Payment.id))
    return Page(items=[PaymentOut.of(row) for row in rows], next_cursor=cursor)


async def stuck(db: UnitOfWork) -> int:
    """How many payments the provider does not tell of, though it was asked again and again."""
    asked = Payment.due_at.is_not(None), Payment.attempts >= MANY
    query = select(func.count()).where(*asked, Payment.state.in_(["created", "unknown"]))
    return await db.scalar(query) or 0
