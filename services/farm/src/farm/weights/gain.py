"""How animals grow: what two weights say about the days between and after them. Kilograms and days throughout."""

from datetime import datetime, timedelta
from decimal import Decimal
from math import exp
from typing import NamedTuple

WINDOW = timedelta(days=90)
"""A gain is that of the last so many days before the latest weighing, and tells no more than so many ahead."""

SHORTEST = timedelta(days=7)
"""What an animal has eaten and drunk weighs more than what it grows in less."""

LEAST, MOST = Decimal("0.1"), Decimal(5000)

_AT_ONCE = 0.15
_UP, _DOWN = 0.06, 0.02
"""A full gut, wet wool and another scale make up 15 %. The youngest gain 6 % a day; a sick animal loses 2 %."""


class Weight(NamedTuple):
    """What an animal weighed, and when."""

    at: datetime
    kg: Decimal


def daily_gain(first: Weight, latest: Weight) -> Decimal | None:
    """Kilograms a day, to the gram, between two weights; none when they are too close to tell."""
    if latest.at - first.at < SHORTEST:
        return None
    return ((latest.kg - first.kg) / _days(latest.at - first.at)).quantize(Decimal("0.001"))


def estimate(latest: Weight, gain: Decimal | None, *, now: datetime) -> Decimal | None:
    """What the animal weighs now if it went on like this; none without a gain, or when that is too long ago."""
    if gain is None or now - latest.at > WINDOW:
        return None
    grown = latest.kg + gain * _days(max(now - latest.at, timedelta()))
    return min(max(grown, LEAST), MOST).quantize(Decimal("0.01"))


def possible(one: Weight, other: Weight) -> bool:
    """Whether an animal of the one weight can have the other at that time."""
    first, then = sorted((one, other))
    days = float(_days(then.at - first.at))
    ratio = float(then.kg / first.kg)
    return exp(-_AT_ONCE - _DOWN * days) <= ratio <= exp(min(_AT_ONCE + _UP * days, 20))


def _days(span: timedelta) -> Decimal:
    return Decimal(str(span.total_seconds())) / 86_400
