"""How announcements move."""

from amigok_chassis.machine import Machine, step

ANNOUNCEMENTS = Machine(
    "announcements",
    states=("sending", "completed", "cancelled"),
    steps={
        "approve": step(None, to="sending", by="admin"),
        "complete": step("sending", to="completed", by="worker"),
        "cancel": step("sending", to="cancelled", by="admin"),
    },
    meanings={"cancelled": "Nobody more is told; who was told keeps it."},
)
