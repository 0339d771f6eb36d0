"""How a debt moves."""

from amigok_chassis.machine import Machine, step

DEBTS = Machine(
    "debts",
    states=("frozen", "owed", "settled", "given_up"),
    steps={
        "freeze": step(None, to="frozen", by="payment"),
        "record": step(None, to="owed", by="service payment", then=["wallet.debt.recorded"]),
        "lose": step("frozen", to="owed settled", by="payment", then=["wallet.debt.recorded"]),
        "pay": step("owed", to="settled", by="wallet", then=["wallet.debt.settled"]),
        "give_up": step("frozen", "owed", "settled", to="given_up", by="payment", then=["wallet.debt.settled"]),
    },
    meanings={
        "frozen": "It is disputed: what is taken for it is held.",
        "owed": "What is taken for it is the platform's.",
        "given_up": "It is not owed after all: what was taken for it was given back.",
    },
)
