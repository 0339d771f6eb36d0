"""Compares the facts with what services state of their books. Where they differ for long, figures are stale."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock, due, newer
from amigok_chassis.context import Context
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.analytics import FiguresAgreed, FiguresDisagreed
from amigok_contracts.books import BookItem, Books
from analytics.agreement import queries
from analytics.agreement.comparison import Difference, Key, differences, stated
from analytics.agreement.models import BookDifference, BookStatement
from analytics.agreement.schemas import BookDifferenceOut
from analytics.engine import engine_of

AT_FIRST = timedelta(minutes=5)
"""How long after a statement facts are compared: events of the same time are under way."""
AGAIN = timedelta(hours=1)
"""After which pause what differs is compared again."""
LATE = timedelta(hours=1)
"""How long after its statement a difference is no longer taken for what is on its way."""


async def keep(db: UnitOfWork, source: str, books: Books) -> None:
    """Keeps a statement, to be compared soon. Drops one that is older than the last of its window."""
    values = {
        "id": books.window_id,
        "source": source,
        "after_id": books.after_id,
        "up_to_id": books.up_to_id,
        "stated_at": books.stated_at,
        "items": [item.model_dump(mode="json") for item in books.items],
        "under_way": [str(each) for each in books.under_way],
        "due_at": clock.now() + AT_FIRST,
        "attempts": 0,
    }
    if await newer.keep(db, BookStatement, values, version="stated_at"):
        due.announce(db, BookStatement)


async def compare(context: Context, statement_id: UUID) -> None:
    """Compares a window with the facts, and notes where they differ. It is compared again until they agree."""
    async with context.db.unit_of_work() as db:
        statement = await db.get_one(BookStatement, statement_id)
    found = await _differences(context, statement)
    async with context.db.unit_of_work() as db:
        row = await db.get_one(BookStatement, statement_id, with_for_update=True)
        if row.stated_at == statement.stated_at:
            await _note(db, row, found, clock.now())


async def _differences(context: Context, statement: BookStatement) -> list[Difference]:
    facts = engine_of(context)
    expected = stated(BookItem.model_validate(item) for item in statement.items)
    references = {key.reference_id for key in expected}
    requests = await queries.requests(facts, references)
    beside = await queries.paid_beside(facts, set(requests.values()), references)
    return differences(
        expected,
        await queries.transfers(facts, statement, references),
        await queries.lines(facts, {requests.get(each, each) for each in references}),
        requests=requests,
        under_way={UUID(each) for each in statement.under_way},
        beside=beside,
    )


async def _note(db: UnitOfWork, statement: BookStatement, found: Sequence[Difference], now: datetime) -> None:
    """What differed before is as old as it was then: that its window was stated again since does not make it new."""
    before = await told(db, statement.source)
    known = await _known(db, statement)
    await db.execute(delete(BookDifference).where(BookDifference.statement_id == statement.id))
    if found:
        rows = [_row(each, statement, now, *known.get((each.place, each.key), (now, None))) for each in found]
        await db.execute(insert(BookDifference).values(rows).on_conflict_do_nothing())
        statement.make_due(now + AGAIN)
    statement.compared_at = now
    await _tell(db, statement.source, before)


async def _known(db: UnitOfWork, statement: BookStatement) -> dict[tuple[str, Key], tuple[datetime, datetime | None]]:
    """When each difference of a window was found, and told."""
    rows = await db.scalars(select(BookDifference).where(BookDifference.statement_id == statement.id))
    return {
        (row.place, Key(row.reference_id, row.kind, row.currency)): (row.found_at, row.told_at) for row in rows.all()
    }


async def _tell(db: UnitOfWork, source: str, before: int) -> None:
    """Publishes that the figures begin to differ from the books of a service, or agree again."""
    after, now, source_id = await told(db, source), clock.now(), uuid5(NAMESPACE_URL, source)
    if after and not before:
        emit(db, FiguresDisagreed(source_id=source_id, source=source, differences=after, found_at=now))
    if before and not after:
        emit(db, FiguresAgreed(source_id=source_id, source=source, found_at=now))


def _row(
    each: Difference, statement: BookStatement, now: datetime, found_at: datetime, told_at: datetime | None
) -> dict[str, Any]:
    is_late = now - min(found_at, statement.stated_at) >= LATE
    return {
        "source": statement.source,
        "place": each.place,
        **each.key._asdict(),
        "statement_id": statement.id,
        "expected": each.expected,
        "found": each.found,
        "found_at": found_at,
        "told_at": told_at or (now if is_late else None),
    }


async def told(db: UnitOfWork, source: str | None = None) -> int:
    """How many amounts, in all or of one service, differ for so long that figures are stale."""
    query = select(func.count()).where(BookDifference.told_at.is_not(None))
    return await db.scalar(query if source is None else query.where(BookDifference.source == source)) or 0


async def page(db: UnitOfWork, paging: Paging) -> Page[BookDifferenceOut]:
    """Where facts differ from books, by service. Raises InvalidCursor."""
    key = [
        BookDifference.source,
        BookDifference.place,
        BookDifference.reference_id,
        BookDifference.kind,
        BookDifference.currency,
    ]
    rows, cursor = await paginate(db, select(BookDifference), paging, key=key, descending=False)
    return Page(items=[_out(row) for row in rows], next_cursor=cursor)


def _out(row: BookDifference) -> BookDifferenceOut:
    names = ("source", "place", "reference_id", "kind", "found_at", "told_at")
    amounts = {name: Money.of_minor(getattr(row, name), row.currency) for name in ("expected", "found")}
    return BookDifferenceOut(**{name: getattr(row, name) for name in names}, **amounts)
