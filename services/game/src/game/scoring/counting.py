"""Which facts count for an entry, and in which order. The order in which they arrived makes no difference."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from game.scoring.values import Entrant, Fact, Window

_DAY = timedelta(days=1)
_MICROSECOND = timedelta(microseconds=1)
DECIMALS = 6
"""The decimals of a score."""


def standing(facts: Iterable[Fact]) -> list[Fact]:
    """Each fact once, in the order of time, without those that others correct."""
    known = {(fact.kind, fact.source_id): fact for fact in facts}
    replaced = {(fact.kind, fact.replaces_id) for fact in known.values()}
    left = [fact for key, fact in known.items() if key not in replaced]
    return sorted(left, key=lambda fact: (fact.at, fact.source_id, fact.kind))


def until(entrant: Entrant, window: Window) -> datetime:
    """From when on nothing counts for an entry."""
    return min(window.ends_at, entrant.lost_at or window.ends_at)


def within(facts: Iterable[Fact], *kinds: str, begins: datetime, ends: datetime) -> list[Fact]:
    """The facts of these kinds from one moment to before another."""
    return [fact for fact in facts if fact.kind in kinds and begins <= fact.at < ends]


def about(facts: Iterable[Fact]) -> set[UUID]:
    """What these facts are about, each thing once."""
    return {fact.about_id for fact in facts if fact.about_id is not None}


def days(span: timedelta) -> Fraction:
    """A time in days, exactly."""
    return Fraction(span // _MICROSECOND, _DAY // _MICROSECOND)


def rounded(value: Fraction) -> Decimal:
    """A value to six decimals; what lies in the middle goes to the even digit."""
    return Decimal(round(value * 10**DECIMALS)).scaleb(-DECIMALS)


def ids(facts: Sequence[Fact]) -> list[str]:
    """The sources of facts, to be shown."""
    return [str(fact.source_id) for fact in facts]
