"""How animals grow: what two weights tell about the time between and after them, in kilograms and days."""

from datetime import datetime, timedelta
from decimal import Decimal
from math import exp
from typing import NamedTuple

WINDOW = timedelta(days=90)
"""A gain is measured over this time before the latest weight, and used for this time after it."""

SHORTEST = timedelta(days=7)
"""Over less than this, what an animal has eaten and drunk weighs more than its growth."""

LEAST, MOST = Decimal("0.1"), Decimal(5000)

_AT_ONCE = 0.15
_UP, _DOWN = 0.06, 0.02
"""A full gut, wet wool and another scale account for 15 %. The youngest gain 6 % a day; a sick animal loses 2 %."""


class Weight(NamedTuple):
    """What an animal weighed, and when."""

    at: datetime
    kg: Decimal


class Growth(NamedTuple):
    """What an animal weighed last, and its gain in kg a day until then; None if there is too little to tell."""

    latest: Weight
    daily_gain: Decimal | None


def daily_gain(first: Weight, latest: Weight) -> Decimal | None:
    """Returns the gain between two weights in kilograms a day, to the gram, or None if they are too close in time."""
    if latest.at - first.at < SHORTEST:
        return None
    return ((latest.kg - first.kg) / _days(latest.at - first.at)).quantize(Decimal("0.001"))


def estimate(latest: Weight, gain: Decimal | None, *, now: datetime) -> Decimal | None:
    """Returns what the animal weighs now if it kept growing like this, or None without a gain or a recent weight."""
    if gain is None or now - latest.at > WINDOW:
        return None
    grown = latest.kg + gain * _days(max(now - latest.at, timedelta()))
    return min(max(grown, LEAST), MOST).quantize(Decimal("0.01"))


def possible(one: Weight, other: Weight) -> bool:
    """Whether an animal with one of these weights can have the other at its time."""
    first, then = sorted((one, other))
    days = float(_days(then.at - first.at))
    ratio = float(then.kg / first.kg)
    return exp(-_AT_ONCE - _DOWN * days) <= ratio <= exp(min(_AT_ONCE + _UP * days, 20))


def _days(span: timedelta) -> Decimal:
    return Decimal(str(span.total_seconds())) / 86_400
