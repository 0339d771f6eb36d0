"""What administrators offer in the shop."""

from uuid import UUID

from amigok_chassis import audit
from amigok_chassis.rows import named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from game.shop.errors import ItemExists, ItemNotFound, ItemRetired
from game.shop.models import Item
from game.shop.schemas import ShopItemChange, ShopItemIn

_VIOLATIONS = {"shop_items_name_key_idx": ItemExists}
_TOLD = ("name", "price", "percent", "days", "is_active")


async def add(db: UnitOfWork, wanted: ShopItemIn) -> Item:
    """Adds an item. Raises ItemExists."""
    item = Item(**wanted.model_dump())
    db.add(item)
    with named_violations(_VIOLATIONS):
        await db.flush()
    audit.record(db, "shop_item.added", subject_id=item.id, after=audit.picture(item, *_TOLD))
    return item


async def change(db: UnitOfWork, item_id: UUID, wanted: ShopItemChange) -> Item:
    """Changes an item. Raises ItemNotFound, ItemRetired, VersionConflict, ItemExists."""
    item = await _locked(db, item_id, seen=wanted.version)
    before = audit.picture(item, *_TOLD)
    for name, value in wanted.model_dump(exclude={"version"}).items():
        setattr(item, name, value)
    item.version += 1
    with named_violations(_VIOLATIONS):
        await db.flush()
    audit.record(db, "shop_item.changed", subject_id=item.id, before=before, after=audit.picture(item, *_TOLD))
    return item


async def retire(db: UnitOfWork, item_id: UUID, *, seen: int) -> None:
    """Offers an item no more. Raises ItemNotFound, ItemRetired, VersionConflict."""
    item = await _locked(db, item_id, seen=seen)
    before = audit.picture(item, *_TOLD)
    item.is_active = False
    item.version += 1
    audit.record(db, "shop_item.retired", subject_id=item.id, before=before, after=audit.picture(item, *_TOLD))


async def _locked(db: UnitOfWork, item_id: UUID, *, seen: int) -> Item:
    item = await db.get(Item, item_id, with_for_update=True, populate_existing=True)
    if item is None:
        raise ItemNotFound
    if not item.is_active:
        raise ItemRetired
    refuse_other_version(seen, item.version)
    return item
