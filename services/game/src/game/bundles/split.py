"""Who gets which prize: the table of the rules, and what becomes of it when entries share a rank.

`split`: those who share a rank take the prizes of all the ranks that they fill, and part the money evenly in minor
units; what cannot be parted goes to those with the lowest blind numbers, a unit each (largest remainder). A prize that
is no money goes to each of them, of the best rank only. `each`: each gets the whole prize of the rank.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Ties = Literal["split", "each"]


@dataclass(frozen=True)
class Prize:
    """A line of the table: everybody from rank `first` to `last` gets it. `minor` units of `currency` are cash."""

    item: int
    first: int
    last: int
    kind: str
    minor: int = 0
    currency: str = ""

    def is_for(self, rank: int) -> bool:
        return self.first <= rank <= self.last


@dataclass(frozen=True, order=True)
class Won:
    """What one entry, by its blind number, won at a rank by a line of the table."""

    rank: int
    entry: int
    item: int
    minor: int = 0
    currency: str = ""


def awards(table: Sequence[Prize], ranks: Mapping[int, int], ties: Ties) -> list[Won]:
    """What each entry won, by `ranks` (blind number to rank), the best first."""
    found = [won for rank, entries in _by_rank(ranks) for won in _of_rank(table, rank, entries, ties)]
    return sorted(won for won in found if won.minor or not won.currency)


def parts(minor: int, among: int) -> list[int]:
    """An amount in so many parts that differ by a unit at most, the larger first."""
    each, left = divmod(minor, among)
    return [each + (number < left) for number in range(among)]


def _by_rank(ranks: Mapping[int, int]) -> Iterable[tuple[int, list[int]]]:
    found = defaultdict(list)
    for entry, rank in sorted(ranks.items()):
        found[rank].append(entry)
    return sorted(found.items())


def _of_rank(table: Sequence[Prize], rank: int, entries: list[int], ties: Ties) -> Iterable[Won]:
    for prize in table:
        if prize.currency:
            for entry, minor in zip(entries, _cash(prize, rank, len(entries), ties), strict=True):
                yield Won(rank, entry, prize.item, minor, prize.currency)
        elif prize.is_for(rank):
            yield from (Won(rank, entry, prize.item) for entry in entries)


def _cash(prize: Prize, rank: int, among: int, ties: Ties) -> list[int]:
    """What each of those who share a rank gets of one line of the table, in minor units."""
    if ties == "each":
        return [prize.minor * prize.is_for(rank)] * among
    filled = max(min(prize.last, rank + among - 1) - max(prize.first, rank) + 1, 0)
    return parts(prize.minor * filled, among)
