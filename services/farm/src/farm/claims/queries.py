"""Reads of insurance claims."""

from uuid import UUID

from sqlalchemy import ColumnElement, select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from farm.claims.models import Claim
from farm.claims.schemas import ClaimOut


async def of_owner(db: UnitOfWork, paging: Paging, *, owner_id: UUID) -> Page[ClaimOut]:
    """Returns the claims of a user, newest first."""
    return await _page(db, paging, Claim.owner_id == owner_id, descending=True)


async def in_state(db: UnitOfWork, paging: Paging, *, state: str) -> Page[ClaimOut]:
    """Returns the claims in a state, oldest first."""
    return await _page(db, paging, Claim.state == state, descending=False)


async def _page(db: UnitOfWork, paging: Paging, which: ColumnElement[bool], *, descending: bool) -> Page[ClaimOut]:
    rows, cursor = await paginate(db, select(Claim).where(which), paging, key=[Claim.id], descending=descending)
    return Page(items=[ClaimOut.model_validate(row) for row in rows], next_cursor=cursor)
