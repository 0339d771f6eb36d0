"""Reads of removals."""

from uuid import UUID

from sqlalchemy import ColumnElement, select

from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from farm.removals.errors import RemovalNotFound
from farm.removals.models import Removal
from farm.removals.schemas import RemovalOut


async def show(db: UnitOfWork, removal_id: UUID, *, viewer: Principal) -> RemovalOut:
    """Returns one removal, for its owner and administrators. Raises RemovalNotFound."""
    found = await db.get(Removal, removal_id)
    if found is None or (found.owner_id != viewer.id and viewer.role != "admin"):
        raise RemovalNotFound
    return RemovalOut.model_validate(found)


async def of_owner(db: UnitOfWork, paging: Paging, *, owner_id: UUID) -> Page[RemovalOut]:
    """Returns the removals that a user has requested, newest first."""
    return await _page(db, paging, Removal.owner_id == owner_id, descending=True)


async def in_state(db: UnitOfWork, paging: Paging, *, state: str) -> Page[RemovalOut]:
    """Returns the removals in a state, oldest first."""
    return await _page(db, paging, Removal.state == state, descending=False)


async def _page(db: UnitOfWork, paging: Paging, which: ColumnElement[bool], *, descending: bool) -> Page[RemovalOut]:
    rows, cursor = await paginate(db, select(Removal).where(which), paging, key=[Removal.id], descending=descending)
    return Page(items=[RemovalOut.model_validate(row) for row in rows], next_cursor=cursor)
