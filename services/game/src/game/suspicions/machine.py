"""How a suspicion moves."""

from amigok_chassis.machine import Machine, step

SUSPICIONS = Machine(
    "suspicions",
    states=("open", "cleared", "upheld"),
    steps={
        "raise": step(None, to="open", by="checks"),
        "clear": step("open", to="cleared", by="admin"),
        "uphold": step("open", to="upheld", by="admin", then=["game.result.corrected"]),
    },
    meanings={
        "open": "Somebody has to look. The result does not become final before.",
        "cleared": "There is a good reason for it.",
        "upheld": "Entries are disqualified, or marks do not count.",
    },
)
