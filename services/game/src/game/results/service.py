"""Results: announcing one, and correcting it.

A result is computed from its own inputs by the lines that `amigok contest verify` runs. The contest's row is locked, so
there is one after the other.
"""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_results import ContestAnnounced, ResultCorrected
from game.bundles.chain import Record, chained
from game.bundles.computing import outputs, sorted_out
from game.bundles.making import inputs
from game.contests.models import Contest
from game.contests.service import locked
from game.entries import service as entries
from game.judging import service as judging
from game.results import board
from game.results.errors import MarksMissing, NoResult, NoScores, NotEnded
from game.results.models import Result, ResultLine

_AT_ONCE = 1_000
"""So many lines are stored in one statement."""


async def announce(db: UnitOfWork, contest_id: UUID) -> Result:
    """Announces the result of a contest that has ended. Repeating the call has no further effect.

    Raises ContestNotFound, NotEnded, MarksMissing, NoScores.
    """
    contest = await locked(db, contest_id)
    if contest.announced_at is not None:
        return await latest(db, contest_id)
    if contest.state != "judging":
        raise NotEnded
    if contest.type == "beauty" and not await judging.is_revealed(db, contest):
        raise MarksMissing
    await entries.leave_lost(db, contest)
    told = {"result": 1, "cause": "end", "previous_head": None}
    records, lines = await _computed(db, contest, told)
    if not any(record.kind == "score" and record.data["value"] is not None for record in records):
        raise NoScores
    result = await _keep(db, contest, told, records, lines, cause_id=None)
    contest.announced_at = result.made_at
    contest.appeals_until = result.made_at + timedelta(days=contest.appeal_days)
    _tell_announced(db, contest, result, entries=sum(record.kind == "score" for record in records))
    return result


async def correct(db: UnitOfWork, contest: Contest, *, cause: str, cause_id: UUID) -> Result:
    """Announces a result in place of the last one, from the inputs as they are now. The contest must be locked.

    Raises NoResult.
    """
    before = await latest(db, contest.id)
    told = {"result": before.number + 1, "cause": cause, "previous_head": before.head}
    result = await _keep(db, contest, told, *await _computed(db, contest, told), cause_id=cause_id)
    emit(
        db,
        ResultCorrected(
            contest_id=contest.id,
            result_number=result.number,
            supersedes_number=before.number,
            head=result.head,
            cause=cause,
        ),
    )
    return result


async def latest(db: UnitOfWork, contest_id: UUID) -> Result:
    """Returns the result that counts. Raises NoResult."""
    query = select(Result).where(Result.contest_id == contest_id).order_by(Result.number.desc()).limit(1)
    result = await db.scalar(query)
    if result is None:
        raise NoResult
    return result


async def _keep(
    db: UnitOfWork,
    contest: Contest,
    told: Mapping[str, Any],
    records: Sequence[Record],
    lines: Sequence[tuple[str, str]],
    *,
    cause_id: UUID | None,
) -> Result:
    result = Result(
        contest_id=contest.id,
        number=told["result"],
        cause=told["cause"],
        cause_id=cause_id,
        head=lines[-1][1],
        previous_head=told["previous_head"],
        records=len(lines),
        made_at=clock.now(),
    )
    db.add(result)
    await db.flush()
    await _store(db, result.id, records, [line for line, _ in lines])
    await board.show(db, contest, records)
    return result


async def _computed(
    db: UnitOfWork, contest: Contest, told: Mapping[str, Any]
) -> tuple[list[Record], list[tuple[str, str]]]:
    """Gathers inputs, computes what they come to, and chains both, in a thread. `told` is said of the result itself."""
    await db.flush()
    gathered = await inputs(db, contest, told)

    def compute() -> tuple[list[Record], list[tuple[str, str]]]:
        records = [*gathered, *outputs(sorted_out(gathered))]
        return records, list(chained(records))

    return await asyncio.to_thread(compute)


async def _store(db: UnitOfWork, result_id: UUID, records: Sequence[Record], lines: Sequence[str]) -> None:
    rows = [
        {"result_id": result_id, "number": number, "kind": record.kind, "line": line}
        for number, (record, line) in enumerate(zip(records, lines, strict=True), 1)
    ]
    for first in range(0, len(rows), _AT_ONCE):
        await db.execute(insert(ResultLine), rows[first : first + _AT_ONCE])


def _tell_announced(db: UnitOfWork, contest: Contest, result: Result, *, entries: int) -> None:
    assert contest.appeals_until is not None
    emit(
        db,
        ContestAnnounced(
            contest_id=contest.id,
            result_number=result.number,
            head=result.head,
            entries=entries,
            appeals_until=contest.appeals_until,
        ),
    )
