"""The blind order: each judge sees the entries under numbers and in an order of their own.

Two judges who want to favour an animal cannot name it to each other by its number. The order follows from the judge's
seed, which is published with the result, so that everybody can tell afterwards which entry a mark was for.
"""

from collections.abc import Iterable
from hashlib import sha256


def positions(seed: str, numbers: Iterable[int]) -> dict[int, int]:
    """Which entry, by its blind number, a judge sees at each position from 1 on."""
    ordered = sorted(numbers, key=lambda number: sha256(f"{seed}:{number}".encode()).digest())
    return dict(enumerate(ordered, 1))
