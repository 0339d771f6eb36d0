"""What judges' marks come to: weighted by criterion, then a trimmed mean over the judges.

A judge's total for an entry is the mean of their marks (0 to 100), weighted as the rules say. Of the totals of an entry
the highest and the lowest are left out, as many of each as the rules say, and the mean of the others is its score.
All is computed with exact fractions and rounded once, at the end, so that every machine gets the same digits.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from statistics import median

BEST = 100
"""Marks are whole numbers from 0 to this."""

FAR = Fraction(10)
"""A total is no outlier that lies within so many points of the median."""

SPREADS = 3
"""An outlier lies further from the median than so many times the median distance."""

Marks = Mapping[str, int]
"""A judge's marks for one entry, by criterion."""


def total(marks: Marks, weights: Mapping[str, int]) -> Fraction:
    """A judge's weighted mean for one entry. Raises KeyError where a criterion has no mark."""
    return Fraction(sum(weight * marks[name] for name, weight in weights.items()), sum(weights.values()))


def trimmed_mean(totals: Sequence[Fraction], trim: int) -> Fraction:
    """The mean without the `trim` lowest and highest, of which there are fewer than half. Raises ValueError."""
    if len(totals) <= 2 * trim:
        raise ValueError("no totals would be left")
    kept = sorted(totals)[trim : len(totals) - trim]
    return sum(kept, Fraction()) / len(kept)


def outliers(totals: Mapping[int, Fraction]) -> list[int]:
    """The judges, by number, whose total lies far from what the others say of the same entry."""
    if len(totals) < 3:
        return []
    middle = median(totals.values())
    distances = {judge: abs(each - middle) for judge, each in totals.items()}
    limit = max(FAR, SPREADS * median(distances.values()))
    return sorted(judge for judge, distance in distances.items() if distance > limit)
