"""What users look for."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select

from amigok_chassis import clock, standing
from amigok_chassis.ids import new_id
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from marketplace.listings.price_bounds import in_minor_units
from marketplace.orders import attempts
from marketplace.saved_searches.errors import SavedSearchNotFound, TooManySavedSearches
from marketplace.saved_searches.models import SavedSearch
from marketplace.saved_searches.schemas import SavedSearchIn, SavedSearchOut
from marketplace.settings import Settings


async def save(db: UnitOfWork, wanted: SavedSearchIn, *, user_id: UUID) -> SavedSearchOut:
    """Saves a search. Raises AccountInactive, TooManySavedSearches."""
    await standing.require_active(db, user_id)
    await attempts.lock(db, user_id)
    count = await db.scalar(select(func.count()).where(SavedSearch.user_id == user_id))
    if (count or 0) >= db.settings(Settings).saved_searches:
        raise TooManySavedSearches
    row = SavedSearch(id=new_id(), user_id=user_id, saved_at=clock.now(), **_columns(wanted))
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
    names = ("id", "name", "currency", "min_weight_kg", "max_weight_kg", "saved_at")
    words = {name: getattr(row, name) or None for name in ("type_name", "breed_name", "sex")}
    prices = {name: _amount(getattr(row, name), row.currency) for name in ("min_price", "max_price")}
    return SavedSearchOut(**{name: getattr(row, name) for name in names}, **words, **prices)


def _columns(wanted: SavedSearchIn) -> dict[str, Any]:
    values = wanted.model_dump()
    for name in ("type_name", "breed_name", "sex"):
        values[name] = values[name] or ""
    values["min_price"], values["max_price"] = in_minor_units(wanted.min_price, wanted.max_price, wanted.currency)
    return values


def _amount(minor: int | None, currency: str) -> Decimal | None:
    return None if minor is None else Money.of_minor(minor, currency).amount
