"""How a hold moves."""

from amigok_chassis.machine import Machine, step

HOLDS = Machine(
    "holds",
    states=("placed", "captured", "released", "expired", "refused"),
    steps={
        "place": step(None, to="placed", by="service", then=["wallet.hold.placed"]),
        "refuse": step(None, to="refused", by="wallet", then=["wallet.hold.refused"]),
        "capture": step("placed", "expired", to="captured", by="service", then=["wallet.hold.captured"]),
        "release": step("placed", to="released", by="service", then=["wallet.hold.released"]),
        "expire": step("placed", to="expired", by="time", then=["wallet.hold.released"]),
    },
    meanings={
        "expired": "It was forgotten. It may still be captured, if the money is there.",
        "refused": "It was not placed, and never will be: for a reason, or because it was released before.",
    },
)
