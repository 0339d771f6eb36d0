"""Browsing animals for sale, over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from amigok_chassis.db import Reader, Statements
from amigok_chassis.pagination import InvalidCursor, Page
from amigok_chassis.problems import problems
from marketplace.listings.errors import NotListed
from marketplace.listings.schemas import ListingOut
from marketplace.market import queries
from marketplace.market.schemas import Filters

router = APIRouter(prefix="/api/v1")


@router.get("/marketplace/livestock", response_model=Page[ListingOut], responses=problems(InvalidCursor))
async def browse(filters: Annotated[Filters, Query()], db: Statements) -> Response:
    """Returns animals for sale, newest first."""
    return Response(await queries.market(db, filters), media_type="application/json")


@router.get("/marketplace/livestock/{livestock_id}", responses=problems(NotListed))
async def read_listing(livestock_id: UUID, db: Reader) -> ListingOut:
    """Returns the listing of one animal, also after it was sold."""
    return await queries.listing_of(db, livestock_id=livestock_id)
