"""How an appeal moves."""

from amigok_chassis.machine import Machine, step

APPEALS = Machine(
    "appeals",
    states=("open", "upheld", "rejected", "withdrawn"),
    steps={
        "file": step(None, to="open", by="entrant", then=["game.appeal.filed"]),
        "uphold": step("open", to="upheld", by="admin", then=["game.appeal.decided", "game.result.corrected"]),
        "reject": step("open", to="rejected", by="admin", then=["game.appeal.decided"]),
        "withdraw": step("open", to="withdrawn", by="entrant"),
    },
)
