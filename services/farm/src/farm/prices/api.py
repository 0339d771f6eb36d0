"""Prices over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import MaybeUser, RecentAdministrator, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from farm.livestock import queries as livestock
from farm.livestock.errors import LivestockGone, LivestockNotFound
from farm.livestock.schemas import LivestockDetails
from farm.ownership.errors import OwnAnimal
from farm.prices import service
from farm.prices.errors import PriceChanged
from farm.prices.schemas import PriceDetails, PriceIn, PriceOut

router = APIRouter(prefix="/api/v1")
admin = APIRouter(prefix="/api/v1/admin", dependencies=[Depends(requires("admin"))])


@admin.put(
    "/livestock/{livestock_id}/price", responses=problems(OwnAnimal, LivestockNotFound, LivestockGone, PriceChanged)
)
async def change_price(livestock_id: UUID, body: PriceIn, me: RecentAdministrator, db: Session) -> LivestockDetails:
    """Changes the price per kg of an animal."""
    await service.change(
        db,
        livestock_id,
        price_per_kg=body.price_per_kg,
        expected=body.expected_price_per_kg,
        reason=body.reason,
        by=me.id,
    )
    return await livestock.whole(db, livestock_id)


@router.get("/livestock/{livestock_id}/prices", responses=problems(LivestockNotFound))
async def list_prices(
    livestock_id: UUID, viewer: MaybeUser, page: PageRequest, db: Reader
) -> Page[PriceDetails] | Page[PriceOut]:
    """Lists the prices of an animal, latest first; administrators see who set them and why."""
    return await service.history(db, page, livestock_id, viewer=viewer)
