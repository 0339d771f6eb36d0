"""States completed orders, window by window along their ids, each when it is at rest."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import takewhile
from typing import Any
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.ids import id_before, new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.books import BookItem
from amigok_contracts.marketplace import BooksStated
from marketplace.books.models import BookWindow
from marketplace.orders.models import LIVE, Order

REST = timedelta(hours=1)
"""An order this old has ended, or is stuck."""

MOST_ORDERS = 250
MOST_WINDOWS = 20
"""So many orders are in a window, and so many windows are stated in one run."""


async def state(db: UnitOfWork) -> None:
    """States what has come to rest since, and again those windows in which something was under way."""
    unsettled = select(BookWindow).where(BookWindow.under_way > 0).order_by(BookWindow.id).limit(MOST_WINDOWS)
    for window in await db.scalars(unsettled):
        await _tell(db, window)
    horizon = id_before(new_id(), REST)
    for _ in range(MOST_WINDOWS):
        following = await _next(db, horizon)
        if following is None:
            break
        await _tell(db, following)
        db.add(following)


async def _next(db: UnitOfWork, horizon: UUID) -> BookWindow | None:
    """The window after the last: up to `horizon`, unless it is full before or there is an order not yet at rest."""
    last = select(BookWindow.up_to_id).order_by(BookWindow.up_to_id.desc()).limit(1)
    after = await db.scalar(last) or UUID(int=0)
    following = select(Order.id, Order.placed_at).where(Order.id > after).order_by(Order.id).limit(MOST_ORDERS)
    orders = (await db.execute(following)).all()
    rested = clock.now() - REST
    at_rest = [order.id for order in takewhile(lambda order: order.placed_at < rested, orders)]
    up_to = max([after, *at_rest])
    if len(orders) == len(at_rest) < MOST_ORDERS:
        up_to = max(up_to, horizon)
    if up_to == after:
        return None
    return BookWindow(id=new_id(), after_id=after, up_to_id=up_to)


async def _tell(db: UnitOfWork, window: BookWindow) -> None:
    query = select(Order.id, Order.state, Order.price, Order.fee, Order.currency)
    within = query.where(Order.id > window.after_id, Order.id <= window.up_to_id).order_by(Order.id)
    orders = (await db.execute(within)).all()
    under_way = [order.id for order in orders if order.state in LIVE]
    window.under_way, window.stated_at = len(under_way), clock.now()
    emit(
        db,
        BooksStated(
            window_id=window.id,
            after_id=window.after_id,
            up_to_id=window.up_to_id,
            stated_at=window.stated_at,
            items=_items([order for order in orders if order.state == "completed"]),
            under_way=under_way,
        ),
    )


def _items(orders: Sequence[Any]) -> list[BookItem]:
    return [
        BookItem(reference_id=order.id, kind=kind, amount=Money.of_minor(amount, order.currency))
        for order in orders
        for kind, amount in (("capture", order.price), ("fee", order.fee))
    ]
