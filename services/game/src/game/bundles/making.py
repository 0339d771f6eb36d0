"""Gathers what a result is made of, as records of its file. Ids of people and animals do not leave the service."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.unit_of_work import UnitOfWork
from game.bundles.chain import Record
from game.contests.models import Contest
from game.entries.machine import FROZEN
from game.entries.models import Entry
from game.entries.queries import population
from game.judges import queries as judges
from game.judges.models import Judge
from game.judging.models import Sheet
from game.leaderboards.queries import facts_of, window
from game.pictures.models import Photo
from game.scoring.values import Fact
from game.stages.freezing import frozen_entry, frozen_terms

Owners = dict[UUID, int]
"""By which number an owner stands in the file."""


async def inputs(db: UnitOfWork, contest: Contest, told: Mapping[str, Any]) -> list[Record]:
    """Returns all inputs of a result in their order; `told` is what is said of the result itself."""
    entries = sorted(await population(db, contest.id), key=lambda entry: entry.blind_number or 0)
    owners: Owners = {}
    return [
        _contest(contest, told),
        *await _judges(db, contest),
        *await _entries(db, contest, entries, owners),
        *await _facts(db, contest, entries, owners),
    ]


def _contest(contest: Contest, told: Mapping[str, Any]) -> Record:
    counts = window(contest)
    data = {
        "contest_id": str(contest.id),
        "title": contest.title,
        "terms": frozen_terms(contest),
        "frozen_hash": contest.frozen_hash,
        "scoring_version": contest.scoring_version,
        "starts_at": counts.starts_at.isoformat(),
        "ends_at": counts.ends_at.isoformat(),
    }
    return Record("contest", {**data, **told})


async def _judges(db: UnitOfWork, contest: Contest) -> list[Record]:
    """The judges, then what they have revealed."""
    found = await judges.of_contest(db, contest.id, "accepted")
    sheets = {sheet.judge_id: sheet for sheet in await db.scalars(select(Sheet).where(Sheet.contest_id == contest.id))}
    marks = (_marks(judge, sheets[judge.id]) for judge in found if judge.id in sheets)
    return [*(_judge(judge, sheets.get(judge.id)) for judge in found), *(mark for each in marks for mark in each)]


def _judge(judge: Judge, sheet: Sheet | None) -> Record:
    return Record(
        "judge",
        {
            "judge": judge.number,
            "seed": judge.seed,
            "set_aside": judge.set_aside,
            "conflicts": sheet and dict(sorted(sheet.set_aside.items())),
            "digest": sheet and sheet.digest,
            "committed_at": sheet and sheet.committed_at.isoformat(),
            "nonce": sheet and sheet.nonce,
            "revealed_at": sheet and _text(sheet.revealed_at),
        },
    )


def _marks(judge: Judge, sheet: Sheet) -> Iterable[Record]:
    marks, aside = sheet.marks or {}, sheet.set_aside
    for position in sorted(map(int, marks)):
        key = str(position)
        told = {"judge": judge.number, "position": position, "marks": marks[key], "set_aside": aside.get(key)}
        yield Record("mark", told)


async def _entries(db: UnitOfWork, contest: Contest, entries: Sequence[Entry], owners: Owners) -> list[Record]:
    pictures: dict[UUID, list[str]] = {}
    query = select(Photo).join(Entry, Entry.id == Photo.entry_id).where(Entry.contest_id == contest.id)
    for photo in await db.scalars(query.order_by(Photo.id)):
        pictures.setdefault(photo.entry_id, []).append(photo.digest)
    return [_entry(entry, pictures.get(entry.id, []), owners) for entry in entries]


def _entry(entry: Entry, pictures: list[str], owners: Owners) -> Record:
    return Record(
        "entry",
        {
            "entry": entry.blind_number,
            "owner": _number(owners, entry.owner_id),
            "state": entry.state,
            "lost_at": _text(entry.lost_at),
            "frozen": frozen_entry(entry),
            "pictures": pictures,
        },
    )


async def _facts(db: UnitOfWork, contest: Contest, entries: Sequence[Entry], owners: Owners) -> list[Record]:
    numbers = {entry.livestock_id: entry.blind_number or 0 for entry in entries if entry.state in FROZEN}
    found = await facts_of(db, contest, list(numbers))
    told = [(numbers[fact.livestock_id], fact) for fact in found if fact.livestock_id is not None]
    told.sort(key=lambda each: (each[0], each[1].at, each[1].source_id, each[1].kind))
    return [_fact(number, fact, owners) for number, fact in told]


def _fact(number: int, fact: Fact, owners: Owners) -> Record:
    return Record(
        "fact",
        {
            "entry": number,
            "kind": fact.kind,
            "source_id": str(fact.source_id),
            "event_id": str(fact.event_id),
            "at": fact.at.isoformat(),
            "owner": None if fact.owner_id is None else _number(owners, fact.owner_id),
            "about_id": _text_of(fact.about_id),
            "number": _text_of(fact.number),
            "amount": fact.amount,
            "currency": fact.currency,
            "replaces_id": _text_of(fact.replaces_id),
            "data": dict(fact.data),
        },
    )


def _number(owners: Owners, owner_id: UUID) -> int:
    return owners.setdefault(owner_id, len(owners) + 1)


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _text_of(value: Any) -> str | None:
    return None if value is None else str(value)
