"""The kinds of refunds and their states."""

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
"""Each state and the states that may follow. `requested`: the wallet was asked to hold the amount. `held`: it holds the
amount, or the platform pays, and the provider is asked next. `unknown`: the provider did not answer the last request
and is asked until it does. `returned`: the refund was completed, and the money came back to the provider."""

OPEN = ("requested", "held", "processing", "unknown")
UNSUCCESSFUL = ("failed", "returned")

BEGINS: Mapping[tuple[str, str], str] = {
    ("provider", "user"): "requested",
    ("provider", "platform"): "held",
    ("wallet", "platform"): "completed",
}
"""The destination, who is charged, and the state in which such a refund begins. There is no refund from the user's
wallet into the user's wallet."""
