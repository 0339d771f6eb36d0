"""The shop over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends, Response

from amigok_chassis.auth import CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_chassis.schemas import SeenVersion
from amigok_chassis.standing import AccountInactive
from game.coins.errors import NotEnoughCoins
from game.players.errors import NotPlaying
from game.shop import catalogue, queries, service
from game.shop.errors import (
    AlreadyYours,
    BoostRuns,
    CoinPriceChanged,
    ItemExists,
    ItemNotFound,
    ItemRetired,
    NotYours,
)
from game.shop.schemas import CoinPriceIn, OwnedOut, PurchaseOut, ShopItemChange, ShopItemIn, ShopItemOut, WornIn

router = APIRouter(prefix="/api/v1/games/pilot-farming")
admin = APIRouter(prefix="/api/v1/admin/pilot-farming/shop-items", dependencies=[Depends(requires("admin"))])


@router.get("/shop")
async def list_shop_items(me: CurrentUser, page: PageRequest, db: Reader) -> Page[ShopItemOut]:
    """Lists what coins buy, newest first."""
    return await queries.items(db, page, retired=False)


@router.post(
    "/shop/{item_id}/buy",
    status_code=201,
    response_model=PurchaseOut,
    responses=problems(
        AccountInactive,
        NotPlaying,
        ItemNotFound,
        ItemRetired,
        CoinPriceChanged,
        AlreadyYours,
        BoostRuns,
        NotEnoughCoins,
    ),
)
async def buy_shop_item(item_id: UUID, body: CoinPriceIn, me: CurrentUser, once: OnceOnly) -> Response:
    """Buys an item for coins, at the price that you have seen. A boost counts from your next day on."""
    return await once.commit(lambda db: service.buy(db, me.id, item_id, seen=body.price))


@router.get("/purchases")
async def list_purchases(me: CurrentUser, page: PageRequest, db: Reader) -> Page[OwnedOut]:
    """Lists what you have bought for coins, newest first."""
    return await queries.owned(db, page, me.id)


@router.put("/worn", status_code=204, responses=problems(NotPlaying, NotYours))
async def wear(body: WornIn, me: CurrentUser, db: Session) -> None:
    """Sets the badge and the title that others see beside your handle."""
    await service.wear(db, me.id, body)


@admin.get("")
async def list_all_shop_items(page: PageRequest, db: Reader) -> Page[ShopItemOut]:
    """Lists all items of the shop, retired ones too, newest first."""
    return await queries.items(db, page, retired=True)


@admin.post("", status_code=201, responses=problems(ItemExists))
async def add_shop_item(body: ShopItemIn, db: Session) -> ShopItemOut:
    """Adds an item to the shop."""
    return ShopItemOut.model_validate(await catalogue.add(db, body))


@admin.put("/{item_id}", responses=problems(ItemNotFound, ItemRetired, VersionConflict, ItemExists))
async def change_shop_item(item_id: UUID, body: ShopItemChange, db: Session) -> ShopItemOut:
    """Changes an item of the shop. Whoever has bought it keeps what they have."""
    return ShopItemOut.model_validate(await catalogue.change(db, item_id, body))


@admin.delete("/{item_id}", status_code=204, responses=problems(ItemNotFound, ItemRetired, VersionConflict))
async def retire_shop_item(item_id: UUID, version: SeenVersion, db: Session) -> None:
    """Offers an item of the shop no more."""
    await catalogue.retire(db, item_id, seen=version)
