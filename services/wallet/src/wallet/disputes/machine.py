"""How a dispute moves."""

from amigok_chassis.machine import Machine, step

DISPUTES = Machine(
    "disputes",
    states=("opened", "won", "lost"),
    steps={
        "open": step(None, to="opened", by="payment"),
        "lose": step("opened", to="lost", by="payment"),
        "win": step("opened", "lost", to="won", by="payment"),
    },
    meanings={"won": "The bank has given the money back, even after it had kept it for good."},
)
