"""The states of a payout. Observations that come late, twice or in another order change nothing."""

from collections.abc import Mapping
from typing import Literal

from amigok_chassis.machine import Machine, step

State = Literal["requested", "unknown", "processing", "completed", "failed", "paid_after_all", "returned"]

MACHINE = Machine(
    "payouts",
    states=("requested", "unknown", "processing", "completed", "failed", "paid_after_all", "returned"),
    steps={
        "approve": step(None, to="requested", by="wallet"),
        "get no answer": step("requested", to="unknown", by="poller"),
        "process": step("requested", "unknown", to="processing", by="provider"),
        "complete": step(
            "requested",
            "unknown",
            "processing",
            to="completed",
            by="provider admin",
            then=["payment.payout.completed"],
        ),
        "fail": step(
            "requested",
            "unknown",
            "processing",
            to="failed",
            by="provider admin poller",
            then=["payment.payout.failed"],
        ),
        "pay after all": step("failed", to="paid_after_all", by="provider", then=["payment.payout.paid_after_all"]),
        "return": step("completed", "paid_after_all", to="returned", by="provider", then=["payment.payout.returned"]),
    },
    meanings={
        "unknown": "The provider did not answer the last request. It is asked until it does.",
        "failed": "The provider refused it, or the user may not be paid: shut out, or with an open dispute.",
        "paid_after_all": "It counted as failed and was paid out.",
        "returned": "It was paid out, and the money came back to the provider.",
    },
)

AFTER_END: Mapping[tuple[str, str], State] = {
    ("completed", "failed"): "returned",
    ("failed", "completed"): "paid_after_all",
    ("paid_after_all", "failed"): "returned",
}
"""The next state of a payout that has ended, by its state and the one that the provider reports."""

ASKED_ABOUT = ("failed", "paid_after_all")
"""A webhook does not change these final states, because it may be out of date: the provider is asked instead."""

ENDED = ("completed", "failed", "paid_after_all", "returned")
UNSUCCESSFUL = ("failed", "returned")
