"""Reads of debts."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.debts.schemas import DebtOut
from wallet.receivables.models import Debt


async def debts(db: UnitOfWork, paging: Paging, *, user_id: UUID | None, open: bool | None) -> Page[DebtOut]:
    """Debts, newest first. Raises InvalidCursor."""
    query = select(Debt)
    if user_id is not None:
        query = query.where(Debt.debtor_id == user_id)
    if open is not None:
        query = query.where((Debt.state.in_(("frozen", "owed")) & (Debt.taken < Debt.amount)).is_(open))
    rows, cursor = await paginate(db, query, paging, key=[Debt.id])
    return Page(items=[DebtOut.of(row) for row in rows], next_cursor=cursor)
