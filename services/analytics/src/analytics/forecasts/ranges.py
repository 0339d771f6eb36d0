"""From what became of animals like it to a range for one animal. Pure rules, and nothing in them is drawn at random.

Each animal of the past is one case: what it gained, cost, and whether it died, over a time as long as is asked for. The
range of 80 % lies between order statistics of the cases, chosen so that a further case of the same kind falls within it
at least four times in five (Vovk, Gammerman, Shafer, "Algorithmic Learning in a Random World", 2005, on conformal
prediction). A single figure is nowhere: the middle comes with its range, or not at all.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from math import ceil, floor
from typing import Generic, TypeVar
from uuid import UUID

N = TypeVar("N", int, Decimal)
Weighing = tuple[datetime, Decimal]

FEWEST = 30
"""Cases below which nothing is forecast."""

FEWEST_MEASURED = 9
"""With fewer values, no two of them have four fifths of what comes between them."""

_DAY = timedelta(days=1)
_GRAM = Decimal("0.001")


@dataclass(frozen=True)
class Past:
    """What is known of one animal: what it weighed when, what its owners paid, above zero, and when it died.

    `owned` tells since when it belonged to somebody, or to the platform (False), which pays for nothing.
    """

    livestock_id: UUID
    weighings: Sequence[Weighing]
    costs: Sequence[tuple[datetime, int]] = ()
    died_at: datetime | None = None
    owned: Sequence[tuple[datetime, bool]] = ()

    def had_owner(self, at: datetime) -> bool:
        """Whether somebody owned it, so that what it cost is known."""
        return max((each for each in self.owned if each[0] <= at), default=(at, False))[1]

    def cost(self, since: datetime, until: datetime) -> int:
        """What its owners paid for it from a moment on, and before another."""
        return sum(minor for at, minor in self.costs if since <= at < until)


@dataclass(frozen=True)
class Case:
    """What became of an animal over the time asked for. `gain_kg` is null where it died."""

    gain_kg: Decimal | None
    cost: int


@dataclass(frozen=True)
class Range(Generic[N]):
    """One in ten is below `low`, one in ten above `high`, as far as the cases can tell."""

    low: N
    middle: N
    high: N


@dataclass(frozen=True)
class Start:
    """What the animal is like now: its weight, minor units a kg, and the part of a price that a sale costs."""

    weight_kg: Decimal
    price_per_kg: Decimal
    fee: Decimal


@dataclass(frozen=True)
class Forecast:
    """What may become of an animal. Weight is that of animals that live; value, costs and result count deaths, too.

    `result` is the value less what it is worth now, the costs, and the fee of a sale then. Amounts are in minor units.
    """

    cases: int
    died: int
    weight_kg: Range[Decimal]
    value: Range[int]
    costs: Range[int]
    result: Range[int]


class TooFew(ValueError):
    """There are too few cases; `args` are how many are needed and how many were found."""


def case(past: Past, *, weight_kg: Decimal, horizon: timedelta, now: datetime) -> Case | None:
    """The case of one animal: from the weighing at which it was most like the one asked about. None where none fits.

    The next weight counts if it was measured within a quarter of the time around its end, and is scaled to it. So each
    animal counts once, however often it was weighed. Nothing counts of a time in which the platform owned it: what it
    cost then is not known.
    """
    weighings = sorted(past.weighings)
    alike = sorted(weighings, key=lambda each: (abs(each[1] - weight_kg), each[1]))
    found = (_case(past, weighings, at, kg, horizon, now) for at, kg in alike)
    return next((each for each in found if each is not None), None)


def _case(
    past: Past, weighings: Sequence[Weighing], at: datetime, kg: Decimal, horizon: timedelta, now: datetime
) -> Case | None:
    end = at + horizon
    if end > now or (past.died_at is not None and past.died_at <= at) or not past.had_owner(at):
        return None
    if past.died_at is not None and past.died_at < end:
        return Case(None, past.cost(at, end))
    then, weight = _nearest(weighings, end)
    if abs(then - end) > horizon / 4:
        return None
    gain = (weight - kg) * Decimal(horizon / (then - at))
    return Case(gain.quantize(_GRAM), past.cost(at, end))


def _nearest(weighings: Sequence[Weighing], to: datetime) -> Weighing:
    """The weighing nearest to a moment, the earlier of two; of several at one time the lightest."""
    place = bisect_left(weighings, (to,))
    after = weighings[place : place + 1]
    before = weighings[bisect_left(weighings, (weighings[place - 1][0],)) :][:1] if place else []
    return min([*before, *after], key=lambda each: abs(each[0] - to))


def forecast(cases: Iterable[Case], start: Start, *, fewest: int = FEWEST) -> Forecast:
    """The ranges for an animal that is like those of the cases now. Raises TooFew."""
    known = list(cases)
    gains = [each.gain_kg for each in known if each.gain_kg is not None]
    if len(known) < fewest or len(gains) < FEWEST_MEASURED:
        raise TooFew(max(fewest, FEWEST_MEASURED), len(known))
    values = [_value(each, start) for each in known]
    now = _worth(start.weight_kg, start)
    results = [round(value * (1 - start.fee)) - now - each.cost for value, each in zip(values, known, strict=True)]
    return Forecast(
        cases=len(known),
        died=len(known) - len(gains),
        weight_kg=between([_grown(start, gain) for gain in gains]),
        value=between(values),
        costs=between([each.cost for each in known]),
        result=between(results),
    )


def between(values: Iterable[N]) -> Range[N]:
    """The range of 80 % for a further value like these. Raises TooFew."""
    ordered = sorted(values)
    count = len(ordered)
    if count < FEWEST_MEASURED:
        raise TooFew(FEWEST_MEASURED, count)
    low, high = floor((count + 1) / 10), ceil((count + 1) * 9 / 10)
    return Range(ordered[low - 1], ordered[(count - 1) // 2], ordered[min(high, count) - 1])


def _grown(start: Start, gain: Decimal) -> Decimal:
    return max(start.weight_kg + gain, Decimal(0)).quantize(_GRAM)


def _value(each: Case, start: Start) -> int:
    return 0 if each.gain_kg is None else _worth(_grown(start, each.gain_kg), start)


def _worth(weight_kg: Decimal, start: Start) -> int:
    return round(weight_kg * start.price_per_kg)
