"""The states of a payment. Observations may come late, twice or in any order. `completed` is final; money that arrives
for a cancelled payment still counts."""

from amigok_chassis.machine import Machine, step

MACHINE = Machine(
    "payments",
    states=("created", "requires_action", "declined", "processing", "unknown", "cancelled", "completed"),
    steps={
        "create": step(None, to="created", by="payer wallet"),
        "require action": step("created", "declined", "processing", "unknown", to="requires_action", by="provider"),
        "decline": step("created", "requires_action", "processing", "unknown", to="declined", by="provider"),
        "process": step("created", "requires_action", "declined", "unknown", to="processing", by="provider wallet"),
        "get no answer": step("created", "requires_action", "declined", "processing", to="unknown", by="poller"),
        "cancel": step(
            "created",
            "requires_action",
            "declined",
            "processing",
            "unknown",
            to="cancelled",
            by="payer provider wallet poller",
            then=["payment.payment.failed"],
        ),
        "complete": step(
            "created",
            "requires_action",
            "declined",
            "processing",
            "unknown",
            "cancelled",
            to="completed",
            by="provider wallet",
            then=["payment.payment.completed"],
        ),
    },
    meanings={
        "created": "No provider was asked yet.",
        "requires_action": "The payer has to act: a card, 3-D Secure, an approval.",
        "declined": "The payer may try another way.",
        "processing": "The provider is working on it: bank debits, crypto.",
        "unknown": "The provider did not answer the last request. It is asked until it does.",
        "cancelled": "Refused, cancelled by the payer, or expired: after 24 h, or 15 min for an order. Money may still"
        " arrive.",
        "completed": "The money is there.",
    },
)

OPEN = tuple(state for state in MACHINE.states if MACHINE.leads(state, "cancelled"))
"""The states of payments that may still be paid and have not ended."""
