"""Sales with what the animals weighed, and how long they had been for sale."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from analytics.engine import Engine, Row
from analytics.market_prices.rules import BEGINNINGS, Every
from analytics.scopes.service import NIL

_WITHIN = "state = 'fulfilled' AND at >= {since:DateTime64(6, 'UTC')} AND at < {until:DateTime64(6, 'UTC')}"
_OF_SALES = f"livestock_id IN (SELECT livestock_id FROM orders FINAL WHERE {_WITHIN})"

_SOLD = f"""
SELECT o.order_id AS order_id, o.livestock_id AS livestock_id, o.at AS at, o.price_minor AS price_minor,
    o.currency AS currency, w.weight_kg AS weight_kg, o.event_id AS event_id
FROM (
    SELECT order_id, livestock_id, at, price_minor, currency, event_id FROM orders FINAL
    WHERE {_WITHIN}
) AS o
ASOF JOIN (
    SELECT livestock_id, at, weight_kg FROM weights FINAL WHERE {_OF_SALES} AND weight_kg > 0 AND weighing_id NOT IN (
        SELECT supersedes_id FROM weights FINAL WHERE {_OF_SALES} AND supersedes_id <> {{nil:UUID}}
    )
) AS w ON o.livestock_id = w.livestock_id AND o.at >= w.at
"""

_LISTED = f"""
SELECT p.order_id AS order_id, l.at AS listed_at FROM (SELECT order_id, listing_id FROM orders FINAL
    WHERE state = 'placed' AND {_OF_SALES}) AS p
JOIN (SELECT listing_id, at FROM listings FINAL WHERE state = 'published' AND {_OF_SALES}) AS l
    ON l.listing_id = p.listing_id
"""

_KEY = ("begins_on", "type_id", "breed", "class_from", "currency")

_CONDITIONS = {
    "livestock_type": "a.type_id = {livestock_type:UUID}",
    "breed": "a.breed_id = {breed:UUID}",
}
_AFTER = (
    "(begins_on, type_id, breed, class_from, currency) < "
    "({after_day:Date}, {after_type:UUID}, {after_breed:UUID}, {after_class:UInt32}, {after_currency:String})"
)


def _prices(every: Every, breed: str, conditions: str, after: str) -> str:
    return f"""
SELECT toDate({BEGINNINGS[every]}(s.at)) AS begins_on, a.type_id AS type_id, {breed} AS breed,
    toUInt32(floor(s.weight_kg / {{class_kg:UInt32}}) * {{class_kg:UInt32}}) AS class_from, s.currency AS currency,
    any(a.type_name) AS type_name, any(a.breed_name) AS breed_name, count() AS sales,
    quantilesExactInclusive(0.25, 0.5, 0.75)(s.price_minor / toFloat64(s.weight_kg)) AS per_kg,
    sum(s.price_minor) AS volume, countIf(l.listed_at > toDateTime64(1, 6, 'UTC')) AS listed,
    quantileExactInclusiveIf(0.5)(
        dateDiff('second', l.listed_at, s.at) / 86400, l.listed_at > toDateTime64(1, 6, 'UTC')
    ) AS days_to_sell
FROM ({_SOLD}) AS s
JOIN (SELECT * FROM animals FINAL WHERE {_OF_SALES}) AS a ON a.livestock_id = s.livestock_id
LEFT JOIN ({_LISTED}) AS l ON l.order_id = s.order_id
WHERE {conditions}
GROUP BY begins_on, type_id, breed, class_from, currency
HAVING {after}
ORDER BY begins_on DESC, type_id DESC, breed DESC, class_from DESC, currency DESC
LIMIT {{most:UInt32}}
"""


_AFTER_SALE = "(s.at, s.order_id) < ({after_at:DateTime64(6, 'UTC')}, {after_id:UUID})"


def _sales(conditions: str) -> str:
    return f"""
SELECT s.at AS at, s.order_id AS order_id, s.livestock_id AS livestock_id, s.weight_kg AS weight_kg,
    s.price_minor AS price_minor, s.currency AS currency, s.event_id AS event_id
FROM ({_SOLD}) AS s JOIN (SELECT * FROM animals FINAL WHERE {_OF_SALES}) AS a ON a.livestock_id = s.livestock_id
WHERE {conditions}
ORDER BY at DESC, order_id DESC LIMIT {{most:UInt32}}
"""


async def prices(
    facts: Engine,
    *,
    since: datetime,
    until: datetime,
    every: Every,
    class_kg: int,
    by_breed: bool,
    chosen: Mapping[str, UUID | None],
    after: tuple[object, ...] | None,
    most: int,
) -> list[Row]:
    """Sales by time, type, breed, class of weight and currency, newest first; `chosen` are a type and a breed."""
    wanted = {name: value for name, value in chosen.items() if value is not None}
    conditions = " AND ".join(_CONDITIONS[name] for name in wanted) or "true"
    sql = _prices(every, "a.breed_id" if by_breed else "{nil:UUID}", conditions, _AFTER if after else "true")
    names = ("after_day", "after_type", "after_breed", "after_class", "after_currency")
    bounds = dict(zip(names, after, strict=True)) if after else {}
    params = {"since": since, "until": until, "class_kg": class_kg, "nil": NIL, "most": most}
    return await facts.query(sql, {**params, **wanted, **bounds})


async def sales(
    facts: Engine,
    *,
    since: datetime,
    until: datetime,
    chosen: Mapping[str, UUID | None],
    after: tuple[object, ...] | None,
    most: int,
) -> list[Row]:
    """The sales that prices come from, newest first."""
    wanted = {name: value for name, value in chosen.items() if value is not None}
    conditions = [_CONDITIONS[name] for name in wanted] + ([_AFTER_SALE] if after else [])
    bounds = dict(zip(("after_at", "after_id"), after, strict=True)) if after else {}
    params = {"since": since, "until": until, "nil": NIL, "most": most}
    return await facts.query(_sales(" AND ".join(conditions) or "true"), {**params, **wanted, **bounds})


def key(row: Row) -> tuple[object, ...]:
    """What a row is told apart by."""
    return tuple(row[name] for name in _KEY)
