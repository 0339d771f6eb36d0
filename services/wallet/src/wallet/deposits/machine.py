"""How a deposit moves."""

from amigok_chassis.machine import Machine, step

DEPOSITS = Machine(
    "deposits",
    states=("requested", "failed", "completed"),
    steps={
        "request": step(None, to="requested", by="owner", then=["wallet.deposit.requested"]),
        "fail": step("requested", to="failed", by="payment"),
        "complete": step("requested", "failed", to="completed", by="payment", then=["wallet.deposit.completed"]),
    },
    meanings={"completed": "The money has come. That counts, whatever was published before."},
)
