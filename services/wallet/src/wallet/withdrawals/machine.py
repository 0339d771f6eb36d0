"""How a withdrawal moves. Large ones are approved twice."""

from typing import Literal, get_args

from amigok_chassis.machine import Machine, step

State = Literal[
    "requested",
    "approved_once",
    "approved",
    "rejected",
    "cancelled",
    "completed",
    "failed",
    "paid_after_all",
    "returned",
]

WITHDRAWALS = Machine(
    "withdrawals",
    states=get_args(State),
    steps={
        "request": step(None, to="requested", by="owner", then=["wallet.withdrawal.requested"]),
        "begin_to_approve": step("requested", to="approved_once", by="admin"),
        "approve": step("requested", "approved_once", to="approved", by="admin", then=["wallet.withdrawal.approved"]),
        "reject": step("requested", "approved_once", to="rejected", by="admin", then=["wallet.withdrawal.rejected"]),
        "cancel": step(
            "requested", "approved_once", to="cancelled", by="owner identity", then=["wallet.withdrawal.rejected"]
        ),
        "complete": step("approved", to="completed", by="payment", then=["wallet.withdrawal.completed"]),
        "fail": step("approved", to="failed", by="payment", then=["wallet.withdrawal.failed"]),
        "pay_after_all": step("failed", to="paid_after_all", by="payment", then=["wallet.withdrawal.paid_after_all"]),
        "return": step("completed", "paid_after_all", to="returned", by="payment", then=["wallet.withdrawal.returned"]),
    },
    meanings={
        "approved_once": "The first of two administrators has approved it.",
        "paid_after_all": "It counted as failed, and was paid out.",
        "returned": "It was paid out, and came back.",
    },
)
