"""Reads of results."""

from collections.abc import AsyncIterator, Sequence
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.db import Database
from amigok_chassis.unit_of_work import UnitOfWork
from game.bundles.chain import OPENING, Record, closing, read
from game.contests import queries as contests
from game.results import service
from game.results.errors import NoResult
from game.results.models import Result, ResultLine
from game.results.schemas import ResultOut, ResultsOut

_AT_ONCE = 1_000


async def of_contest(db: UnitOfWork, contest_id: UUID) -> ResultsOut:
    """Returns the results of a contest, the last first: that one counts. Raises ContestNotFound, NoResult."""
    contest = await contests.listed(db, contest_id)
    query = select(Result).where(Result.contest_id == contest_id).order_by(Result.number.desc())
    found = [ResultOut.model_validate(result) for result in await db.scalars(query)]
    if not found:
        raise NoResult
    return ResultsOut(appeals_until=contest.appeals_until, completed_at=contest.completed_at, items=found)


async def numbered(db: UnitOfWork, contest_id: UUID, number: int | None) -> Result:
    """Returns a result of a contest; None: the one that counts. Raises NoResult."""
    if number is None:
        return await service.latest(db, contest_id)
    result = await db.scalar(select(Result).where(Result.contest_id == contest_id, Result.number == number))
    if result is None:
        raise NoResult
    return result


async def file_of(db: Database, result: Result) -> AsyncIterator[str]:
    """The parts of a result's file, which is not read into memory as a whole."""
    yield OPENING + "\n"
    for after in range(0, result.records, _AT_ONCE):
        lines = await db.fetch(
            "SELECT line FROM result_lines WHERE result_id = $1 AND number > $2 AND number <= $3 ORDER BY number",
            result.id,
            after,
            after + _AT_ONCE,
        )
        last = after + len(lines) == result.records
        yield ",\n".join(row["line"] for row in lines) + ("\n" if last else ",\n")
    yield closing(result.head) + "\n"


async def records(db: UnitOfWork, result_id: UUID, *kinds: str) -> Sequence[Record]:
    """What a result says of these kinds."""
    query = select(ResultLine.line).where(ResultLine.result_id == result_id, ResultLine.kind.in_(kinds))
    return [read(line)[0] for line in await db.scalars(query.order_by(ResultLine.number))]
