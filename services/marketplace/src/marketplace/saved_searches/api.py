"""Saved searches over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Session, Statements
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.standing.service import AccountInactive
from marketplace.saved_searches import service
from marketplace.saved_searches.errors import SavedSearchNotFound, TooManySavedSearches
from marketplace.saved_searches.schemas import SavedSearchIn, SavedSearchOut
from marketplace.searches.reading import read

router = APIRouter(prefix="/api/v1/marketplace/saved-searches")


@router.post("", status_code=201, responses=problems(AccountInactive, TooManySavedSearches))
async def save_search(body: SavedSearchIn, me: CurrentUser, statements: Statements, db: Session) -> SavedSearchOut:
    """Saves a search: you are told of what comes up."""
    return await service.save(db, body, (await read(statements, body.q)).lasting, user_id=me.id)


@router.get("")
async def list_saved_searches(me: CurrentUser, db: Reader, paging: PageRequest) -> Page[SavedSearchOut]:
    """Returns your saved searches, newest first."""
    return await service.of_user(db, me.id, paging)


@router.delete("/{search_id}", status_code=204, responses=problems(SavedSearchNotFound))
async def remove_search(search_id: UUID, me: CurrentUser, db: Session) -> None:
    """Removes a saved search."""
    await service.remove(db, search_id, user_id=me.id)
