"""Whether ranges held what they said: past forecasts against what was measured. Pure rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from math import sqrt
from typing import Literal

Outcome = Literal["held", "below", "above", "died", "unmeasured"]
"""What became of a forecast of a weight. `unmeasured`: nobody weighed the animal around that time."""

PATIENCE = timedelta(days=30)
"""How long after its time a forecast waits for a weighing that tells what it was worth."""

_PLACES = Decimal("0.0001")
_Z = 1.959964
"""Of the normal distribution, for an interval of 95 %."""


@dataclass(frozen=True)
class Calibration:
    """How often a range of 80 % held, of the forecasts of which it is known.

    `held_low` and `held_high` are within what chance alone explains (Wilson's interval, 95 %); all three are null where
    nothing was measured yet. `expected_deaths` is the sum of what was told, to be compared with `died`.
    """

    forecasts: int
    held: int
    below: int
    above: int
    died: int
    unmeasured: int
    expected_deaths: Decimal
    share: Decimal | None
    share_low: Decimal | None
    share_high: Decimal | None


def outcome(
    weighings: Sequence[tuple[datetime, Decimal]],
    *,
    due_at: datetime,
    low: Decimal,
    high: Decimal,
    died_at: datetime | None,
    now: datetime,
) -> tuple[Outcome, Decimal | None] | None:
    """What became of a forecast, with the weight at its time. None while a weighing may still tell.

    Between a weighing before and one after, each within 30 days, the weight is on the line between them; a weighing on
    the day itself needs no other.
    """
    if died_at is not None and died_at <= due_at:
        return "died", None
    weight = weight_at(weighings, due_at)
    if weight is not None:
        return ("below" if weight < low else "above" if weight > high else "held"), weight
    return ("unmeasured", None) if now > due_at + PATIENCE else None


def weight_at(weighings: Sequence[tuple[datetime, Decimal]], at: datetime) -> Decimal | None:
    """What an animal weighed at a time, from the weighings around it."""
    before = max((each for each in weighings if at - PATIENCE <= each[0] <= at), default=None)
    after = min((each for each in weighings if at <= each[0] <= at + PATIENCE), default=None)
    if before is None or after is None:
        near = before or after
        return near[1] if near is not None and abs(near[0] - at) <= timedelta(days=1) else None
    span = after[0] - before[0]
    part = Decimal((at - before[0]) / span) if span else Decimal(0)
    return (before[1] + (after[1] - before[1]) * part).quantize(Decimal("0.001"))


def calibration(counts: Mapping[str | None, int], expected_deaths: Decimal) -> Calibration:
    """How often the range held, from how many forecasts came to each outcome."""
    held, below, above = (counts.get(each, 0) for each in ("held", "below", "above"))
    share, low, high = _wilson(held, held + below + above)
    return Calibration(
        forecasts=sum(counts.values()),
        held=held,
        below=below,
        above=above,
        died=counts.get("died", 0),
        unmeasured=counts.get("unmeasured", 0),
        expected_deaths=expected_deaths,
        share=share,
        share_low=low,
        share_high=high,
    )


def _wilson(held: int, count: int) -> tuple[Decimal, Decimal, Decimal] | tuple[None, None, None]:
    """A share with Wilson's score interval (Wilson, JASA 22, 1927)."""
    if not count:
        return None, None, None
    share, z = held / count, _Z**2 / count
    middle = (share + z / 2) / (1 + z)
    half = _Z / (1 + z) * sqrt(share * (1 - share) / count + z / (4 * count))
    low, high = max(middle - half, 0), min(middle + half, 1)
    return _rounded(share), _rounded(low), _rounded(high)


def _rounded(share: float) -> Decimal:
    return Decimal(repr(share)).quantize(_PLACES)
