"""The kinds of refunds and their states."""

from collections.abc import Mapping

from amigok_chassis.machine import Machine, step

MACHINE = Machine(
    "refunds",
    states=("requested", "held", "processing", "unknown", "completed", "failed", "returned"),
    steps={
        "request": step(None, to="requested", by="payer admin", then=["payment.refund.requested"]),
        "find": step(None, to="processing completed", by="provider", then=["payment.refund.made_outside"]),
        "hold": step("requested", to="held", by="wallet platform"),
        "process": step("held", "unknown", to="processing", by="provider"),
        "get no answer": step("held", "processing", to="unknown", by="poller"),
        "complete": step(
            "held",
            "processing",
            "unknown",
            to="completed",
            by="provider platform",
            then=["payment.refund.completed", "payment.order.refunded"],
        ),
        "fail": step(
            "requested",
            "held",
            "processing",
            "unknown",
            to="failed",
            by="wallet provider",
            then=["payment.refund.failed"],
        ),
        "return": step("completed", to="returned", by="provider", then=["payment.refund.returned"]),
    },
    meanings={
        "requested": "The wallet was asked to hold the amount.",
        "held": "The wallet holds the amount, or the platform pays. The provider is asked next.",
        "unknown": "The provider did not answer the last request. It is asked until it does.",
        "returned": "The refund was completed, and the money came back to the provider.",
    },
)

OPEN = ("requested", "held", "processing", "unknown")
UNSUCCESSFUL = ("failed", "returned")

BEGINS: Mapping[tuple[str, str], str] = {
    ("provider", "user"): "requested",
    ("provider", "platform"): "held",
    ("wallet", "platform"): "completed",
}
"""The destination, who is charged, and the state in which such a refund begins. There is no refund from the user's
wallet into the user's wallet."""
