"""Compares what others have settled with what was posted, in both directions, window by window."""

from sqlalchemy import delete, insert, select

from amigok_chassis import newer
from amigok_chassis.inbox import Reject
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.books import Books
from wallet.books import comparison, queries
from wallet.books.comparison import Key
from wallet.books.models import BookDifference, BookWindow
from wallet.ledger.schemas import Difference

MOST = 1_000
"""So many differences are reported at once."""


async def compare(db: UnitOfWork, source: str, books: Books) -> None:
    """Keeps where the books of `source` and the ledger differ in a window. Drops a statement older than the last.

    Raises Reject for books with a kind of items that is not theirs to state.
    """
    if foreign := {item.kind for item in books.items} - books.kinds:
        raise Reject(f"{source} does not state {', '.join(sorted(foreign))}")
    if not await _is_news(db, source, books):
        return
    expected = comparison.stated(books.items)
    window = {"source": source, "after_id": books.after_id, "up_to_id": books.up_to_id}
    found = await queries.posted(db, books.kinds, "window", **window)
    reference = BookDifference.reference_id
    former = delete(BookDifference).where(BookDifference.source == source)
    await db.execute(former.where(reference > books.after_id, reference <= books.up_to_id))
    rows = [
        {"source": source, **key._asdict(), "expected": expected.get(key, 0), "found": found.get(key, 0)}
        for key in comparison.differing(expected, found, without=set(books.under_way))
    ]
    if rows:
        await db.execute(insert(BookDifference), rows)


async def differences(db: UnitOfWork) -> list[Difference]:
    """Returns where the ledger still differs from the statements. Differences that were posted since are gone."""
    query = select(BookDifference).order_by(BookDifference.source, BookDifference.reference_id).limit(MOST)
    kept = (await db.scalars(query)).all()
    references, kinds = {row.reference_id for row in kept}, {row.kind for row in kept}
    found = await queries.posted(db, kinds, "references", references=list(references))
    return [
        Difference(check=f"{row.source}_agrees_on_{row.kind}", id=row.reference_id, expected=row.expected, found=amount)
        for row in kept
        if (amount := found.get(Key(row.reference_id, row.kind, row.currency), 0)) != row.expected
    ]


async def _is_news(db: UnitOfWork, source: str, books: Books) -> bool:
    window = {
        "id": books.window_id,
        "source": source,
        "after_id": books.after_id,
        "up_to_id": books.up_to_id,
        "items": len(books.items),
        "under_way": len(books.under_way),
        "stated_at": books.stated_at,
    }
    return await newer.keep(db, BookWindow, window, version="stated_at")
