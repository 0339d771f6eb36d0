"""How a payment for care moves. The wallet decides what is held and taken."""

from amigok_chassis.machine import Machine, step

PAYMENTS = Machine(
    "payments",
    states=(
        "asked",
        "requested",
        "held",
        "capturing",
        "captured",
        "charging",
        "charged",
        "owed",
        "settled",
        "refused",
        "released",
        "withdrawn",
    ),
    steps={
        "ask": step(None, to="asked", by="veterinarian", then=["care.request.more_asked"]),
        "request": step(None, "asked", to="requested", by="owner", then=["care.payment.hold_requested"]),
        "bill": step(None, "asked", to="charging", by="care owner", then=["care.payment.charge_requested"]),
        "hold": step("requested", to="held", by="wallet"),
        "refuse": step("requested", "charging", to="refused", by="wallet", then=["care.request.payment_refused"]),
        "capture": step("held", to="capturing", by="care", then=["care.payment.capture_requested"]),
        "take": step("capturing", to="captured", by="wallet"),
        "charge": step("charging", to="charged", by="wallet"),
        "owe": step("charging", to="owed", by="wallet", then=["care.payment.unpaid"]),
        "settle": step("charging", "owed", to="settled", by="wallet", then=["care.payment.settled"]),
        "release": step("requested", "held", to="released", by="care wallet", then=["care.payment.release_requested"]),
        "withdraw": step("asked", to="withdrawn", by="care admin"),
    },
    meanings={
        "asked": "The owner has to confirm what goes beyond what they allowed.",
        "requested": "The wallet is asked to set the amount aside.",
        "capturing": "What the care came to is being taken of what is held.",
        "charging": "The wallet is asked to take the amount.",
        "owed": "The owner lacked a part: it is a debt, and the animal cannot be sold while they own it.",
        "withdrawn": "Nobody has to pay it any more.",
    },
)
