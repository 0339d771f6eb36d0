"""Reads of payments."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from payment.payments.errors import PaymentNotFound
from payment.payments.models import Payment
from payment.payments.schemas import PaymentOut


async def visible(db: UnitOfWork, payment_id: UUID, *, to: Principal) -> Payment:
    """Returns a payment to its payer and to administrators. Raises PaymentNotFound for everyone else."""
    found = await db.get(Payment, payment_id)
    if found is None or (found.user_id != to.id and to.role != "admin"):
        raise PaymentNotFound
    return found


async def owned(db: UnitOfWork, payment_id: UUID, *, owner_id: UUID) -> Payment:
    """Returns a payment to its payer. Raises PaymentNotFound for everyone else."""
    found = await db.get(Payment, payment_id)
    if found is None or found.user_id != owner_id:
        raise PaymentNotFound
    return found


async def history(db: UnitOfWork, page: Paging, **filters: Any) -> Page[PaymentOut]:
    """Lists payments, newest first. Each filter is a column and its value; None matches every value."""
    conditions = [getattr(Payment, name) == value for name, value in filters.items() if value is not None]
    query = select(Payment).where(*conditions)
    rows, cursor = await paginate(db, query, page, key=(Payment.created_at, Payment.id))
    return Page(items=[PaymentOut.of(row) for row in rows], next_cursor=cursor)
