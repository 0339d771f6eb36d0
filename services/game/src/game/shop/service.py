"""Use cases of the shop."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock, standing
from amigok_chassis.rows import named_violations
from amigok_chassis.unit_of_work import UnitOfWork
from game.coins import service as coins
from game.players import service as players
from game.players.models import Player
from game.shop.errors import AlreadyYours, BoostRuns, CoinPriceChanged, ItemNotFound, ItemRetired, NotYours
from game.shop.models import Item, Purchase
from game.shop.schemas import PurchaseOut, WornIn

_VIOLATIONS = {"purchases_once_key": AlreadyYours}


async def buy(db: UnitOfWork, player_id: UUID, item_id: UUID, *, seen: int) -> PurchaseOut:
    """Buys an item for the price that was seen. A boost counts from the player's next day on.

    Raises AccountInactive, NotPlaying, ItemNotFound, ItemRetired, CoinPriceChanged, AlreadyYours, BoostRuns,
    NotEnoughCoins.
    """
    await standing.require_active(db, player_id)
    player = await players.locked(db, player_id)
    item = await _offered(db, item_id, seen=seen)
    bought = Purchase(player_id=player_id, item_id=item.id, price=item.price, bought_at=clock.now())
    if item.days is not None:
        await _boost(db, bought, item, player)
    db.add(bought)
    with named_violations(_VIOLATIONS):
        await db.flush()
    left = await coins.spend(db, transfer_id=bought.id, player_id=player_id, amount=item.price, kind="purchase")
    names = ("id", "item_id", "price", "first_day", "last_day", "bought_at")
    return PurchaseOut(balance=left, **{name: getattr(bought, name) for name in names})


async def wear(db: UnitOfWork, player_id: UUID, wanted: WornIn) -> None:
    """Sets the badge and the title that others see. Raises NotPlaying, NotYours."""
    player = await players.locked(db, player_id)
    for kind, item_id in (("badge", wanted.badge_id), ("title", wanted.title_id)):
        if item_id is not None:
            await _require(db, player_id, item_id, kind)
    player.badge_id, player.title_id = wanted.badge_id, wanted.title_id


async def _offered(db: UnitOfWork, item_id: UUID, *, seen: int) -> Item:
    """Returns an item whose price stays until the commit."""
    item = await db.get(Item, item_id, with_for_update={"read": True})
    if item is None:
        raise ItemNotFound
    if not item.is_active:
        raise ItemRetired
    if item.price != seen:
        raise CoinPriceChanged(price=item.price)
    return item


async def _boost(db: UnitOfWork, bought: Purchase, item: Item, player: Player) -> None:
    """Lets a boost begin with the next day: the tasks of today have their rewards already. Raises BoostRuns."""
    running = select(Purchase.id).where(Purchase.player_id == player.user_id, Purchase.last_day > player.local_day)
    if await db.scalar(running.limit(1)) is not None:
        raise BoostRuns
    bought.percent = item.percent
    bought.first_day = player.local_day + timedelta(days=1)
    bought.last_day = player.local_day + timedelta(days=item.days or 1)


async def _require(db: UnitOfWork, player_id: UUID, item_id: UUID, kind: str) -> None:
    mine = select(Purchase.id).join(Item, Item.id == Purchase.item_id)
    if await db.scalar(mine.where(Purchase.player_id == player_id, Item.id == item_id, Item.kind == kind)) is None:
        raise NotYours
