"""The language of conditions: what somebody must have done to get an achievement or to meet a challenge.

A condition is data, checked when it is written: `{"type": "count", "of": ["feed"], "at_least": 50, "within_days": 7}`.
It is a pure function of facts that only grow, so neither the order of events nor their repetition makes a difference.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field

from amigok_chassis.schemas import In

Kind = Literal["feed", "health_check", "clean", "exercise", "vaccination", "perfect_day", "kept_day", "challenge"]
EXTRA = ("perfect_day", "kept_day", "challenge")
"""What can be counted besides tasks: days whose tasks were all done, days of the streak, challenges that were met."""


def _distinct(kinds: tuple[Kind, ...]) -> tuple[Kind, ...]:
    if len(set(kinds)) < len(kinds):
        raise ValueError("each kind is named once")
    return kinds


Kinds = Annotated[tuple[Kind, ...], Field(min_length=1, max_length=8), AfterValidator(_distinct)]
AtLeast = Annotated[int, Field(strict=True, ge=1, le=1_000_000)]


class CountCondition(In):
    """So many times one of these was done; `within_days`: in some time of so many days in a row."""

    type: Literal["count"]
    of: Kinds
    at_least: AtLeast
    within_days: int | None = Field(None, strict=True, ge=1, le=366)


class DaysCondition(In):
    """On so many days one of these was done."""

    type: Literal["days"]
    of: Kinds
    at_least: AtLeast


class AnimalsCondition(In):
    """For so many different animals one of these tasks was done."""

    type: Literal["animals"]
    of: Kinds
    at_least: AtLeast


class StreakCondition(In):
    """The longest streak so far has so many days."""

    type: Literal["streak"]
    at_least: AtLeast


class LevelCondition(In):
    """This level is reached."""

    type: Literal["level"]
    at_least: AtLeast


OfDays: TypeAlias = Annotated[CountCondition | DaysCondition | AnimalsCondition, Field(discriminator="type")]
"""Conditions that can be asked of a part of the days."""
_Simple: TypeAlias = CountCondition | DaysCondition | AnimalsCondition | StreakCondition | LevelCondition
Simple: TypeAlias = Annotated[_Simple, Field(discriminator="type")]


class AllCondition(In):
    """All of these."""

    type: Literal["all"]
    of: tuple[Simple, ...] = Field(min_length=1, max_length=5)


class AnyCondition(In):
    """One of these, whichever."""

    type: Literal["any"]
    of: tuple[Simple, ...] = Field(min_length=1, max_length=5)


Condition: TypeAlias = Annotated[_Simple | AllCondition | AnyCondition, Field(discriminator="type")]


@dataclass(frozen=True)
class Facts:
    """What conditions can ask for: deeds by kind and day, animals by kinds of tasks, the longest streak, the level."""

    days: Mapping[str, Mapping[date, int]] = field(default_factory=dict)
    animals: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    longest_streak: int = 0
    level: int = 1


@dataclass(frozen=True)
class Progress:
    """How much of what is needed somebody has."""

    have: int
    need: int

    @property
    def met(self) -> bool:
        return self.have >= self.need


def progress(condition: Condition, facts: Facts) -> Progress:
    """How far somebody has come."""
    if isinstance(condition, AllCondition):
        met = [progress(each, facts).met for each in condition.of]
        return Progress(sum(met), len(met))
    if isinstance(condition, AnyCondition):
        return max((progress(each, facts) for each in condition.of), key=lambda each: each.have / each.need)
    return Progress(min(_have(condition, facts), condition.at_least), condition.at_least)


def animals_asked(condition: Condition) -> Iterator[tuple[str, ...]]:
    """The kinds of tasks whose different animals a condition asks for."""
    for each in condition.of if isinstance(condition, AllCondition | AnyCondition) else [condition]:
        if isinstance(each, AnimalsCondition):
            yield each.of


def _have(
    condition: CountCondition | DaysCondition | AnimalsCondition | StreakCondition | LevelCondition, facts: Facts
) -> int:
    match condition:
        case CountCondition():
            return _most(_by_day(condition.of, facts), condition.within_days)
        case DaysCondition():
            return len(_by_day(condition.of, facts))
        case AnimalsCondition():
            return facts.animals.get(condition.of, 0)
        case StreakCondition():
            return facts.longest_streak
        case LevelCondition():
            return facts.level


def _by_day(kinds: tuple[str, ...], facts: Facts) -> dict[date, int]:
    """How often any of these was done on each day."""
    found: dict[date, int] = {}
    for kind in kinds:
        for day, count in facts.days.get(kind, {}).items():
            found[day] = found.get(day, 0) + count
    return found


def _most(by_day: Mapping[date, int], within_days: int | None) -> int:
    """The most in any time of so many days in a row; without it, all."""
    if within_days is None:
        return sum(by_day.values())
    most = held = 0
    ordered = sorted(by_day)
    oldest = 0
    for day in ordered:
        held += by_day[day]
        while ordered[oldest] <= day - timedelta(days=within_days):
            held -= by_day[ordered[oldest]]
            oldest += 1
        most = max(most, held)
    return most
