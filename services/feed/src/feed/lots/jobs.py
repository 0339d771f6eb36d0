"""Watches how long the stock lasts."""

from typing import Any

from sqlalchemy import Row, text, update

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.barn import StockLow, StockReplenished
from feed.lots import drawing
from feed.lots.models import Stock
from feed.lots.queries import LEVELS, is_low, todays
from feed.settings import Settings

_ALL = text(LEVELS)


@every(60)
async def watch_stocks(db: UnitOfWork) -> int:
    """Publishes once when a stock falls below the days of its need, and once when it is above them again."""
    changed = {(row.farm_id, row.ingredient) for row in await _changed(db)}
    await drawing.lock(db, changed)
    rows = [row for row in await _changed(db) if (row.farm_id, row.ingredient) in changed]
    for row in rows:
        await _turn(db, row)
    return len(rows)


async def _changed(db: UnitOfWork) -> list[Row[Any]]:
    days = db.settings(Settings).stock_days
    rows = (await db.execute(_ALL, await todays(db))).all()
    return [row for row in rows if is_low(row.left_kg, row.daily_kg, days=days) != (row.low_since is not None)]


async def _turn(db: UnitOfWork, row: Row[Any]) -> None:
    now = clock.now()
    since = now if row.low_since is None else None
    await db.execute(update(Stock).where(Stock.id == row.id).values(low_since=since))
    level = {
        "stock_id": row.id,
        "farm_id": row.farm_id,
        "ingredient": row.ingredient,
        "left_kg": row.left_kg,
        "daily_kg": row.daily_kg,
    }
    emit(db, StockReplenished(**level, replenished_at=now) if since is None else StockLow(**level, low_since=now))
