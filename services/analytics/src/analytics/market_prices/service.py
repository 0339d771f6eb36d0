"""What animals are sold for."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.pagination import Page, encode
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from analytics.engine import Engine, Row
from analytics.figures.errors import TimeEmpty
from analytics.figures.links import link
from analytics.figures.service import about
from analytics.market_prices import queries
from analytics.market_prices.rules import FEWEST, beginning, end, per_kg
from analytics.market_prices.schemas import MarketAsk, MarketOut, MarketPriceOut, SaleOut
from analytics.scopes.service import NIL

_EXPLAIN = "/api/v1/admin/analytics/market/sales"

USUAL = timedelta(days=365)


async def prices(db: UnitOfWork, facts: Engine, asked: MarketAsk) -> MarketOut:
    """What animals were sold for. Raises TimeEmpty, InvalidCursor, QueryTooCostly."""
    since, until = _time(asked)
    told = await about(db, until=until, explain=_rows(asked, since, until))
    found = await queries.prices(
        facts,
        since=since,
        until=until,
        every=asked.every,
        class_kg=int(asked.class_kg),
        by_breed=asked.by_breed,
        chosen={"livestock_type": asked.livestock_type_id, "breed": asked.breed_id},
        after=asked.paging.after(date, UUID, UUID, int, str),
        most=asked.limit + 1,
    )
    rows = found[: asked.limit]
    return MarketOut(
        **told,
        since=since,
        until=until,
        fewest_sales=FEWEST,
        items=[_price(row, int(asked.class_kg)) for row in rows],
        next_cursor=encode(*queries.key(rows[-1])) if len(found) > asked.limit else None,
    )


async def sales(facts: Engine, asked: MarketAsk) -> Page[SaleOut]:
    """The sales behind prices, newest first. Raises TimeEmpty, InvalidCursor, QueryTooCostly."""
    since, until = _time(asked)
    found = await queries.sales(
        facts,
        since=since,
        until=until,
        chosen={"livestock_type": asked.livestock_type_id, "breed": asked.breed_id},
        after=asked.paging.after(datetime, UUID),
        most=asked.limit + 1,
    )
    rows = found[: asked.limit]
    last = encode(rows[-1]["at"], rows[-1]["order_id"]) if len(found) > asked.limit else None
    return Page(items=[_sale(row) for row in rows], next_cursor=last)


def _sale(row: Row) -> SaleOut:
    names = ("at", "order_id", "livestock_id", "weight_kg", "event_id")
    price = Money.of_minor(row["price_minor"], row["currency"])
    return SaleOut(**{name: row[name] for name in names}, price=price)


def _rows(asked: MarketAsk, since: datetime, until: datetime) -> str:
    chosen = {name: getattr(asked, name) for name in ("livestock_type_id", "breed_id")}
    return link(_EXPLAIN, **chosen, since=since, until=until)


def _time(asked: MarketAsk) -> tuple[datetime, datetime]:
    """Whole weeks, months or quarters that are over: in one that runs, each sale could be told. Raises TimeEmpty."""
    now = clock.now()
    until = min(asked.until or now, now)
    since = asked.since or until - USUAL
    if since >= until:
        raise TimeEmpty
    return beginning(since, asked.every), min(end(until, asked.every), beginning(now, asked.every))


def _price(row: Row, class_kg: int) -> MarketPriceOut:
    currency, sales = row["currency"], row["sales"]
    told = per_kg(sales, tuple(row["per_kg"]), currency)
    return MarketPriceOut(
        begins_on=row["begins_on"],
        livestock_type_id=row["type_id"],
        type_name=row["type_name"],
        breed_id=None if row["breed"] == NIL else row["breed"],
        breed_name=None if row["breed"] == NIL else row["breed_name"],
        weight_from_kg=row["class_from"],
        weight_below_kg=row["class_from"] + class_kg,
        currency=currency,
        sales=sales if told else None,
        per_kg_low=told.low if told else None,
        per_kg=told.middle if told else None,
        per_kg_high=told.high if told else None,
        spread=told.spread if told else None,
        days_to_sell=_days(row) if told else None,
        volume=Money.of_minor(row["volume"], currency) if told else None,
    )


def _days(row: Row) -> Decimal | None:
    """Half of the animals sold within so many days, where that is known of enough of them."""
    return Decimal(repr(row["days_to_sell"])).quantize(Decimal("0.1")) if row["listed"] >= FEWEST else None
