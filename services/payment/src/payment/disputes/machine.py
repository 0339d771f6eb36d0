"""The states of a dispute."""

from amigok_chassis.machine import Machine, step

MACHINE = Machine(
    "disputes",
    states=("opened", "won", "lost"),
    steps={
        "open": step(None, to="opened", by="provider", then=["payment.dispute.opened"]),
        "lose": step("opened", to="lost", by="provider", then=["payment.dispute.lost"]),
        "win": step("opened", "lost", to="won", by="provider", then=["payment.dispute.won"]),
    },
    meanings={
        "lost": "The payer's bank keeps the money.",
        "won": "The platform has the money again, perhaps after the dispute was lost.",
    },
)
