"""What an animal gained, by its measured weights."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from game.scoring.counting import days, rounded, until, within
from game.scoring.rules import WeightGain
from game.scoring.values import Entrant, Fact, Score, Window


@dataclass(frozen=True)
class Growth:
    """The first and the last weighing, and what lies between them: days, and kg and percent a day."""

    first: Fact
    last: Fact
    days: Fraction
    daily: Fraction
    percent: Fraction


def weighings(facts: Sequence[Fact], entrant: Entrant, window: Window) -> list[Fact]:
    """The weighings that count, in the order of time."""
    return within(facts, "weighing", begins=window.starts_at, ends=until(entrant, window))


def growth(measured: Sequence[Fact]) -> Growth | None:
    """What lies between the first and the last of these; None where there are not two of different times."""
    if not measured or measured[0].at == measured[-1].at:
        return None
    first, last = measured[0], measured[-1]
    span = days(last.at - first.at)
    daily = (_kg(last) - _kg(first)) / span
    return Growth(first, last, span, daily, daily * 100 / _kg(first))


def score(rules: WeightGain, entrant: Entrant, facts: Sequence[Fact], window: Window) -> Score:
    """The daily gain, if it was measured over enough days."""
    measured = weighings(facts, entrant, window)
    found = growth(measured)
    parts: dict[str, Any] = {"weighings": len(measured), "jumps": _jumps(measured, rules.jump_kg)}
    if found is None or found.days < rules.least_days:
        return Score(None, parts | {"why": "too_few_weights"})
    parts |= {"first": _shown(found.first), "last": _shown(found.last), "days": str(rounded(found.days))}
    return Score(rounded(found.daily if rules.measure == "kg_per_day" else found.percent), parts)


def _jumps(measured: Sequence[Fact], most: Decimal) -> list[dict[str, str]]:
    """The weighings before which the animal gained or lost more a day than is likely. They count all the same."""
    steps = [(later, growth([earlier, later])) for earlier, later in pairwise(measured)]
    return [
        {"weighing_id": str(later.source_id), "kg_per_day": str(rounded(step.daily))}
        for later, step in steps
        if step is not None and abs(step.daily) > Fraction(most)
    ]


def _shown(weighing: Fact) -> dict[str, str]:
    return {
        "weighing_id": str(weighing.source_id),
        "kg": str(weighing.number),
        "measured_at": weighing.at.isoformat(),
    }


def _kg(weighing: Fact) -> Fraction:
    """A weight. The farm has none of zero or less; a figure that has is taken for a gram."""
    return max(Fraction(weighing.number or 0), Fraction(1, 1000))
