"""Reads of the shop."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from game.shop.models import Item, Purchase
from game.shop.schemas import OwnedOut, ShopItemOut


async def items(db: UnitOfWork, paging: Paging, *, retired: bool) -> Page[ShopItemOut]:
    """Returns what the shop offers, newest first, and what it has offered where `retired`."""
    query = select(Item) if retired else select(Item).where(Item.is_active)
    rows, cursor = await paginate(db, query, paging, key=[Item.id])
    return Page(items=[ShopItemOut.model_validate(row) for row in rows], next_cursor=cursor)


async def owned(db: UnitOfWork, paging: Paging, player_id: UUID) -> Page[OwnedOut]:
    """Returns what a player has bought, newest first."""
    query = select(Purchase).where(Purchase.player_id == player_id)
    rows, cursor = await paginate(db, query, paging, key=[Purchase.id])
    found = await db.scalars(select(Item).where(Item.id.in_([row.item_id for row in rows])))
    known = {item.id: item for item in found}
    return Page(items=[_shown(row, known[row.item_id]) for row in rows], next_cursor=cursor)


async def boost(db: UnitOfWork, player_id: UUID, day: date) -> OwnedOut | None:
    """Returns the boost of a player that counts on a day or later."""
    query = select(Purchase, Item).join(Item, Item.id == Purchase.item_id)
    query = query.where(Purchase.player_id == player_id, Purchase.last_day >= day).order_by(Purchase.last_day.desc())
    row = (await db.execute(query.limit(1))).first()
    return None if row is None else _shown(*row)


def _shown(bought: Purchase, item: Item) -> OwnedOut:
    names = ("id", "item_id", "price", "percent", "first_day", "last_day", "bought_at")
    return OwnedOut(kind=item.kind, name=item.name, **{name: getattr(bought, name) for name in names})
