"""When periods begin and end, which meals they have, and what each meal costs.

All is counted in the local time of the farm: a period begins at the time of day of its anchor, and a meal belongs to
the period in whose local times it lies. So a day has as many meals in a DST night as on others.

A local time that the clock skips is the moment of the jump. Of one that occurs twice, the first counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Cycle = Literal["daily", "weekly", "monthly"]

_DAYS: dict[Cycle, int] = {"daily": 1, "weekly": 7}
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Slot:
    """A planned meal: when it is due, and on which day of the farm."""

    due_at: datetime
    local_day: date


@cache
def zone(name: str) -> ZoneInfo:
    """The time zone of this name in the IANA database; UTC where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def local(at: datetime, tz: ZoneInfo) -> datetime:
    """What clocks of the zone show at a moment, without a zone."""
    return at.astimezone(tz).replace(tzinfo=None, fold=0)


def moment(shown: datetime, tz: ZoneInfo) -> datetime:
    """When clocks of the zone show this for the first time, in UTC; for what they skip, when they jump."""
    early, late = (shown.replace(tzinfo=tz, fold=fold).astimezone(UTC) for fold in (1, 0))
    return _jump(early, late, tz) if early < late else late


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or its last day where that month has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    return min(_last_of_month(first), first + timedelta(days=day.day - 1))


def boundary(anchor: datetime, cycle: Cycle, number: int, tz: ZoneInfo) -> datetime:
    """When period `number` of an anchor begins, in UTC; 0 begins at the anchor. Months are counted from the anchor."""
    return anchor if number == 0 else moment(_shown(anchor, cycle, number, tz), tz)


def period_at(anchor: datetime, cycle: Cycle, at: datetime, tz: ZoneInfo) -> int:
    """The number of the period that a moment lies in; 0 where it is before the anchor."""
    days = (at - anchor).days
    number = max(0, days // _DAYS.get(cycle, 31) - 1)
    while boundary(anchor, cycle, number + 1, tz) <= at:
        number += 1
    return number


def planned(anchor: datetime, cycle: Cycle, number: int, meal_times: Sequence[time], tz: ZoneInfo) -> list[Slot]:
    """The meals of a period, in order."""
    start, end = (_shown(anchor, cycle, each, tz) for each in (number, number + 1))
    times = tuple(meal_times)
    days = [
        _day(start.date() + timedelta(days=each), times, tz) for each in range((end.date() - start.date()).days + 1)
    ]
    slots = [slot for day in days for shown, slot in day if start <= shown < end]
    return [slot if slot.due_at >= anchor else replace(slot, due_at=anchor) for slot in slots]


def planned_on(day: date, meal_times: Sequence[time], tz: ZoneInfo) -> list[Slot]:
    """The meals of a day of the farm, in order."""
    return [slot for _, slot in _day(day, tuple(meal_times), tz)]


def split(total: int, parts: int) -> list[int]:
    """Parts of a total, as equal as whole numbers allow, by largest remainder: the first ones get one more.

    Their sum is the total.
    """
    least, left = divmod(total, parts)
    return [least + 1] * left + [least] * (parts - left)


def _shown(anchor: datetime, cycle: Cycle, number: int, tz: ZoneInfo) -> datetime:
    start = local(anchor, tz)
    if cycle in _DAYS:
        return start + timedelta(days=_DAYS[cycle] * number)
    return datetime.combine(add_months(start.date(), number), start.time())


@lru_cache(maxsize=4096)
def _day(day: date, meal_times: tuple[time, ...], tz: ZoneInfo) -> tuple[tuple[datetime, Slot], ...]:
    """The meals of a day, each with what clocks of the zone show then. Those of many animals are the same."""
    times = [datetime.combine(day, each) for each in sorted(meal_times)]
    return tuple((shown, Slot(moment(shown, tz), day)) for shown in times)


def _jump(early: datetime, late: datetime, tz: ZoneInfo) -> datetime:
    """The moment between two at which the offset of the zone changes, to the second."""
    before = early.astimezone(tz).utcoffset()
    while late - early > _SECOND:
        middle = early + (late - early) // _SECOND // 2 * _SECOND
        early, late = (middle, late) if middle.astimezone(tz).utcoffset() == before else (early, middle)
    return late


def _last_of_month(first: date) -> date:
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return following - timedelta(days=1)
