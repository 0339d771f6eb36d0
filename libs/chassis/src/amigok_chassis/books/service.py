"""States what was settled, window by window along the ids, each when it is at rest.

A window is stated again when something in it has ended since, or when something came into it late: an id may be
another service's, made days before this service learns of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile
from typing import Any
from uuid import UUID

from sqlalchemy import TextClause, select, text

from amigok_chassis import clock
from amigok_chassis.books.models import StatedWindow
from amigok_chassis.ids import id_before, new_id
from amigok_chassis.invariants import Agrees, Invariant, UnderWay
from amigok_chassis.outbox import emit
from amigok_chassis.service import Job
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event, Money, producer
from amigok_contracts.books import BookItem, Books

REST = timedelta(hours=1)
"""Most of what is this old has ended."""

AT_MOST_UNSEEN = timedelta(minutes=5)
"""How long after its time of creation or end a row may be committed: until then a statement may have missed it."""

_FOLLOWING = "SELECT id, created_at FROM books WHERE id > :after ORDER BY id LIMIT :most"
_WITHIN = "SELECT * FROM books WHERE id > :after AND id <= :up_to ORDER BY id, kind"
_UNSETTLED = """
SELECT id FROM stated_windows AS w WHERE (up_to_id > :watched OR under_way > 0) AND EXISTS (
    SELECT FROM books WHERE books.id > w.after_id AND books.id <= w.up_to_id
        AND greatest(books.created_at, books.ended_at) > w.stated_at - CAST(:unseen AS interval)
) ORDER BY id LIMIT :most
"""


@dataclass(frozen=True)
class Statements:
    """The books of a service, the job that states them, and what holds of them. A service has at most one of these.

    `event` is a `Books` of the service's own. `sql` selects `id`, `kind`, `amount` (minor units), `currency`,
    `settled`, `created_at` and `ended_at` of all that may settle: what is `settled` becomes an item, and what has no
    `ended_at` is under way. Ids are UUIDv7; several rows may have one id. A window has about `most_items` rows at most,
    and one run states `most_windows` new windows and as many old ones. A window is `watched` for so long for what comes
    late; one in which something is under way, until it ends.

    Raises TypeError when `event` is no `Books`.
    """

    event: type[Event]
    sql: str
    most_items: int = 500
    most_windows: int = 20
    watched: timedelta = timedelta(days=60)

    def __post_init__(self) -> None:
        if not issubclass(self.event, Books):
            raise TypeError(f"{self.event.__name__} is no Books")

    @property
    def job(self) -> Job:
        """States the books every hour."""
        return Job("state_books", 3600, self.state)

    @property
    def invariants(self) -> tuple[Invariant, ...]:
        """What is settled is posted, once, and nothing else of these kinds is."""
        books = f"({self.sql}) AS books"
        items = f"SELECT id, kind, currency, amount AS minor_units FROM {books} WHERE settled"
        waiting = f"SELECT id FROM {books} WHERE ended_at IS NULL"
        return settled(self.event, "settled it", items), UnderWay(producer(self.event), waiting)

    async def state(self, db: UnitOfWork) -> None:
        """States what has come to rest since the last time, and again each window in which something has moved."""
        for window in await self._unsettled(db):
            await self._state(db, window)
        horizon = id_before(new_id(), REST)
        for _ in range(self.most_windows):
            following = await self._next(db, horizon)
            if following is None:
                break
            await self._state(db, following)
            db.add(following)

    async def _unsettled(self, db: UnitOfWork) -> Sequence[StatedWindow]:
        bounds = {"watched": id_before(new_id(), self.watched), "unseen": AT_MOST_UNSEEN, "most": self.most_windows}
        ids = (await db.scalars(self._query(_UNSETTLED), bounds)).all()
        return (await db.scalars(select(StatedWindow).where(StatedWindow.id.in_(ids)))).all()

    async def _next(self, db: UnitOfWork, horizon: UUID) -> StatedWindow | None:
        """The window after the last: up to `horizon`, unless it is full before or something is not yet at rest."""
        last = select(StatedWindow.up_to_id).order_by(StatedWindow.up_to_id.desc()).limit(1)
        after = await db.scalar(last) or UUID(int=0)
        rows = (await db.execute(self._query(_FOLLOWING), {"after": after, "most": self.most_items})).all()
        rested = clock.now() - REST
        at_rest = [row.id for row in takewhile(lambda row: row.created_at < rested, rows)]
        up_to = max([after, *at_rest])
        if len(rows) == len(at_rest) < self.most_items:
            up_to = max(up_to, horizon)
        return StatedWindow(id=new_id(), after_id=after, up_to_id=up_to) if up_to > after else None

    async def _state(self, db: UnitOfWork, window: StatedWindow) -> None:
        bounds = {"after": window.after_id, "up_to": window.up_to_id}
        rows = (await db.execute(self._query(_WITHIN), bounds)).all()
        under_way = list(dict.fromkeys(row.id for row in rows if row.ended_at is None))
        window.under_way, window.stated_at = len(under_way), clock.now()
        statement = {
            "window_id": window.id,
            "after_id": window.after_id,
            "up_to_id": window.up_to_id,
            "stated_at": window.stated_at,
            "items": [_item(row) for row in rows if row.settled],
            "under_way": under_way,
        }
        emit(db, self.event.model_validate(statement))

    def _query(self, sql: str) -> TextClause:
        return text(f"WITH books AS NOT MATERIALIZED ({self.sql}) {sql}")


def settled(event: type[Event], meaning: str, sql: str) -> Agrees:
    """The fact on which books and ledger agree. `sql` selects `id`, `kind`, `currency` and `minor_units`."""
    return Agrees(f"{producer(event)}.settled", meaning, sql, key=("id", "kind", "currency"))


def _item(row: Any) -> BookItem:
    return BookItem(reference_id=row.id, kind=row.kind, amount=Money.of_minor(row.amount, row.currency))
