"""Browsing animals for sale, over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from amigok_chassis.auth import MaybeUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Statements
from amigok_chassis.pagination import InvalidCursor, Page
from amigok_chassis.problems import problems
from marketplace.listings.errors import NotListed
from marketplace.listings.schemas import ListingOut
from marketplace.market import queries
from marketplace.market.schemas import Filters
from marketplace.views import counting

router = APIRouter(prefix="/api/v1")


@router.get("/marketplace/livestock", response_model=Page[ListingOut], responses=problems(InvalidCursor))
async def browse(filters: Annotated[Filters, Query()], db: Statements) -> Response:
    """Returns animals for sale, newest first."""
    return Response(await queries.market(db, filters), media_type="application/json")


@router.get("/marketplace/livestock/{livestock_id}", responses=problems(NotListed))
async def read_listing(livestock_id: UUID, db: Reader, context: InContext, me: MaybeUser) -> ListingOut:
    """Returns the listing of one animal, also after it was sold."""
    listing = await queries.listing_of(db, livestock_id=livestock_id)
    await counting.count(context.redis, listing.id, viewer_id=me.id if me else None)
    return listing
