"""Judges sensors that are due: reads what is needed of many at once, and brings alarms and excursions up to it.

A sensor is judged by one worker at a time, which holds the lock of its row in `judgements`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, or_, select

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from stream.alarms.judging import Condition, Episode, affected
from stream.alarms.models import OPEN, Alarm
from stream.alarms.settling import settle as settle_alarms
from stream.excursions.models import Excursion
from stream.excursions.settling import settle as settle_excursions
from stream.judgements import coverage, silence, stale
from stream.judgements.coverage import Guarded, Watched
from stream.judgements.lines import Line, SilentLine, begin, go_on
from stream.judgements.models import Judgement
from stream.judgements.readings import Stretch, read
from stream.settings import Settings


@dataclass
class Case:
    """A sensor that is judged from a moment on, with all that is known of it."""

    judgement: Judgement
    oldest: datetime
    since: datetime
    until: datetime
    watched: Sequence[Watched]
    guarded: Guarded | None
    alarms: Sequence[Alarm]
    excursions: Sequence[Excursion]
    lines: dict[str, Line | SilentLine] = field(default_factory=dict)

    @property
    def goes_on(self) -> bool:
        """Whether every reading from before was judged."""
        until = self.judgement.judged_until
        return until is not None and self.since > until

    def alarms_of(self, watched: Watched) -> list[Alarm]:
        """What readings may still change of a rule's alarms."""
        return [
            each
            for each in self.alarms
            if each.rule_id == watched.place.rule.id
            and each.began_at >= watched.since
            and each.end_reason in (None, "cleared")
        ]

    def excursions_of(self, guarded: Guarded) -> list[Excursion]:
        """What readings may still change of the equipment's excursions."""
        return [
            each
            for each in self.excursions
            if each.equipment_id == guarded.unit.id
            and each.began_at >= guarded.condition.since
            and each.end_reason in (None, "cleared")
        ]


async def due(db: UnitOfWork, *, most: int) -> Sequence[UUID]:
    """The first sensors that are due."""
    ids = select(Judgement.sensor_id).where(Judgement.due_from.is_not(None))
    return (await db.scalars(ids.order_by(Judgement.due_from).limit(most))).all()


async def judge(db: UnitOfWork, *, most: int, only: UUID | None = None) -> int:
    """Judges up to so many sensors that are due and that nobody else judges, or this one. Returns how many."""
    waiting = select(Judgement).where(Judgement.due_from.is_not(None)).order_by(Judgement.due_from).limit(most)
    if only is not None:
        waiting = waiting.where(Judgement.sensor_id == only)
    judgements = (await db.scalars(waiting.with_for_update(skip_locked=True))).all()
    if judgements:
        cases = await _cases(db, judgements)
        for case in cases:
            await stale.close(db, case.watched, case.guarded, case.alarms, case.excursions)
            _draw_lines(case)
        await _read(db, cases)
        for case in cases:
            await _settle(db, case)
    return len(judgements)


async def _cases(db: UnitOfWork, judgements: Sequence[Judgement]) -> list[Case]:
    oldest = clock.now() - db.settings(Settings).judge_back
    ids = [each.sensor_id for each in judgements]
    since = {each.sensor_id: max(each.due_from or oldest, oldest) for each in judgements}
    first = min(since.values())
    watched, guarded = await coverage.watched(db, ids), await coverage.guarded(db, ids)
    alarms, excursions = await _alarms(db, ids, first), await _excursions(db, ids, first)
    return [
        Case(
            each,
            oldest,
            since[each.sensor_id],
            max(filter(None, (each.due_until, each.judged_until)), default=since[each.sensor_id]),
            watched.get(each.sensor_id, ()),
            guarded.get(each.sensor_id),
            alarms.get(each.sensor_id, ()),
            excursions.get(each.sensor_id, ()),
        )
        for each in judgements
    ]


async def _alarms(db: UnitOfWork, ids: Sequence[UUID], since: datetime) -> Mapping[UUID, Sequence[Alarm]]:
    """Alarms that are open, or that readings since then may change, oldest first."""
    ended = and_(Alarm.state == "ended", Alarm.end_confirmed_at >= since)
    query = select(Alarm).where(Alarm.sensor_id.in_(ids), or_(Alarm.state.in_(OPEN), ended))
    found: dict[UUID, list[Alarm]] = defaultdict(list)
    for alarm in await db.scalars(query.order_by(Alarm.began_at, Alarm.id).with_for_update(key_share=True)):
        found[alarm.sensor_id].append(alarm)
    return found


async def _excursions(db: UnitOfWork, ids: Sequence[UUID], since: datetime) -> Mapping[UUID, Sequence[Excursion]]:
    ended = and_(Excursion.state == "ended", Excursion.end_confirmed_at >= since)
    query = select(Excursion).where(Excursion.sensor_id.in_(ids), or_(Excursion.state == "open", ended))
    found: dict[UUID, list[Excursion]] = defaultdict(list)
    for row in await db.scalars(query.order_by(Excursion.began_at, Excursion.id).with_for_update(key_share=True)):
        found[row.sensor_id].append(row)
    return found


def _draw_lines(case: Case) -> None:
    for watched in case.watched:
        known = [each.episode for each in case.alarms_of(watched)]
        if watched.condition is not None:
            case.lines[watched.key] = _line(case, watched.key, watched.condition, known)
        elif silent := _silent_line(case, watched, known):
            case.lines[watched.key] = silent
    if guarded := case.guarded:
        known = [each.episode for each in case.excursions_of(guarded)]
        case.lines[guarded.key] = _line(case, guarded.key, guarded.condition, known)


def _silent_line(case: Case, watched: Watched, known: Sequence[Episode]) -> SilentLine | None:
    """Looks again at a silence that is known, or at pauses since the reading that was judged last."""
    lasting, last = timedelta(seconds=watched.place.rule.for_seconds), case.judgement.judged_until
    if silent := affected(known, case.since):
        began = silent[0].began_at
        return SilentLine(began, began, lasting, clock.now())
    if last is None or case.until <= last:
        return None
    return SilentLine(case.since, max(last, watched.since), lasting, clock.now())


def _line(case: Case, key: str, condition: Condition, known: Sequence[Episode]) -> Line:
    """What is new is judged from its beginning; what is late, from then on again; all else goes on."""
    states = case.judgement.states
    if key not in states:
        return begin(condition, known, max(condition.since, case.oldest))
    if case.goes_on:
        return go_on(condition, states[key], case.since)
    return begin(condition, known, case.since)


async def _read(db: UnitOfWork, cases: Sequence[Case]) -> None:
    lines = {case.judgement.sensor_id: list(case.lines.values()) for case in cases}
    starts = {sensor_id: min(line.start for line in each) for sensor_id, each in lines.items() if each}
    untils = {case.judgement.sensor_id: case.until for case in cases}
    stretches = [Stretch(sensor_id, start, untils[sensor_id]) for sensor_id, start in starts.items()]
    async for rows in read(db, stretches):
        for sensor_id, at, value in rows:
            for line in lines[sensor_id]:
                line.take(at, value)


async def _settle(db: UnitOfWork, case: Case) -> None:
    late = db.settings(Settings).alarm_late
    for watched in case.watched:
        if line := case.lines.get(watched.key):
            known = [each for each in case.alarms_of(watched) if affected([each.episode], line.feed_from)]
            found = line.found
            if isinstance(line, SilentLine):
                found = await silence.proven(db, case.judgement.sensor_id, [each.episode for each in known], found)
            if known or found:
                await settle_alarms(db, watched.place, known, found, late=late)
    if guarded := case.guarded:
        line = case.lines[guarded.key]
        rows = [each for each in case.excursions_of(guarded) if affected([each.episode], line.feed_from)]
        if rows or line.found:
            await settle_excursions(db, guarded.unit, guarded.sensor_id, rows, line.found)
    done = case.judgement
    done.states = {key: line.state for key, line in case.lines.items() if isinstance(line, Line)}
    if done.due_until is not None:
        done.judged_until = case.until
    done.due_from = done.due_until = None
