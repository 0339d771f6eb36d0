"""How proceeds move."""

from amigok_chassis.machine import Machine, step

PROCEEDS = Machine(
    "proceeds",
    states=("waiting", "released", "kept"),
    steps={
        "wait": step(None, to="waiting", by="service"),
        "release": step("waiting", to="released", by="time admin"),
        "keep": step("waiting", to="kept", by="admin"),
    },
    meanings={
        "waiting": "The payee's share is held.",
        "kept": "It was taken for a dispute that was lost.",
    },
)
