"""How the books of a service compare with the facts: with the ledger's transfers, and with the lines of figures.

Pure rules. Amounts are in minor units by reference, kind and currency. What is under way is left out.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Literal, NamedTuple
from uuid import UUID

from amigok_contracts.books import BookItem

ANSWERS: Mapping[str, str] = {
    "captured": "capture",
    "charged": "charge",
    "rewarded": "reward",
    "deposited": "deposit",
    "withdrawn": "withdrawal",
    "withdrawn_after_all": "withdrawal",
}
"""What the ledger's answers are called in books. Other kinds of items are not compared."""

COMPARED: frozenset[str] = frozenset(ANSWERS.values())

IN_LINES: frozenset[str] = frozenset({"capture", "charge", "reward"})
"""The kinds of items that are lines of figures, too."""

Place = Literal["transfers", "lines"]


class Key(NamedTuple):
    """What an amount belongs to."""

    reference_id: UUID
    kind: str
    currency: str


class Difference(NamedTuple):
    """Where books and facts differ: the `place` in which they were looked for."""

    place: Place
    key: Key
    expected: int
    found: int


def stated(items: Iterable[BookItem]) -> dict[Key, int]:
    """What the books say, as far as it is compared."""
    return added((Key(each.reference_id, each.kind, each.amount.currency), each.amount.minor) for each in items)


def added(amounts: Iterable[tuple[Key, int]]) -> dict[Key, int]:
    """Sums by key of the kinds that are compared."""
    sums: dict[Key, int] = {}
    for key, minor in amounts:
        if key.kind in COMPARED:
            sums[key] = sums.get(key, 0) + minor
    return sums


def differences(
    expected: Mapping[Key, int],
    transfers: Mapping[Key, int],
    lines: Mapping[tuple[UUID, str], int],
    *,
    requests: Mapping[UUID, UUID],
    under_way: Collection[UUID],
    beside: Mapping[tuple[UUID, str], int] = {},
) -> list[Difference]:
    """Where books differ from transfers, in both directions, and from lines, in their order.

    `lines` are what owners gained by reference and currency; `requests` lead from the reference of a payment to that of
    its lines. What was paid `beside` for them, in other windows, is in their lines, too; under no currency where a
    payment is still to be booked: until then lines and payments cannot agree.
    """
    at_rest = {key: minor for key, minor in expected.items() if key.reference_id not in under_way}
    booked = {key: minor for key, minor in transfers.items() if key.reference_id not in under_way}
    found = [
        Difference("transfers", key, at_rest.get(key, 0), booked.get(key, 0)) for key in sorted({*at_rest, *booked})
    ]
    gained = added((_of_lines(key, requests), _gained(key, minor)) for key, minor in at_rest.items())
    found += [
        Difference("lines", key, minor - beside.get(_line(key), 0), lines.get(_line(key), 0))
        for key, minor in sorted(_by_reference(gained).items())
        if (key.reference_id, "") not in beside
    ]
    return [each for each in found if each.expected != each.found]


def _line(key: Key) -> tuple[UUID, str]:
    return key.reference_id, key.currency


def _of_lines(key: Key, requests: Mapping[UUID, UUID]) -> Key:
    return key._replace(reference_id=requests.get(key.reference_id, key.reference_id))


def _gained(key: Key, minor: int) -> int:
    return minor if key.kind == "reward" else -minor


def _by_reference(gained: Mapping[Key, int]) -> dict[Key, int]:
    """One amount a reference and currency: lines do not know by how many payments they are paid."""
    sums: dict[Key, int] = {}
    for key, minor in gained.items():
        if key.kind in IN_LINES:
            whole = key._replace(kind="line")
            sums[whole] = sums.get(whole, 0) + minor
    return sums
