"""Reads of feed in stock."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select, text

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, encode, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import JUDGES, LivestockNotFound, OtherFarm, require_farm_people
from feed.animals.models import Animal
from feed.farms.models import Farm
from feed.lots import recalls
from feed.lots.errors import LotNotFound
from feed.lots.models import Difference, Draw, Lot
from feed.lots.schemas import EatenLotsOut, EatenOut, EaterOut, LotOut, StockDifferenceOut, StockOut, StocksOut
from feed.periods.calendar import local, zone

MOST_LOTS = 1000
LOOK_BACK = timedelta(days=90)
"""What is shown of the past unless something else is asked for."""

LEVELS = """
SELECT stocks.id, stocks.farm_id, stocks.ingredient, stocks.low_since,
    coalesce(held.usable, 0) AS left_kg, coalesce(held.unusable, 0) AS unusable_kg,
    round(coalesce(used.earlier / nullif(used.days, 0), used.kg, 0), 3) AS daily_kg
FROM stocks JOIN farms ON farms.id = stocks.farm_id
JOIN unnest(CAST(:zones AS text[]), CAST(:days AS date[])) AS calendar (time_zone, today) USING (time_zone)
CROSS JOIN LATERAL (
    SELECT sum(left_kg) FILTER (WHERE recalled_at IS NULL AND expires_on >= today) AS usable,
        sum(left_kg) FILTER (WHERE recalled_at IS NOT NULL OR expires_on < today) AS unusable
    FROM feed_lots
    WHERE farm_id = stocks.farm_id AND ingredient = stocks.ingredient AND left_kg > 0
) AS held
CROSS JOIN LATERAL (
    SELECT sum(kg) AS kg, sum(kg) FILTER (WHERE day < today) AS earlier, today - min(day) AS days
    FROM feed_usages
    WHERE farm_id = stocks.farm_id AND ingredient = stocks.ingredient AND day BETWEEN today - 7 AND today
) AS used
"""
"""What each stock holds, and what is fed of it a day: the mean of up to seven days before today. It takes `todays`."""

_OF_FARM = text(f"{LEVELS} WHERE stocks.farm_id = :farm_id ORDER BY stocks.ingredient LIMIT 1000")


async def list_lots(
    db: UnitOfWork, paging: Paging, *, farm_id: UUID, ingredient: str | None, in_stock: bool, viewer: Principal
) -> Page[LotOut]:
    """Returns the lots of a farm, those that expire first first. Raises OtherFarm."""
    await require_farm_people(db, Farm, viewer, farm_id)
    query = select(Lot).where(Lot.farm_id == farm_id)
    if ingredient is not None:
        query = query.where(Lot.ingredient == ingredient)
    if in_stock:
        query = query.where(Lot.left_kg > 0)
    rows, cursor = await paginate(db, query, paging, key=[Lot.expires_on, Lot.id], descending=False)
    return Page(items=[LotOut.model_validate(row) for row in rows], next_cursor=cursor)


async def stocks_of(db: UnitOfWork, farm_id: UUID, *, viewer: Principal) -> StocksOut:
    """Returns what a farm has and needs of each ingredient. Raises OtherFarm."""
    await require_farm_people(db, Farm, viewer, farm_id)
    rows = await db.execute(_OF_FARM, {"farm_id": farm_id, **await todays(db)})
    return StocksOut(items=[_stock(row) for row in rows])


async def todays(db: UnitOfWork) -> dict[str, list[Any]]:
    """The time zones of farms, and which day it is in each: a zone that nobody knows is UTC, and holds up no other."""
    zones = (await db.scalars(select(Farm.time_zone).distinct())).all()
    return {"zones": list(zones), "days": [local(clock.now(), zone(each)).date() for each in zones]}


async def list_stock_differences(
    db: UnitOfWork, paging: Paging, *, farm_id: UUID, explained: bool | None, viewer: Principal
) -> Page[StockDifferenceOut]:
    """Returns the differences of a farm, newest first. Raises OtherFarm."""
    await require_farm_people(db, Farm, viewer, farm_id)
    query = select(Difference).where(Difference.farm_id == farm_id)
    if explained is not None:
        query = query.where(Difference.explained_at.is_not(None) if explained else Difference.explained_at.is_(None))
    rows, cursor = await paginate(db, query, paging, key=[Difference.id])
    return Page(items=[StockDifferenceOut.model_validate(row) for row in rows], next_cursor=cursor)


async def list_eaters(db: UnitOfWork, paging: Paging, lot_id: UUID, *, viewer: Principal) -> Page[EaterOut]:
    """Returns which animals ate of a lot, by id. Raises LotNotFound."""
    await _require_lot(db, lot_id, viewer=viewer)
    query = recalls.eaters(lot_id)
    if (after := paging.after(UUID)) is not None:
        query = query.where(Draw.livestock_id > after[0])
    rows = (await db.execute(query.limit(paging.limit + 1))).all()
    page = await recalls.with_owners(db, rows[: paging.limit])
    tagged = select(Animal.id, Animal.tag_number).where(Animal.id.in_([each.livestock_id for each in page]))
    tags = {row.id: row.tag_number for row in await db.execute(tagged)}
    items = [EaterOut.model_validate(each.model_dump() | {"tag_number": tags.get(each.livestock_id)}) for each in page]
    return Page(items=items, next_cursor=encode(page[-1].livestock_id) if len(rows) > paging.limit else None)


async def eaten_by(
    db: UnitOfWork, livestock_id: UUID, *, since: datetime | None, until: datetime | None, viewer: Principal
) -> EatenLotsOut:
    """Returns which lots an animal ate in a time. Raises LivestockNotFound, also on other farms."""
    animal = await db.get(Animal, livestock_id)
    try:
        await require_farm_people(db, Farm, viewer, animal.farm_id if animal is not None else None)
    except OtherFarm as error:
        raise LivestockNotFound from error
    if animal is None:
        raise LivestockNotFound
    last = func.max(Draw.fed_at)
    query = (
        select(Draw.lot_id, Draw.ingredient, func.sum(Draw.kg).label("kg"), func.min(Draw.fed_at).label("first_fed_at"))
        .add_columns(last.label("last_fed_at"), Lot.supplier, Lot.lot_number, Lot.recalled_at)
        .outerjoin(Lot, Lot.id == Draw.lot_id)
        .where(Draw.livestock_id == livestock_id, Draw.fed_at.between(*window(since, until)))
        .group_by(Draw.lot_id, Draw.ingredient, Lot.id)
        .order_by(last.desc(), Draw.lot_id)
        .limit(MOST_LOTS)
    )
    return EatenLotsOut(items=[EatenOut.model_validate(row) for row in (await db.execute(query)).all()])


async def _require_lot(db: UnitOfWork, lot_id: UUID, *, viewer: Principal) -> None:
    lot = await db.get(Lot, lot_id)
    if lot is None:
        raise LotNotFound
    try:
        await require_farm_people(db, Farm, viewer, lot.farm_id, everywhere=JUDGES)
    except OtherFarm as error:
        raise LotNotFound from error


def window(since: datetime | None, until: datetime | None) -> tuple[datetime, datetime]:
    """The time that was asked for: 90 days before its end, which is now, unless given."""
    end = until or clock.now()
    return since or end - LOOK_BACK, end


def _stock(row: Row[Any]) -> StockOut:
    days = round(row.left_kg / row.daily_kg, 1) if row.daily_kg else None
    return StockOut.model_validate({**row._mapping, "days_left": days}, from_attributes=False)


def is_low(left_kg: Decimal, daily_kg: Decimal, *, days: int) -> bool:
    """Whether so much is not enough for so many days. What is not fed is not needed."""
    return daily_kg > 0 and left_kg < daily_kg * days
