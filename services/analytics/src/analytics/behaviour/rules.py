"""From counts to shares. Pure rules: of fewer than five people nothing is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

FEWEST = 5

STEPS: tuple[str, ...] = ("registered", "verified", "deposited", "ordered", "bought", "bought_again")
"""The way from an account to a second animal. Whoever has taken a step has taken those before it, too."""


@dataclass(frozen=True)
class Step:
    """How many people came so far: of those who registered, and of those who took the step before."""

    name: str
    people: int | None
    of_all: Decimal | None
    of_previous: Decimal | None


def counted(people: int) -> int | None:
    """A number of people, or None where they are too few: nobody is recognised by what the others did."""
    return people if people == 0 or people >= FEWEST else None


def share(part: int, whole: int) -> Decimal | None:
    """A share of people, or None where either is too small to be told."""
    if not whole or counted(part) is None or counted(whole) is None:
        return None
    return (Decimal(part) / Decimal(whole)).quantize(Decimal("0.0001"))


def funnel(reached: Mapping[str, int]) -> list[Step]:
    """The steps from the number of people whose furthest step each is."""
    counts = [sum(reached.get(name, 0) for name in STEPS[place:]) for place in range(len(STEPS))]
    return [
        Step(name, counted(people), share(people, counts[0]), share(people, before))
        for name, people, before in zip(STEPS, counts, [counts[0], *counts], strict=False)
    ]


def retention(active: Sequence[int], people: int) -> list[Decimal | None]:
    """Of the people of a month, the share that was there again in each month from it on."""
    return [share(each, people) for each in active]
