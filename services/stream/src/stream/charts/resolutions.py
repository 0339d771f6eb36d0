"""How fine a chart is, so that it has some hundred points however long its time is. Pure rules."""

from datetime import timedelta
from typing import Literal

Resolution = Literal["raw", "hour", "day"]
Wanted = Literal["auto", "raw", "hour", "day"]

LONGEST: dict[Resolution, timedelta] = {
    "raw": timedelta(days=7),
    "hour": timedelta(days=93),
    "day": timedelta(days=3660),
}
"""The longest time of a chart by its resolution: 2,232 hours, or ten years of days."""

MOST_READINGS = 2000
"""Points of a raw chart. Where there are more, it says from when on to ask again."""


def finest(span: timedelta) -> Resolution:
    """What `auto` means: readings of up to six hours, hours of up to a month, else days."""
    if span <= timedelta(hours=6):
        return "raw"
    return "hour" if span <= timedelta(days=31) else "day"
