"""Watches over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.standing.service import AccountInactive
from marketplace.listings.errors import NotListed
from marketplace.watches import service
from marketplace.watches.errors import TooManyWatches
from marketplace.watches.schemas import WatchOut

router = APIRouter(prefix="/api/v1/marketplace")


@router.put(
    "/listings/{listing_id}/watch", status_code=204, responses=problems(AccountInactive, NotListed, TooManyWatches)
)
async def watch_listing(listing_id: UUID, me: CurrentUser, db: Session) -> None:
    """Watches a listing: you are told when it costs less."""
    await service.watch(db, listing_id, user_id=me.id)


@router.delete("/listings/{listing_id}/watch", status_code=204)
async def unwatch_listing(listing_id: UUID, me: CurrentUser, db: Session) -> None:
    """Watches a listing no longer."""
    await service.unwatch(db, listing_id, user_id=me.id)


@router.get("/my-watches")
async def list_my_watches(me: CurrentUser, db: Reader, paging: PageRequest) -> Page[WatchOut]:
    """Returns the listings that you watch, newest first."""
    return await service.of_user(db, me.id, paging)
