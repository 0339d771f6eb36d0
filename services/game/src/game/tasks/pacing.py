"""How fast somebody may do tasks by hand: a pure function of when they did the last ones."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

PAUSE = timedelta(seconds=2)
"""So long a task takes at least."""

A_MINUTE = 20
"""So many tasks are done in a minute at most."""

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Pace:
    """When somebody did their last task by hand, and how many in the minute that began at `minute`."""

    last_at: datetime | None = None
    minute: datetime | None = None
    count: int = 0


def wait(pace: Pace, now: datetime) -> int:
    """After how many seconds the next task may be done; 0: now."""
    until = [pace.last_at + PAUSE] if pace.last_at else []
    if pace.minute and pace.count >= A_MINUTE:
        until.append(pace.minute + _MINUTE)
    return max((ceil((each - now).total_seconds()) for each in until if each > now), default=0)


def after(pace: Pace, now: datetime) -> Pace:
    """The pace after a task was done."""
    is_same = pace.minute is not None and pace.minute <= now < pace.minute + _MINUTE
    return Pace(now, pace.minute if is_same else now, pace.count + 1 if is_same else 1)
