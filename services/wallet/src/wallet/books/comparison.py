"""How the books of others compare with what was posted: amounts in minor units by reference, kind and currency."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple
from uuid import UUID

from amigok_contracts.books import BookItem


class Key(NamedTuple):
    """What an amount belongs to."""

    reference_id: UUID
    kind: str
    currency: str


def stated(items: Iterable[BookItem]) -> dict[Key, int]:
    """What should have been posted. A key that is stated twice is expected twice."""
    amounts: dict[Key, int] = {}
    for item in items:
        key = Key(item.reference_id, item.kind, item.amount.currency)
        amounts[key] = amounts.get(key, 0) + item.amount.minor
    return amounts


def differing(expected: Mapping[Key, int], found: Mapping[Key, int], *, without: Collection[UUID]) -> Iterator[Key]:
    """Where the two differ. What is under way, `without`, is left out."""
    for key in {*expected, *found}:
        if key.reference_id not in without and expected.get(key, 0) != found.get(key, 0):
            yield key
