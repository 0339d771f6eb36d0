"""Which amounts may be named. Pure rules, in minor units of the listing's currency."""

from typing import NamedTuple


class Range(NamedTuple):
    """The lowest and the highest amount; none is possible where they cross."""

    lowest: int
    highest: int

    def __contains__(self, amount: object) -> bool:
        return isinstance(amount, int) and self.lowest <= amount <= self.highest


def floor(asked: int, *, percent: int) -> int:
    """The lowest amount for what is asked, rounded up: 50 per cent of 101 is 51."""
    return max(-(-asked * percent // 100), 1)


def first(asked: int, lowest: int) -> Range:
    """What a buyer may offer: less than what is asked."""
    return Range(lowest, asked - 1)


def of_seller(asked: int, offered: int) -> Range:
    """What a seller may answer: more than was offered, at most what they asked for at first."""
    return Range(offered + 1, asked)


def of_buyer(lowest: int, countered: int) -> Range:
    """What a buyer may answer: less than the seller wants."""
    return Range(lowest, countered - 1)
