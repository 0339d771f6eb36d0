"""How a contest moves, who may move it, and what follows."""

from amigok_chassis.machine import Machine, step

CONTESTS = Machine(
    "contests",
    states=("draft", "registration_open", "active", "judging", "completed", "cancelled"),
    steps={
        "create": step(None, to="draft", by="admin"),
        "open": step("draft", to="registration_open", by="admin clock", then=["game.contest.opened"]),
        "start": step(
            "registration_open",
            to="active",
            by="admin clock",
            then=["game.contest.started", "game.entry.capture_requested", "game.entry.sale_blocked"],
        ),
        "end": step(
            "active", to="judging", by="admin clock", then=["game.contest.ended", "game.entry.sale_block_ended"]
        ),
        "complete": step("judging", to="completed", by="results"),
        "cancel": step(
            "draft",
            "registration_open",
            "active",
            "judging",
            to="cancelled",
            by="admin rules",
            then=["game.contest.cancelled", "game.entry.release_requested", "game.entry.refund_requested"],
        ),
    },
    meanings={
        "draft": "Only administrators see it.",
        "registration_open": "Owners enter their animals until registration closes.",
        "active": "Rules and entries are frozen and their hash is published. What happens now counts.",
        "judging": "Nothing counts any more that happens from now on: judges decide, or results are made and appealed.",
        "completed": "The results stand.",
        "cancelled": "Nobody has won. Fees are given back.",
    },
)

RUNNING = ("active", "judging")
"""The states in which what an entry comes to is not settled."""
