"""Which refunds there are and how one moves."""

from collections.abc import Mapping

NEXT: Mapping[str, frozenset[str]] = {
    "requested": frozenset({"held", "failed"}),
    "held": frozenset({"processing", "unknown", "completed", "failed"}),
    "processing": frozenset({"unknown", "completed", "failed"}),
    "unknown": frozenset({"processing", "completed", "failed"}),
    "completed": frozenset({"returned"}),
    "failed": frozenset(),
    "returned": frozenset(),
}
"""State: what may follow. `requested`: the wallet is to set the amount aside. `held`: it has, or the platform pays, and
the provider is to be asked. `unknown`: it did not answer when it was last asked, and is asked until it does.
`returned`: it had been given back, and came back to the provider."""

OPEN = frozenset({"requested", "held", "processing", "unknown"})
CAME_TO_NOTHING = frozenset({"failed", "returned"})

BEGINS: Mapping[tuple[str, str], str] = {
    ("provider", "user"): "requested",
    ("provider", "platform"): "held",
    ("wallet", "platform"): "completed",
}
"""Where the money goes and at whose charge: the state in which such a refund begins. From the user's wallet into the
user's wallet is none."""
