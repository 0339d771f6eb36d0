"""How an offer moves, each side in turn."""

from amigok_chassis.machine import Machine, step

NEGOTIATED = ("awaiting_seller", "awaiting_buyer")
"""The states in which somebody has to answer."""

OFFERS = Machine(
    "offers",
    states=(
        "awaiting_seller",
        "awaiting_buyer",
        "accepted",
        "completed",
        "declined",
        "withdrawn",
        "expired",
        "payment_failed",
        "ended",
    ),
    steps={
        "make": step(None, to="awaiting_seller", by="buyer", then=["marketplace.offer.made"]),
        "counter": step(
            "awaiting_seller", to="awaiting_buyer", by="seller admin", then=["marketplace.offer.countered"]
        ),
        "counter_back": step("awaiting_buyer", to="awaiting_seller", by="buyer", then=["marketplace.offer.countered"]),
        "accept": step(
            *NEGOTIATED,
            to="accepted",
            by="seller buyer admin",
            then=["marketplace.offer.accepted", "marketplace.order.placed"],
        ),
        "decline": step(*NEGOTIATED, to="declined", by="seller buyer admin", then=["marketplace.offer.declined"]),
        "withdraw": step(*NEGOTIATED, to="withdrawn", by="buyer seller admin", then=["marketplace.offer.withdrawn"]),
        "expire": step(*NEGOTIATED, to="expired", by="deadline", then=["marketplace.offer.expired"]),
        "end": step(*NEGOTIATED, "accepted", to="ended", by="listing order identity", then=["marketplace.offer.ended"]),
        "fail": step("accepted", to="payment_failed", by="order", then=["marketplace.offer.payment_failed"]),
        "complete": step("accepted", to="completed", by="order"),
    },
    meanings={
        "awaiting_seller": "The buyer has named the last amount: the seller accepts, counters or declines.",
        "awaiting_buyer": "The seller has named the last amount: the buyer accepts, counters or declines.",
        "accepted": "An order was placed for the last amount, and reserves the animal.",
        "payment_failed": "The amount could not be held.",
        "ended": "The listing, its price or one of the sides is no longer what it was.",
    },
)
