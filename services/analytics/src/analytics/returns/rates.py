"""How much money earned: simple and money-weighted returns. Pure rules.

The money-weighted return is the rate at which everything paid and got, each from its day on, comes to nothing (XIRR,
365 days a year). It is told only where there is one such rate; where there is none, the reason is told instead.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from math import ceil, exp, expm1, isfinite, log1p
from typing import Literal

from pyxirr import xirr

Absence = Literal[
    "nothing_moved",
    "nothing_invested",
    "no_sign_change",
    "one_day",
    "several_rates",
    "no_rate",
    "too_short",
]
"""Why there is no figure: `no_sign_change` where money was only paid, or only got; `too_short` below 30 days."""

SHORTEST = 30
"""Days below which no yearly rate is told: what one week brought would read as a promise for a year."""

_YEAR = 365
_PLACES = Decimal("0.000001")
_EXACT = 1e-6
"""How far from nothing the flows may come to at a rate, as a part of all that moved."""
_LARGEST = 20.0
"""The logarithm of the largest growth that is told: some 50 billion per cent."""
_TRIED = [-6.9 + 13.8 * step / 63 for step in range(64)]
"""Logarithms of growth, from a thousandth to a thousandfold a year, at which several rates would show."""


@dataclass(frozen=True)
class Rate:
    """A return as a fraction: 0.05 is 5 %. It is null where `absent` says why."""

    value: Decimal | None = None
    absent: Absence | None = None


@dataclass(frozen=True)
class MoneyWeighted:
    """A money-weighted return for a year, and for the `days` from the first flow to the last."""

    yearly: Rate
    whole: Rate
    days: int


def simple(result: int, invested: int) -> Rate:
    """What came out, as a part of what was put in, both in minor units."""
    if invested <= 0:
        return Rate(absent="nothing_invested")
    return Rate((Decimal(result) / Decimal(invested)).quantize(_PLACES))


def money_weighted(flows: Iterable[tuple[date, int]]) -> MoneyWeighted:
    """The return of dated flows in minor units: below zero money was put in."""
    moved = [(day, minor) for day, minor in flows if minor]
    days = _by_day(moved)
    span = (days[-1][0] - days[0][0]).days if days else 0
    absent = _absence(moved, days)
    if absent is not None:
        return MoneyWeighted(Rate(absent=absent), Rate(absent=absent), span)
    return _solved(days, span)


def _by_day(moved: Iterable[tuple[date, int]]) -> list[tuple[date, int]]:
    sums: dict[date, int] = {}
    for day, minor in moved:
        sums[day] = sums.get(day, 0) + minor
    return sorted((day, minor) for day, minor in sums.items() if minor)


def _absence(moved: Sequence[tuple[date, int]], days: Sequence[tuple[date, int]]) -> Absence | None:
    if not moved:
        return "nothing_moved"
    if not _changes([minor for _, minor in sorted(moved, key=lambda flow: flow[1])]):
        return "no_sign_change"
    if len({day for day, _ in moved}) == 1:
        return "one_day"
    if not _changes([minor for _, minor in days]):
        return "no_sign_change"
    return "several_rates" if _has_several(days) else None


def _solved(days: Sequence[tuple[date, int]], span: int) -> MoneyWeighted:
    growth = _growth(days, stretched=ceil(_YEAR / span))
    if growth is None:
        return MoneyWeighted(Rate(absent="no_rate"), Rate(absent="no_rate"), span)
    yearly = Rate(absent="too_short") if span < SHORTEST else _told(growth)
    return MoneyWeighted(yearly, _told(growth * span / _YEAR), span)


def _growth(days: Sequence[tuple[date, int]], *, stretched: int) -> float | None:
    """The logarithm of a year's growth, or None where the solver finds none that holds.

    The solver is given times that are stretched to a year or more: there the rate is a number that it can hold.
    """
    first, largest = days[0][0], max(abs(minor) for _, minor in days)
    flows = [(date(1970, 1, 1) + timedelta((day - first).days * stretched), minor / largest) for day, minor in days]
    rate = xirr(flows, silent=True)
    if rate is None or not isfinite(rate) or rate <= -1:
        return None
    growth = log1p(rate) * stretched
    moved = sum(abs(minor) for _, minor in days)
    return growth if abs(_present(days, growth)) <= _EXACT * moved else None


def _told(growth: float) -> Rate:
    if growth > _LARGEST:
        return Rate(absent="no_rate")
    return Rate(Decimal(repr(expm1(growth))).quantize(_PLACES))


def _has_several(days: Sequence[tuple[date, int]]) -> bool:
    """Whether more than one rate fits: never with one change of sign, else as far as the rates that are tried show."""
    if _changes([minor for _, minor in days]) == 1:
        return False
    return _changes([_present(days, growth) for growth in _TRIED]) > 1


def _present(days: Sequence[tuple[date, int]], growth: float) -> float:
    """What the flows come to on the first day; on the last where money shrinks, so that no term grows."""
    origin = days[0][0] if growth >= 0 else days[-1][0]
    return sum(minor * exp(-growth * (day - origin).days / _YEAR) for day, minor in days)


def _changes(values: Sequence[float]) -> int:
    signs = [value > 0 for value in values if value]
    return sum(before != after for before, after in pairwise(signs))
