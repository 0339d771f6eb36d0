"""Feed in stock over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import Principal, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.schemas import NearMoment
from amigok_herd import FarmPeople, LivestockNotFound, OtherFarm
from feed.lots import queries, service
from feed.lots.errors import (
    DeliveredInFuture,
    DifferenceExplained,
    DifferenceNotFound,
    LotExists,
    LotNotFound,
    LotRecalled,
    LotTooSmall,
    UnknownFarm,
    UnknownLot,
)
from feed.lots.schemas import (
    EatenLotsOut,
    EaterOut,
    ExplanationIn,
    Ingredient,
    LotCountIn,
    LotIn,
    LotOut,
    LotRecallIn,
    StockDifferenceOut,
    StocksOut,
)

router = APIRouter(prefix="/api/v1/staff")

Keeper = Annotated[Principal, Depends(requires("admin", "farm_staff"))]
"""Whoever may keep stock: farm staff of any farm, or an administrator."""


@router.post("/feed-lots", status_code=201, responses=problems(OtherFarm, UnknownFarm, DeliveredInFuture, LotExists))
async def deliver_lot(body: LotIn, me: Keeper, db: Session) -> LotOut:
    """Records a delivery of feed. The farm's own staff and administrators may."""
    return await service.deliver(db, body, by=me)


@router.get("/feed-lots", responses=problems(OtherFarm))
async def list_lots(
    farm_id: UUID,
    me: FarmPeople,
    page: PageRequest,
    db: Reader,
    ingredient: Ingredient | None = None,
    in_stock: Annotated[bool, Query(description="Only lots of which something is left")] = True,
) -> Page[LotOut]:
    """Lists the lots of a farm, those that expire first first."""
    return await queries.list_lots(db, page, farm_id=farm_id, ingredient=ingredient, in_stock=in_stock, viewer=me)


@router.post("/feed-lots/{lot_id}/count", responses=problems(LotNotFound))
async def count_lot(lot_id: UUID, body: LotCountIn, me: Keeper, db: Session) -> LotOut:
    """Sets what is left of a lot to what was counted."""
    return await service.count(db, lot_id, body, by=me)


@router.post("/feed-lots/{lot_id}/recall", responses=problems(LotNotFound, LotRecalled))
async def recall_lot(lot_id: UUID, body: LotRecallIn, me: Keeper, db: Session) -> LotOut:
    """Recalls a lot: nothing is drawn from it any more, and who ate of it is published."""
    return await service.recall(db, lot_id, body, by=me)


@router.get("/feed-lots/{lot_id}/animals", responses=problems(LotNotFound))
async def list_eaters(lot_id: UUID, me: FarmPeople, page: PageRequest, db: Reader) -> Page[EaterOut]:
    """Lists the animals that ate of a lot, with everybody who has owned them since then."""
    return await queries.list_eaters(db, page, lot_id, viewer=me)


@router.get("/livestock/{livestock_id}/feed-lots", responses=problems(LivestockNotFound))
async def list_eaten_lots(
    livestock_id: UUID,
    me: FarmPeople,
    db: Reader,
    since: Annotated[NearMoment | None, Query(description="90 days before the end unless given")] = None,
    until: Annotated[NearMoment | None, Query(description="Now unless given")] = None,
) -> EatenLotsOut:
    """Lists the lots that an animal ate, latest first."""
    return await queries.eaten_by(db, livestock_id, since=since, until=until, viewer=me)


@router.get("/feed-stock", responses=problems(OtherFarm))
async def read_stock(farm_id: UUID, me: FarmPeople, db: Reader) -> StocksOut:
    """Shows what a farm has of each ingredient, and how long that lasts."""
    return await queries.stocks_of(db, farm_id, viewer=me)


@router.get("/feed-differences", responses=problems(OtherFarm))
async def list_stock_differences(
    farm_id: UUID, me: FarmPeople, page: PageRequest, db: Reader, explained: bool | None = None
) -> Page[StockDifferenceOut]:
    """Lists what a farm fed that was not in stock, newest first."""
    return await queries.list_stock_differences(db, page, farm_id=farm_id, explained=explained, viewer=me)


@router.post(
    "/feed-differences/{difference_id}/explain",
    responses=problems(DifferenceNotFound, DifferenceExplained, UnknownLot, LotTooSmall),
)
async def explain_difference(difference_id: UUID, body: ExplanationIn, me: Keeper, db: Session) -> StockDifferenceOut:
    """Explains a difference. With a lot, the animals are recorded as having eaten of it."""
    return await service.explain(db, difference_id, body, by=me)
