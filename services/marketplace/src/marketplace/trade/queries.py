"""Reads of all orders."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, or_, select, text

from amigok_chassis.pagination import Page, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from marketplace.orders.models import Order
from marketplace.orders.schemas import OrderOut
from marketplace.trade.schemas import OrderFilters, Period, TradeDayOut, TradeStateOut, TradeStatisticsOut

_STATES = text("""
SELECT state, currency, count(*) AS orders, sum(price) AS price FROM orders
WHERE placed_at >= :since AND placed_at < :until GROUP BY state, currency ORDER BY state, currency
""")

_DAYS = text("""
SELECT day, currency, sum(placed) AS placed, sum(completed) AS completed, sum(cancelled) AS cancelled,
    sum(refunded) AS refunded, sum(volume) AS volume, sum(fees) AS fees, sum(refunds) AS refunds
FROM (
    SELECT (placed_at AT TIME ZONE 'UTC')::date AS day, currency, 1 AS placed, 0 AS completed, 0 AS cancelled,
        0 AS refunded, 0 AS volume, 0 AS fees, 0 AS refunds
    FROM orders WHERE placed_at >= :since AND placed_at < :until
    UNION ALL
    SELECT (ended_at AT TIME ZONE 'UTC')::date, currency, 0, (state = 'completed')::int, (state = 'cancelled')::int,
        (state = 'refunded')::int, coalesce(paid, 0), coalesce(paid_fee, 0),
        CASE state WHEN 'refunded' THEN price WHEN 'completed' THEN price - paid ELSE 0 END
    FROM orders WHERE ended_at >= :since AND ended_at < :until
) AS happened
GROUP BY day, currency ORDER BY day, currency
""")
"""What a complaint has given back to buyers is a refund, too."""


async def page(db: UnitOfWork, filters: OrderFilters) -> Page[OrderOut]:
    """Returns orders, newest first, as administrators see them. Raises InvalidCursor."""
    query = select(Order).where(*_wanted(filters))
    rows, cursor = await paginate(db, query, filters.paging, key=(Order.placed_at, Order.id))
    return Page(items=[OrderOut.of(row, side="administrator") for row in rows], next_cursor=cursor)


def _wanted(filters: OrderFilters) -> Iterator[ColumnElement[bool]]:
    if filters.party is not None:
        yield or_(Order.buyer_id == filters.party, Order.seller_id == filters.party)
    if filters.state is not None:
        yield Order.state == filters.state
    if filters.number is not None:
        yield Order.number == filters.number
    if filters.since is not None:
        yield Order.placed_at >= filters.since
    if filters.until is not None:
        yield Order.placed_at < filters.until


async def statistics(db: UnitOfWork, period: Period) -> TradeStatisticsOut:
    """Returns what orders came to in a period."""
    between = {"since": period.begins, "until": period.ends}
    states = (await db.execute(_STATES, between)).mappings()
    days = (await db.execute(_DAYS, between)).mappings()
    return TradeStatisticsOut(
        states=[TradeStateOut.model_validate(_with_money(row, "price")) for row in states],
        days=[TradeDayOut.model_validate(_with_money(row, "volume", "fees", "refunds")) for row in days],
    )


def _with_money(row: RowMapping, *amounts: str) -> dict[str, Any]:
    return {**dict(row), **{name: Money.of_minor(int(row[name]), row["currency"]) for name in amounts}}
