"""How a payment moves. What is seen of it may come late, twice or in any order: `completed` is final, and money that
arrives for a payment that was cancelled has arrived all the same."""

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
"""State: what may follow. `created`: nobody was asked yet. `requires_action`: the payer has something to do.
`declined`: they may try another way. `processing`: the provider is at it. `unknown`: the provider did not answer when
it was last asked, and is asked until it does."""

OPEN = frozenset(state for state, following in NEXT.items() if "cancelled" in following)
"""The states of payments that may still be paid."""


def moves(state: str, to: str) -> bool:
    """Whether a payment in a state becomes what was seen of it; else there is nothing new in that."""
    return to != state and to in NEXT[state]
