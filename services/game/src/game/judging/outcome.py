"""What the revealed sheets of all judges come to. Pure: `amigok contest verify` computes the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from game.judging.commitments import Sheet
from game.judging.marks import outliers, total, trimmed_mean
from game.judging.order import positions
from game.scoring.counting import rounded
from game.scoring.rules import Beauty
from game.scoring.values import Score


@dataclass(frozen=True)
class Revealed:
    """A judge, by number, with their seed and marks. Those in `set_aside`, by position, do not count."""

    judge: int
    seed: str
    marks: Sheet
    set_aside: frozenset[int] = frozenset()


def totals(rules: Beauty, sheets: Iterable[Revealed], numbers: Sequence[int]) -> dict[int, dict[int, Fraction]]:
    """What each judge gives to each entry: by the entry's blind number, then by the judge's."""
    weights = {criterion.name: criterion.weight for criterion in rules.criteria}
    found: dict[int, dict[int, Fraction]] = defaultdict(dict)
    for sheet in sheets:
        order = positions(sheet.seed, numbers)
        for position in sheet.marks.keys() - sheet.set_aside:
            found[order[position]][sheet.judge] = total(sheet.marks[position], weights)
    return found


def score(rules: Beauty, told: Mapping[int, Fraction]) -> Score:
    """The score of one entry by its judges' totals; no value where there are fewer than the rules ask for."""
    parts: dict[str, Any] = {
        "totals": {str(judge): str(rounded(told[judge])) for judge in sorted(told)},
        "outliers": outliers(told),
    }
    if len(told) < rules.least_judges:
        return Score(None, parts)
    return Score(rounded(trimmed_mean(list(told.values()), rules.trim)), parts)
