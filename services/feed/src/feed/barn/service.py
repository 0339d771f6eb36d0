"""Records feedings, one or a thousand with the same few statements.

Whoever records locks the periods and meals, then inserts the feedings in order of their client ids, then locks the
stocks. A phone that sends twice at once waits for itself, and gets the same answer.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import select, text

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.errors import DomainError
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.barn import Feeding as Published
from amigok_contracts.barn import FeedingsLogged
from feed.barn import admission
from feed.barn.errors import ClientIdReused, MealLogged, MealNotDue
from feed.barn.feedings import Feeding, feeding, plans_of
from feed.barn.models import FeedingLog
from feed.barn.schemas import FeedingIn, FeedingOut, FeedingVerdictOut, FeedingVerdictsOut
from feed.lots import drawing
from feed.meals import service as meals
from feed.meals.matching import Log
from feed.meals.service import Found

log = structlog.get_logger()

IN_ONE_EVENT = 500
ITS_TIME = timedelta(hours=12)
"""How far from the time when a meal was due it may be given."""


@dataclass(frozen=True)
class Kept:
    """A feeding that is recorded, and the digest of what was sent of it."""

    feeding: FeedingOut
    digest: bytes


Answers = dict[UUID, Kept | DomainError]
"""By client id."""


async def record_one(db: UnitOfWork, entry: FeedingIn, *, by: Principal) -> FeedingOut:
    """Records one feeding, or shows it if it was recorded before.

    Raises LivestockNotFound, OtherFarm, OwnAnimal, FedInFuture, FedTooLongAgo, AnimalGone, MealNotDue, MealLogged,
    ClientIdReused.
    """
    [answer] = await _record(db, [entry], by=by)
    if isinstance(answer, DomainError):
        raise answer
    return answer.feeding


async def record_all(db: UnitOfWork, entries: Sequence[FeedingIn], *, by: Principal) -> FeedingVerdictsOut:
    """Records feedings, and returns a verdict on each. What is refused keeps no other from being recorded."""
    answers = await _record(db, entries, by=by)
    return FeedingVerdictsOut(items=[_verdict(*each) for each in zip(entries, answers, strict=True)])


def _verdict(entry: FeedingIn, answer: Kept | DomainError) -> FeedingVerdictOut:
    if isinstance(answer, DomainError):
        return FeedingVerdictOut(client_id=entry.client_id, code=answer.code, title=answer.title)
    return FeedingVerdictOut(client_id=entry.client_id, feeding=answer.feeding)


async def _record(db: UnitOfWork, entries: Sequence[FeedingIn], *, by: Principal) -> list[Kept | DomainError]:
    first: dict[UUID, FeedingIn] = {}
    for entry in entries:
        first.setdefault(entry.client_id, entry)
    audit.unchanged()
    answers: Answers = {**await _recorded(db, first, by=by)}
    fresh = [entry for entry in first.values() if entry.client_id not in answers]
    answers |= await admission.refusals(db, fresh, by=by)
    answers |= await _take_in(db, [entry for entry in fresh if entry.client_id not in answers], by=by)
    return [_judge(entry, answers[entry.client_id]) for entry in entries]


def _judge(entry: FeedingIn, answer: Kept | DomainError) -> Kept | DomainError:
    """The answer to the first entry of its client id, unless this one says something else."""
    if isinstance(answer, Kept) and answer.digest != entry.digest:
        return ClientIdReused()
    return answer


async def _recorded(db: UnitOfWork, client_ids: Collection[UUID], *, by: Principal) -> dict[UUID, Kept]:
    """What this person has recorded under these ids."""
    if not client_ids:
        return {}
    mine = select(FeedingLog).where(FeedingLog.recorded_by == by.id, among(FeedingLog.client_id, client_ids))
    return {each.client_id: Kept(FeedingOut.model_validate(each), each.digest) for each in await db.scalars(mine)}


async def _take_in(db: UnitOfWork, entries: Sequence[FeedingIn], *, by: Principal) -> Answers:
    """Records entries that may be recorded and were not yet, apart from those whose meal has a feeding already."""
    if not entries:
        return {}
    now = clock.now()
    logs = {entry.client_id: _log(entry, now=now, by=by.id) for entry in entries}
    found = await meals.find(db, list(logs.values()))
    answers: Answers = {**await _recorded(db, logs, by=by)}  # a copy of this request may have held the meals
    answers |= _unfit([entry for entry in entries if entry.client_id not in answers], logs, found)
    left = [(entry, logs[entry.client_id]) for entry in entries if entry.client_id not in answers]
    feedings = await _complete(db, left, found)
    inserted = await _insert(db, [each.row for each in feedings])
    kept = [each for each in feedings if each.out.client_id in inserted]
    answers |= await _recorded(db, {each.out.client_id for each in feedings} - inserted, by=by)
    await meals.record(db, [each.log for each in kept], found)
    await drawing.draw(db, [need for each in kept for need in each.needs])
    _tell(db, kept)
    return answers | {each.out.client_id: Kept(each.out, each.digest) for each in kept}


def _log(entry: FeedingIn, *, now: datetime, by: UUID) -> Log:
    return Log(
        id=new_id(),
        livestock_id=entry.livestock_id,
        at=min(entry.fed_at, now),
        kind=entry.outcome,
        kg=Decimal("0.000") if entry.outcome == "refused" else entry.kg,
        reason=entry.reason,
        meal_id=entry.meal_id,
        by=by,
    )


def _unfit(entries: Iterable[FeedingIn], logs: Mapping[UUID, Log], found: Found) -> Answers:
    """Refuses entries far from the time of their meal, and those whose meal has a feeding that they do not correct."""
    refused: Answers = {}
    seen: set[UUID] = set()
    for entry in entries:
        log = logs[entry.client_id]
        meal = found.meals.get(log.id)
        if meal is not None and abs(meal.due_at - log.at) > ITS_TIME:
            refused[entry.client_id] = MealNotDue()
        elif meal is not None and (meal.id in seen or meal.log_id not in (None, entry.corrects_id)):
            refused[entry.client_id] = MealLogged()
        elif meal is not None:
            seen.add(meal.id)
    return refused


async def _complete(db: UnitOfWork, entries: Sequence[tuple[FeedingIn, Log]], found: Found) -> list[Feeding]:
    """The feedings as they are to be recorded: with what was eaten, and what is drawn from stock."""
    plans = await plans_of(db, [found.meals[log.id] for _, log in entries if log.id in found.meals])
    drawn = await _drawn(db, {entry.corrects_id for entry, _ in entries if entry.corrects_id is not None})
    return [
        feeding(entry, log, meal, plans.get(meal.id) if meal else None, found, may_draw=entry.corrects_id not in drawn)
        for entry, log in entries
        for meal in [found.meals.get(log.id)]
    ]


async def _drawn(db: UnitOfWork, ids: Collection[UUID]) -> set[UUID]:
    """Those of these feedings that were drawn from stock: what corrects one is not drawn again."""
    if not ids:
        return set()
    query = select(FeedingLog.id).where(FeedingLog.id.in_(ids), FeedingLog.drawn_kg > 0)
    return set(await db.scalars(query))


_COLUMNS = {
    "id": "uuid",
    "recorded_by": "uuid",
    "client_id": "uuid",
    "digest": "bytea",
    "livestock_id": "uuid",
    "farm_id": "uuid",
    "meal_id": "uuid",
    "outcome": "text",
    "verdict": "text",
    "kg": "numeric",
    "is_estimated": "boolean",
    "drawn_kg": "numeric",
    "reason": "text",
    "corrects_id": "uuid",
    "fed_at": "timestamptz",
    "recorded_at": "timestamptz",
}
_INSERT = text(
    f"INSERT INTO feeding_logs ({', '.join(_COLUMNS)}) SELECT * FROM unnest("
    f"{', '.join(f'CAST(:{name} AS {kind}[])' for name, kind in _COLUMNS.items())}"
    ") ON CONFLICT (recorded_by, client_id) DO NOTHING RETURNING client_id"
)


async def _insert(db: UnitOfWork, rows: Iterable[dict[str, Any]]) -> set[UUID]:
    """Inserts feedings in order of their client ids; returns the client ids of those that were not there yet."""
    ordered = sorted(rows, key=lambda row: row["client_id"])
    if not ordered:
        return set()
    arrays = {name: [row[name] for row in ordered] for name in _COLUMNS}
    return set((await db.execute(_INSERT, arrays)).scalars())


def _tell(db: UnitOfWork, feedings: Sequence[Feeding]) -> None:
    """Publishes the feedings by farm, 500 in one event, and records who has logged how many."""
    by_farm: dict[UUID, list[FeedingOut]] = defaultdict(list)
    for each in feedings:
        by_farm[each.farm_id].append(each.out)
    for farm_id, of_farm in by_farm.items():
        for start in range(0, len(of_farm), IN_ONE_EVENT):
            part = tuple(_published(row) for row in of_farm[start : start + IN_ONE_EVENT])
            emit(db, FeedingsLogged(farm_id=farm_id, recorded_at=of_farm[0].recorded_at, feedings=part))
        corrections = sum(row.verdict == "corrected" or row.corrects_id is not None for row in of_farm)
        after = {"feedings": len(of_farm), "corrections": corrections}
        audit.record(db, "feedings.logged", subject_id=farm_id, after=after)
        log.info("feedings.logged", farm_id=str(farm_id), feedings=len(of_farm))


def _published(row: FeedingOut) -> Published:
    return Published(
        feeding_id=row.id,
        livestock_id=row.livestock_id,
        meal_id=row.meal_id,
        outcome=row.outcome,
        kg=row.kg,
        is_estimated=row.is_estimated,
        fed_at=row.fed_at,
        replaces_id=row.corrects_id,
    )
