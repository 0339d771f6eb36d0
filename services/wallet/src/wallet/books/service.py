"""Compares what others have settled with what was posted, in both directions, window by window."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import delete, insert, select, text
from sqlalchemy.dialects.postgresql import insert as upsert

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.books import Books
from wallet.books.models import BookDifference, BookWindow
from wallet.ledger.schemas import Difference

POSTED: Mapping[str, tuple[str, ...]] = {
    "marketplace": ("capture",),
    "payment": (
        *("deposit", "refund", "withdrawal", "dispute"),
        *("refund_outside", "refund_returned", "withdrawal_returned"),
    ),
}
"""The kinds of transfers that each service's books tell of."""

FEE = "fee"
"""What the marketplace's books call that part of a capture which is the platform's."""

MOST = 1_000
"""So many differences are told at once."""

Key = tuple[UUID, str, str]
"""Reference, kind and currency."""

_WHICH = {
    "window": "t.reference_id > :after_id AND t.reference_id <= :up_to_id",
    "references": "t.reference_id = ANY(:references)",
}
_MOVED = """
SELECT t.reference_id, t.kind, t.currency,
    (sum(e.amount) FILTER (WHERE e.amount > 0))::bigint AS amount,
    coalesce(sum(e.amount) FILTER (WHERE a.kind = 'revenue'), 0)::bigint AS fee
FROM transfers t JOIN entries e ON e.transfer_id = t.id JOIN accounts a ON a.id = e.account_id
WHERE {which} AND t.kind = ANY(:kinds) GROUP BY t.reference_id, t.kind, t.currency
"""


async def compare(db: UnitOfWork, source: str, books: Books) -> None:
    """Keeps where the books and the ledger differ in a window; a statement older than one heard before is dropped."""
    if not await _is_news(db, source, books):
        return
    expected: dict[Key, int] = {}
    for item in books.items:
        key = (item.reference_id, item.kind, item.amount.currency)
        expected[key] = expected.get(key, 0) + item.amount.minor
    found = await _posted(db, source, "window", after_id=books.after_id, up_to_id=books.up_to_id)
    reference = BookDifference.reference_id
    former = delete(BookDifference).where(BookDifference.source == source)
    await db.execute(former.where(reference > books.after_id, reference <= books.up_to_id))
    rows = _differing(source, expected, found, without=set(books.under_way))
    if rows:
        await db.execute(insert(BookDifference), rows)


async def differences(db: UnitOfWork) -> list[Difference]:
    """Where the ledger still differs from what was stated; what was posted meanwhile has settled itself."""
    query = select(BookDifference).order_by(BookDifference.source, BookDifference.reference_id).limit(MOST)
    kept = (await db.scalars(query)).all()
    found: dict[tuple[str, Key], int] = {}
    for source in {row.source for row in kept}:
        references = [row.reference_id for row in kept if row.source == source]
        posted = await _posted(db, source, "references", references=references)
        found |= {(source, key): amount for key, amount in posted.items()}
    return [
        Difference(check=f"{row.source}_agrees_on_{row.kind}", id=row.reference_id, expected=row.expected, found=amount)
        for row in kept
        if (amount := found.get((row.source, (row.reference_id, row.kind, row.currency)), 0)) != row.expected
    ]


async def _is_news(db: UnitOfWork, source: str, books: Books) -> bool:
    said = {
        "after_id": books.after_id,
        "up_to_id": books.up_to_id,
        "items": len(books.items),
        "under_way": len(books.under_way),
        "stated_at": books.stated_at,
    }
    row = upsert(BookWindow).values(id=books.window_id, source=source, **said)
    newer = BookWindow.stated_at < row.excluded.stated_at
    kept = row.on_conflict_do_update(index_elements=[BookWindow.id], set_=said, where=newer)
    return await db.scalar(kept.returning(BookWindow.id)) is not None


async def _posted(db: UnitOfWork, source: str, which: str, **bounds: object) -> dict[Key, int]:
    """What the ledger says, in the words of the source's books."""
    sql = text(_MOVED.format(which=_WHICH[which]))
    rows = (await db.execute(sql, {"kinds": list(POSTED[source]), **bounds})).all()
    moved = {(row.reference_id, row.kind, row.currency): row.amount for row in rows}
    fees = {(row.reference_id, FEE, row.currency): row.fee for row in rows if source == "marketplace"}
    return moved | fees


def _differing(
    source: str, expected: Mapping[Key, int], found: Mapping[Key, int], *, without: Collection[UUID]
) -> list[dict[str, object]]:
    return [
        {
            "source": source,
            "reference_id": key[0],
            "kind": key[1],
            "currency": key[2],
            "expected": expected.get(key, 0),
            "found": found.get(key, 0),
        }
        for key in {*expected, *found}
        if expected.get(key, 0) != found.get(key, 0) and key[0] not in without
    ]
