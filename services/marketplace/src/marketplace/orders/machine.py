"""How an order moves. Once the animal is transferred, there is no way back."""

from amigok_chassis.machine import Machine, step

ORDERS = Machine(
    "orders",
    states=("pending", "confirmed", "fulfilled", "completed", "cancelled"),
    steps={
        "place": step(None, to="pending", by="buyer", then=["marketplace.order.placed"]),
        "confirm": step("pending", to="confirmed", by="wallet", then=["marketplace.order.confirmed"]),
        "fulfil": step("confirmed", to="fulfilled", by="farm", then=["marketplace.order.fulfilled"]),
        "complete": step("fulfilled", to="completed", by="wallet", then=["marketplace.order.completed"]),
        "cancel": step("pending", to="cancelled", by="buyer", then=["marketplace.order.cancelled"]),
        "abandon": step(
            "pending",
            "confirmed",
            to="cancelled",
            by="wallet farm identity deadline marketplace",
            then=["marketplace.order.cancelled"],
        ),
    },
    meanings={
        "pending": "The price is not held yet.",
        "confirmed": "The price is held and the animal reserved: the farm decides.",
        "fulfilled": "The animal belongs to the buyer; the price is being captured.",
    },
)

PATH = ("pending", "confirmed", "fulfilled", "completed")
"""The states of an order that goes well."""
