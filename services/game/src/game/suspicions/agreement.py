"""Judges who agree too well: their totals for the entries that both judged follow each other too closely.

Pearson's correlation of two judges, with exact fractions and without a root: r is at least t where the covariance is
positive and its square is at least t² times the product of both variances.
"""

from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

LEAST_ENTRIES = 8
"""Of fewer common entries nothing is said."""

TOO_WELL = Fraction(98, 100)
"""Judges who work alone rarely reach a correlation of 0.9."""

SAME = Fraction(8, 10)
"""So large a share of equal totals is too much, whatever the correlation."""

Totals = Mapping[int, Fraction]
"""A judge's totals by entry."""


class Agreement(NamedTuple):
    """Two judges, by number, who agree too well: on how many entries, and on how many with the same total."""

    first: int
    second: int
    entries: int
    same: int


def too_well(totals: Mapping[int, Totals]) -> list[Agreement]:
    """The pairs of judges who agree too well, by what each gave to each entry."""
    pairs = (_compared(a, b, totals[a], totals[b]) for a, b in combinations(sorted(totals), 2))
    return [pair for pair in pairs if pair is not None]


def _compared(a: int, b: int, of_a: Totals, of_b: Totals) -> Agreement | None:
    common = sorted(of_a.keys() & of_b.keys())
    if len(common) < LEAST_ENTRIES:
        return None
    xs, ys = [of_a[each] for each in common], [of_b[each] for each in common]
    same = sum(x == y for x, y in zip(xs, ys, strict=True))
    if same >= SAME * len(common) or correlates(xs, ys, TOO_WELL):
        return Agreement(a, b, len(common), same)
    return None


def correlates(xs: list[Fraction], ys: list[Fraction], least: Fraction) -> bool:
    """Whether the correlation is at least so large. It is not where one of both never varies."""
    mean_x, mean_y = sum(xs, Fraction()) / len(xs), sum(ys, Fraction()) / len(ys)
    dx, dy = [x - mean_x for x in xs], [y - mean_y for y in ys]
    both = sum((x * y for x, y in zip(dx, dy, strict=True)), Fraction())
    spread = sum((x * x for x in dx), Fraction()) * sum((y * y for y in dy), Fraction())
    return spread > 0 and both > 0 and both * both >= least * least * spread
