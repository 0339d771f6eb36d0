"""How a dose moves, who may move it, and what follows."""

from amigok_chassis.machine import Machine, step

DOSES = Machine(
    "doses",
    states=("planned", "missed", "refused", "skipped", "cancelled", "given"),
    steps={
        "plan": step(None, to="planned", by="veterinarian"),
        "give": step(
            "planned",
            "missed",
            "refused",
            "skipped",
            "cancelled",
            to="given",
            by="farm_staff veterinarian admin",
            then=["care.treatment.given"],
        ),
        "refuse": step("planned", "missed", "skipped", to="refused", by="farm_staff veterinarian admin"),
        "skip": step("planned", "missed", "refused", to="skipped", by="farm_staff veterinarian admin"),
        "miss": step("planned", to="missed", by="deadline", then=["care.dose.missed"]),
        "cancel": step("planned", "missed", to="cancelled", by="veterinarian admin farm"),
    },
    meanings={
        "missed": "Nobody has said anything long after its time. It may still be given.",
        "refused": "The animal did not take it.",
        "skipped": "It was left out on purpose.",
        "cancelled": "The prescription was stopped. What was given all the same still counts.",
        "given": "The withdrawal periods count from the last of these.",
    },
)

STEPS = {"given": "give", "refused": "refuse", "skipped": "skip"}
"""The step for each outcome that people log."""
