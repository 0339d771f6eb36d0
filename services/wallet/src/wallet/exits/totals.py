"""What has left within a day, counted by the hour: each of a user's accounts carries its own counts, newest first.

25 of them, for the hour of now is not over: what counts is what left within the last 24 to 25 hours.
"""

from collections.abc import Sequence
from datetime import datetime
from math import floor

HOURS = 25


def hour(at: datetime) -> int:
    """The number of an hour, since 1970."""
    return floor(at.timestamp()) // 3600


def shifted(counts: Sequence[int], of: int, now: int) -> list[int]:
    """Counts whose first was of the hour `of`, as of the hour `now`; those that are too old are left out."""
    passed = max(now - of, 0)
    return [] if passed >= HOURS else [*[0] * passed, *counts][:HOURS]


def added(counts: Sequence[int], of: int, now: int, amount: int) -> list[int]:
    """Returns the counts at `now`, with this amount added."""
    first, *rest = shifted(counts, of, now) or [0]
    return [first + amount, *rest]


def taken_back(counts: Sequence[int], of: int, left_in: int, amount: int) -> list[int]:
    """The counts without an amount that left in that hour, where it is still counted."""
    place = of - left_in
    if not 0 <= place < len(counts):
        return list(counts)
    return [max(count - amount, 0) if at == place else count for at, count in enumerate(counts)]
