"""Makes documents of what has changed.

Triggers note what has changed in the transaction that changes it. One worker at a time makes the documents of what was
noted, from what is committed by then. So no two writers of documents ever wait for each other, nothing is written over
by something older, and versions are committed in their order.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import TextClause

from amigok_chassis.db import Database
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.documents import statements

BATCH = 500
"""Changes that are taken at once. A farm or a seller may stand for many listings."""


@dataclass(frozen=True)
class Rebuilt:
    """How many documents were made again, and how many of them, and how many counts of terms, were different."""

    made: int
    differed: int
    counts: int


async def apply_changes(db: Database) -> int:
    """Makes the documents of the oldest changes. Returns how many changes those were; 0 where another is at it."""
    if not await db.fetch(statements.IS_CHANGED):
        return 0
    async with db.unit_of_work() as session:
        return await _take(session) if await session.scalar(statements.TRY_LOCK) else 0


async def rebuild(db: Database) -> Rebuilt:
    """Makes every document again and counts every term, while writing goes on."""
    made, differed, after = 0, 0, UUID(int=0)
    while ids := await _following(db, after):
        differed += await _make_again(db, ids)
        made, after = made + len(ids), ids[-1]
    async with db.unit_of_work() as session:
        await session.execute(statements.AWAIT_LOCK)
        recounted = (await session.execute(statements.RECOUNT)).all()
        await session.execute(statements.FORGET_UNUSED)
    return Rebuilt(made, differed, len(recounted))


async def _following(db: Database, after: UUID) -> Sequence[UUID]:
    async with db.reader() as session:
        return (await session.scalars(statements.NEXT, {"after": after, "most": BATCH})).all()


async def _make_again(db: Database, ids: Sequence[UUID]) -> int:
    """Returns how many documents were wrong. One that only lags behind a change is not."""
    async with db.unit_of_work() as session:
        await session.execute(statements.AWAIT_LOCK)
        while await _take(session):
            pass
        changed = await _make(session, ids)
        return len(changed - set((await session.scalars(statements.PENDING)).all()))


async def _take(session: UnitOfWork) -> int:
    taken = (await session.execute(statements.TAKE, {"most": BATCH})).one()
    listings = taken.listings or []
    for begin in range(0, len(listings), BATCH):
        await _make(session, listings[begin : begin + BATCH])
    return int(taken.changes)


async def _make(session: UnitOfWork, ids: Sequence[UUID]) -> set[UUID]:
    """Makes the documents of these listings, under the lock. Returns those that are not what they were."""
    before = await _terms(session, statements.TERMS, ids)
    after = await _terms(session, statements.WRITE, ids)
    more = Counter(term for terms in after.values() for term in terms)
    more.subtract(term for id in after for term in before.get(id, ()))
    await _count(session, {term: count for term, count in more.items() if count})
    return set(after)


async def _terms(session: UnitOfWork, statement: TextClause, ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    """What a statement returns of listings: their terms."""
    rows = await session.execute(statement, {"ids": list(ids)})
    return {row.listing_id: row.terms for row in rows}


async def _count(session: UnitOfWork, more: dict[str, int]) -> None:
    """Adds to the number of listings that have each term."""
    if more:
        await session.execute(statements.COUNT, {"terms": [*more], "more": [*more.values()]})
        await session.execute(statements.FORGET, {"terms": [term for term, count in more.items() if count < 0]})
