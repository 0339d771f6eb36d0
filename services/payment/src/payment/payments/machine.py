"""The states of a payment. Observations may come late, twice or in any order. `completed` is final; money that arrives
for a cancelled payment still counts."""

from collections.abc import Mapping

_ANY = frozenset({"requires_action", "declined", "processing", "unknown", "completed", "cancelled"})

NEXT: Mapping[str, frozenset[str]] = {
    "created": _ANY,
    "requires_action": _ANY,
    "declined": _ANY,
    "processing": _ANY,
    "unknown": _ANY,
    "cancelled": frozenset({"completed"}),
    "completed": frozenset(),
}
"""Each state and the states that may follow. `created`: no provider was asked yet. `requires_action`: the payer has to
act. `declined`: the payer may try another way. `processing`: the provider is working on it. `unknown`: the provider did
not answer the last request and is asked until it does."""

OPEN = tuple(state for state, following in NEXT.items() if "cancelled" in following)
"""The states of payments that may still be paid."""


def moves(state: str, to: str) -> bool:
    """Whether observing `to` changes a payment in `state`."""
    return to != state and to in NEXT[state]
