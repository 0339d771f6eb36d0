"""What judges' marks come to: weighted by criterion, then a trimmed mean over the judges.

A judge's total for an entry is the mean of their marks (0 to 100), weighted as the rules say. Of the totals of an entry
the highest and the lowest are left out, as many of each as the rules say, and the mean of the others is its score.
All is computed with exact fractions and rounded once, at the end, half up, so that every machine gets the same digits.
"""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from statistics import median

BEST = 100
"""Marks are whole numbers from 0 to this."""

PLACES = Decimal("0.0001")
"""How totals and scores are rounded."""

FAR = Fraction(10)
"""A total is no outlier that lies within so many points of the median."""

SPREADS = 3
"""An outlier lies further from the median than so many times the median distance."""

Marks = Mapping[str, int]
"""A judge's marks for one entry, by criterion."""


def total(marks: Marks, weights: Mapping[str, Decimal]) -> Fraction:
    """A judge's weighted mean for one entry. Raises KeyError where a criterion has no mark."""
    whole = sum(map(Fraction, weights.values()))
    return sum((Fraction(weight) * marks[name] for name, weight in weights.items()), Fraction()) / whole


def trimmed_mean(totals: Sequence[Fraction], trim: Decimal) -> Fraction:
    """The mean without the lowest and the highest: of each the share `trim`, rounded down, but never all.

    Raises ValueError where there are no totals.
    """
    if not totals:
        raise ValueError("there is nothing to take the mean of")
    out = min(int(len(totals) * Fraction(trim)), (len(totals) - 1) // 2)
    kept = sorted(totals)[out : len(totals) - out]
    return sum(kept, Fraction()) / len(kept)


def outliers(totals: Mapping[int, Fraction]) -> list[int]:
    """The judges, by number, whose total lies far from what the others say of the same entry."""
    if len(totals) < 3:
        return []
    middle = median(totals.values())
    distances = {judge: abs(each - middle) for judge, each in totals.items()}
    limit = max(FAR, SPREADS * median(distances.values()))
    return sorted(judge for judge, distance in distances.items() if distance > limit)


def rounded(number: Fraction, places: Decimal = PLACES) -> Decimal:
    """The number with so many places, half up."""
    steps = number / Fraction(places)
    whole = (2 * steps.numerator + steps.denominator) // (2 * steps.denominator)
    return (Decimal(whole) * places).quantize(places, rounding=ROUND_HALF_UP)
