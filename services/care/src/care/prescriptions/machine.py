"""How a prescription moves, who may move it, and what follows."""

from amigok_chassis.machine import Machine, step

PRESCRIPTIONS = Machine(
    "prescriptions",
    states=("prescribed", "dispensed", "cancelled", "stopped"),
    steps={
        "prescribe": step(None, to="prescribed", by="veterinarian", then=["care.medicine.prescribed"]),
        "dispense": step("prescribed", to="dispensed", by="veterinarian"),
        "cancel": step("prescribed", to="cancelled", by="veterinarian admin care farm"),
        "stop": step("dispensed", to="stopped", by="veterinarian admin farm"),
    },
    meanings={
        "prescribed": "What it needs is reserved in the stock.",
        "dispensed": "It was taken out of the stock and is in the request's cost; its doses are to be given.",
        "cancelled": "Nothing was dispensed: what was reserved is free again.",
        "stopped": "No more doses are to be given. What was dispensed stays paid.",
    },
)
