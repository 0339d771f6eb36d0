"""States what was settled, window by window along the ids, each window when its rows are old enough.

A window is stated again if one of its rows has ended since, or a row came late: the ids of deposits and withdrawals are
made by the wallet before payment hears of them, a withdrawal's days before it is approved.
"""

from collections.abc import Sequence
from datetime import timedelta
from itertools import takewhile
from typing import Any
from uuid import UUID

from sqlalchemy import select, text

from amigok_chassis import clock
from amigok_chassis.ids import id_before, new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.books import BookItem
from amigok_contracts.payment import BooksStated
from payment.settlements.models import BookWindow

REST = timedelta(hours=1)
"""Most rows of this age have ended."""

LATEST = timedelta(days=60)
"""How long windows are checked for rows that end or come late."""

AT_MOST_UNSEEN = timedelta(minutes=5)
"""How long after its `created_at` or `ended_at` a row may be committed: a statement may have missed it until then."""

MOST_ITEMS = 500
MOST_WINDOWS = 20
"""The most items in a window, and the most windows in one run."""

_BOOKS = """
books AS NOT MATERIALIZED (
    SELECT id, 'deposit' AS kind, amount, currency, state, ended_at, created_at FROM payments WHERE provider <> 'wallet'
    UNION ALL SELECT id, CASE origin WHEN 'provider' THEN 'refund_outside' ELSE 'refund' END, amount, currency,
        CASE WHEN state = 'returned' OR origin = 'provider' THEN 'completed' ELSE state END, ended_at, created_at
        FROM refunds
    UNION ALL SELECT id, 'refund_returned', amount, currency, 'completed', ended_at, created_at FROM refunds
        WHERE state = 'returned' OR (state = 'failed' AND origin = 'provider')
    UNION ALL SELECT id, 'withdrawal', amount, currency,
        CASE WHEN state IN ('returned', 'paid_after_all') THEN 'completed' ELSE state END, ended_at, created_at
        FROM payouts
    UNION ALL SELECT id, 'withdrawal_returned', amount, currency, 'completed', ended_at, created_at FROM payouts
        WHERE state = 'returned'
    UNION ALL SELECT id, 'dispute', charged_back, charged_back_currency, 'completed', opened_at, opened_at FROM disputes
)
"""
_FOLLOWING = text(f"WITH {_BOOKS} SELECT id, created_at FROM books WHERE id > :after ORDER BY id LIMIT :limit")
_WITHIN = text(f"WITH {_BOOKS} SELECT * FROM books WHERE id > :after AND id <= :up_to ORDER BY id")
_UNSETTLED = text(f"""
    WITH {_BOOKS} SELECT id FROM book_windows AS w WHERE up_to_id > :watched AND EXISTS (
        SELECT FROM books WHERE books.id > w.after_id AND books.id <= w.up_to_id
            AND greatest(books.created_at, books.ended_at) > w.stated_at - CAST(:unseen AS interval)
    ) ORDER BY id LIMIT :limit
""")


async def state(db: UnitOfWork) -> None:
    """States new windows whose rows are old enough, and again those windows in which something has changed."""
    watched = {"watched": id_before(new_id(), LATEST), "unseen": AT_MOST_UNSEEN, "limit": MOST_WINDOWS}
    unsettled = (await db.scalars(_UNSETTLED, watched)).all()
    for window in await db.scalars(select(BookWindow).where(BookWindow.id.in_(unsettled))):
        await _publish(db, window)
    horizon = id_before(new_id(), REST)
    for _ in range(MOST_WINDOWS):
        following = await _next(db, horizon)
        if following is None:
            break
        await _publish(db, following)
        db.add(following)


async def _next(db: UnitOfWork, horizon: UUID) -> BookWindow | None:
    """Returns the next window: up to `horizon`, unless it is full before or a row is too young."""
    last = select(BookWindow.up_to_id).order_by(BookWindow.up_to_id.desc()).limit(1)
    after = await db.scalar(last) or UUID(int=0)
    rows = (await db.execute(_FOLLOWING, {"after": after, "limit": MOST_ITEMS})).all()
    rested = clock.now() - REST
    old_enough = [row.id for row in takewhile(lambda row: row.created_at < rested, rows)]
    up_to = max([after, *old_enough])
    if len(rows) == len(old_enough) < MOST_ITEMS:
        up_to = max(up_to, horizon)
    if up_to == after:
        return None
    return BookWindow(id=new_id(), after_id=after, up_to_id=up_to)


async def _publish(db: UnitOfWork, window: BookWindow) -> None:
    bounds = {"after": window.after_id, "up_to": window.up_to_id}
    rows = (await db.execute(_WITHIN, bounds)).all()
    under_way = list(dict.fromkeys(row.id for row in rows if row.ended_at is None))
    window.under_way, window.stated_at = len(under_way), clock.now()
    emit(
        db,
        BooksStated(
            window_id=window.id,
            after_id=window.after_id,
            up_to_id=window.up_to_id,
            stated_at=window.stated_at,
            items=_items([row for row in rows if row.state == "completed"]),
            under_way=under_way,
        ),
    )


def _items(rows: Sequence[Any]) -> list[BookItem]:
    return [
        BookItem(reference_id=row.id, kind=row.kind, amount=Money.of_minor(row.amount, row.currency)) for row in rows
    ]
