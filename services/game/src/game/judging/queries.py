"""What judges see: entries without owners and names, and the marks of others when all are known."""

from uuid import UUID

from sqlalchemy import exists, select

from amigok_chassis.unit_of_work import UnitOfWork
from game.contests.models import Contest
from game.entries.models import Entry
from game.judges import service as judges
from game.judges.errors import JudgeNotFound
from game.judges.models import Judge
from game.judging import service
from game.judging.errors import EntryNotShown, NotJudgingYet, NotRevealedYet
from game.judging.models import Sheet
from game.judging.order import positions
from game.judging.schemas import BlindEntryOut, RevealedOut
from game.pictures.models import Photo

_SHOWN = ("type_name", "breed_name", "sex", "date_of_birth", "weight_kg")
"""What judges are told of an animal."""


async def entries(db: UnitOfWork, contest_id: UUID, user_id: UUID) -> list[BlindEntryOut]:
    """Returns all entries of a contest in a judge's own order.

    Raises ContestNotFound, NotJudged, JudgeNotFound, ConflictOfInterest, AccountInactive, NotJudgingYet.
    """
    judge = await _judge(db, contest_id, user_id)
    order = positions(judge.seed, await service.numbers(db, contest_id))
    conflicts = await service.conflicts_of(db, judge, order)
    rows = await db.scalars(select(Entry).where(Entry.contest_id == contest_id, Entry.blind_number.is_not(None)))
    found = {entry.blind_number: entry for entry in rows}
    pictures = await _pictures(db, contest_id)
    return [
        _shown(contest_id, position, found[number], pictures.get(found[number].id, 0), conflicts.get(position))
        for position, number in order.items()
    ]


async def photo(db: UnitOfWork, contest_id: UUID, position: int, number: int, user_id: UUID) -> Photo:
    """Returns a picture, by its number from 1 on, of the entry at a position.

    Raises what `entries` does, EntryNotShown.
    """
    judge = await _judge(db, contest_id, user_id)
    order = positions(judge.seed, await service.numbers(db, contest_id))
    of_entry = select(Photo).join(Entry, Entry.id == Photo.entry_id)
    query = of_entry.where(Entry.contest_id == contest_id, Entry.blind_number == order.get(position))
    found = await db.scalar(query.order_by(Photo.id).offset(number - 1).limit(1))
    if found is None:
        raise EntryNotShown
    return found


async def revealed(db: UnitOfWork, contest_id: UUID, user_id: UUID) -> list[RevealedOut]:
    """Returns the marks of all judges, once none come any more. Raises JudgeNotFound, NotRevealedYet."""
    judges_it = Judge.contest_id == contest_id, Judge.user_id == user_id, Judge.state == "accepted"
    if not await db.scalar(select(exists().where(*judges_it))):
        raise JudgeNotFound
    if not await service.is_revealed(db, await db.get_one(Contest, contest_id)):
        raise NotRevealedYet
    return await all_revealed(db, contest_id)


async def all_revealed(db: UnitOfWork, contest_id: UUID) -> list[RevealedOut]:
    """Returns the marks that judges have revealed, by the judge's number."""
    query = select(Judge, Sheet).join(Sheet, Sheet.judge_id == Judge.id).order_by(Judge.number)
    rows = await db.execute(query.where(Judge.contest_id == contest_id, Sheet.revealed_at.is_not(None)))
    numbers = await service.numbers(db, contest_id)
    return [_revealed(judge, sheet, positions(judge.seed, numbers)) for judge, sheet in rows]


async def _judge(db: UnitOfWork, contest_id: UUID, user_id: UUID) -> Judge:
    contest = await judges.judged(db, contest_id)
    judge = await judges.require(db, contest_id, user_id)
    if contest.state != "judging":
        raise NotJudgingYet
    return judge


async def _pictures(db: UnitOfWork, contest_id: UUID) -> dict[UUID, int]:
    """How many pictures each entry has that has any."""
    query = select(Photo.entry_id).join(Entry, Entry.id == Photo.entry_id).where(Entry.contest_id == contest_id)
    found: dict[UUID, int] = {}
    for entry_id in await db.scalars(query):
        found[entry_id] = found.get(entry_id, 0) + 1
    return found


def _shown(contest_id: UUID, position: int, entry: Entry, pictures: int, conflict: str | None) -> BlindEntryOut:
    path = f"/api/v1/judging/{contest_id}/entries/{position}/photos"
    told = entry.particulars or {}
    return BlindEntryOut.model_validate(
        {
            "position": position,
            "particulars": {name: told[name] for name in _SHOWN if name in told},
            "pictures": [f"{path}/{number}" for number in range(1, pictures + 1)],
            "conflict": conflict,
        }
    )


def _revealed(judge: Judge, sheet: Sheet, order: dict[int, int]) -> RevealedOut:
    marks, aside = sheet.marks or {}, sheet.set_aside
    return RevealedOut(
        judge=judge.number,
        marks={str(order[int(each)]): marks[each] for each in marks},
        set_aside={str(order[int(each)]): aside[each] for each in aside},
    )
