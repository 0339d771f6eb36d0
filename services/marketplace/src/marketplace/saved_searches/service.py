"""What users look for."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select

from amigok_chassis import clock, standing
from amigok_chassis.ids import new_id
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.orders import attempts
from marketplace.saved_searches.errors import SavedSearchNotFound, TooManySavedSearches
from marketplace.saved_searches.models import SavedSearch
from marketplace.saved_searches.schemas import SavedSearchIn, SavedSearchOut
from marketplace.searches.asking import Asked, Group
from marketplace.searches.schemas import Wanted
from marketplace.settings import Settings


async def save(db: UnitOfWork, wanted: SavedSearchIn, groups: Sequence[Group], *, user_id: UUID) -> SavedSearchOut:
    """Saves a search for words of these groups, and all else that is wanted.

    Raises AccountInactive, TooManySavedSearches.
    """
    await standing.require_active(db, user_id)
    await attempts.lock(db, user_id)
    count = await db.scalar(select(func.count()).where(SavedSearch.user_id == user_id))
    if (count or 0) >= db.settings(Settings).saved_searches:
        raise TooManySavedSearches
    asked = Asked(wanted.wanted, groups, clock.now())
    row = SavedSearch(
        id=new_id(),
        user_id=user_id,
        name=wanted.name,
        saved_at=clock.now(),
        wanted=_said(wanted.wanted),
        asked=_compared(asked),
        keys=_keys(asked),
    )
    db.add(row)
    return view(row)


async def remove(db: UnitOfWork, search_id: UUID, *, user_id: UUID) -> None:
    """Removes a saved search. Raises SavedSearchNotFound."""
    theirs = delete(SavedSearch).where(SavedSearch.id == search_id, SavedSearch.user_id == user_id)
    if await db.scalar(theirs.returning(SavedSearch.id)) is None:
        raise SavedSearchNotFound


async def of_user(db: UnitOfWork, user_id: UUID, paging: Paging) -> Page[SavedSearchOut]:
    """Returns a user's saved searches, newest first."""
    query = select(SavedSearch).where(SavedSearch.user_id == user_id)
    rows, cursor = await paginate(db, query, paging, key=(SavedSearch.saved_at, SavedSearch.id))
    return Page(items=[view(row) for row in rows], next_cursor=cursor)


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Removes the saved searches of a deleted user."""
    await db.execute(delete(SavedSearch).where(SavedSearch.user_id == user_id))


def view(row: SavedSearch) -> SavedSearchOut:
    return SavedSearchOut.model_validate({**row.wanted, "id": row.id, "name": row.name, "saved_at": row.saved_at})


def _said(wanted: Wanted) -> dict[str, Any]:
    """What was said, in JSON; numbers are spelled as they are read."""
    told = wanted.model_dump(mode="json", exclude_defaults=True)
    return told | {name: f"{value:f}" for name, value in wanted if name in told and isinstance(value, Decimal)}


def _compared(asked: Asked) -> dict[str, Any]:
    """What `matching` compares a listing with: a search's filters by facet."""
    bounds = {name: {"low": low, "high": high} for name, (low, high) in asked.bounds.items()}
    told = {"values": asked.values, "bounds": bounds, "flags": asked.flags, "groups": asked.groups}
    if asked.near is not None and asked.within_km is not None:
        return {**told, "near": asked.near, "within_km": asked.within_km}
    return told


def _keys(asked: Asked) -> list[str]:
    """The narrowest: what has the breed, else the type, else all in the currency."""
    currency = asked.wanted.currency
    for facet in ("breed_name", "type_name"):
        if facet in asked.values:
            return [f"{currency} {facet.removesuffix('_name')} {value}" for value in asked.values[facet]]
    return [currency]
