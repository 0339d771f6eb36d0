"""Days of players, in the time zones that they have chosen.

A day begins when clocks there show its date for the first time: where a jump skips midnight, at the jump. Days of one
player follow each other: none begins before the one before has ended, and none comes twice. So whoever changes the time
zone wins no day: westwards the next one comes later, and eastwards it is shorter.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

SHORTEST = timedelta(hours=12)
"""What is left of a day after a change of the time zone has tasks only if it is as long as this."""

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Day:
    """A day of a player: its date, and from when to when it lasts, in UTC."""

    local_day: date
    starts_at: datetime
    ends_at: datetime

    @property
    def length(self) -> timedelta:
        return self.ends_at - self.starts_at


@lru_cache(1)
def zones() -> frozenset[str]:
    """The names of time zones that a player may choose."""
    return frozenset(name for name in available_timezones() if not name.startswith(("posix", "right", "localtime")))


@lru_cache(100_000)
def midnight(day: date, zone: str) -> datetime:
    """When clocks of a zone show a date for the first time, in UTC; if they skip all of it, when they jump."""
    shown = datetime.combine(day, time(), ZoneInfo(zone))
    early, late = (shown.replace(fold=fold).astimezone(UTC) for fold in (1, 0))
    return _jump(day, early, late, zone) if early < late else late


@lru_cache(10_000)
def day_at(at: datetime, zone: str) -> Day:
    """The day that it is in a zone at a moment."""
    day = at.astimezone(ZoneInfo(zone)).date()
    return Day(day, midnight(day, zone), midnight(day + timedelta(days=1), zone))


def first(at: datetime, zone: str) -> Day:
    """The day on which somebody begins to play: what is left of it."""
    today = day_at(at, zone)
    return Day(today.local_day, at, today.ends_at)


def following(last: Day, at: datetime, zone: str) -> Day | None:
    """The day that follows the last one of a player, if it has begun at `at`. Days that are over are left out.

    None: `wait` says until when. What is left of a day after the time zone has changed may be too short for tasks.
    """
    today = day_at(at, zone)
    day = Day(today.local_day, max(today.starts_at, last.ends_at), today.ends_at)
    is_short = day.starts_at > today.starts_at and day.length < SHORTEST
    return None if today.local_day <= last.local_day or is_short else day


def wait(last: Day, at: datetime, zone: str) -> datetime:
    """When the next day of a player begins at the earliest, if none follows at `at`."""
    today = day_at(at, zone)
    return today.ends_at if today.local_day > last.local_day else midnight(last.local_day + timedelta(days=1), zone)


def _jump(day: date, early: datetime, late: datetime, zone: str) -> datetime:
    """The first second between two moments at which clocks show the date."""
    tz = ZoneInfo(zone)
    while late - early > _SECOND:
        middle = early + (late - early) // 2
        middle = middle.replace(microsecond=0)
        if middle.astimezone(tz).date() >= day:
            late = middle
        else:
            early = middle
    return late
