"""The states of a command."""

from amigok_chassis.machine import Machine, step

ENDED = ["stream.command.ended"]

COMMANDS = Machine(
    "commands",
    states=("pending", "delivered", "done", "failed", "expired", "cancelled"),
    steps={
        "give": step(None, to="pending", by="admin"),
        "deliver": step("pending", "delivered", to="delivered", by="device"),
        "succeed": step("pending", "delivered", to="done", by="device", then=ENDED),
        "fail": step("pending", "delivered", to="failed", by="device", then=ENDED),
        "expire": step("pending", "delivered", to="expired", by="deadline", then=ENDED),
        "cancel": step("pending", "delivered", to="cancelled", by="admin", then=ENDED),
    },
    meanings={
        "pending": "Its device has not got it yet.",
        "delivered": "Its device has got it at least once, and gets it again until it acknowledges.",
        "done": "The device has done it.",
        "failed": "The device could not do it; `note` says why.",
        "expired": "Nobody has acknowledged it in time. The device may have done it all the same.",
        "cancelled": "An administrator has taken it back, or the device was revoked.",
    },
)
