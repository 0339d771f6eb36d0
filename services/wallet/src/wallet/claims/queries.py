"""Reads of claims."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.claims.models import Claim
from wallet.claims.schemas import ClaimOut


async def claims(db: UnitOfWork, paging: Paging, *, user_id: UUID | None, open: bool | None) -> Page[ClaimOut]:
    """Claims, newest first. Raises InvalidCursor."""
    query = select(Claim)
    if user_id is not None:
        query = query.where(Claim.user_id == user_id)
    if open is not None:
        query = query.where(((Claim.state != "closed") & (Claim.taken < Claim.amount)).is_(open))
    rows, cursor = await paginate(db, query, paging, key=[Claim.id])
    return Page(items=[ClaimOut.of(row) for row in rows], next_cursor=cursor)
