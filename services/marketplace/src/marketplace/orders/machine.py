"""How an order moves. Once the animal is transferred, money and animal go on together, or both go back."""

from amigok_chassis.machine import Machine, step

_PAYS = ["marketplace.order.escrow_ended", "marketplace.order.fulfilled"]
_CANCELLED = ["marketplace.order.cancelled"]

ORDERS = Machine(
    "orders",
    states=("pending", "confirmed", "escrowed", "contested", "processing", "completed", "cancelled", "refunded"),
    steps={
        "place": step(None, to="pending", by="buyer", then=["marketplace.order.placed"]),
        "confirm": step("pending", to="confirmed", by="wallet", then=["marketplace.order.confirmed"]),
        "fulfil": step("confirmed", to="processing", by="farm", then=["marketplace.order.fulfilled"]),
        "escrow": step("confirmed", to="escrowed", by="farm", then=["marketplace.order.escrowed"]),
        "receive": step("escrowed", to="processing", by="buyer deadline", then=_PAYS),
        "contest": step("escrowed", to="contested", by="buyer platform", then=["marketplace.complaint.opened"]),
        "resume": step("contested", to="escrowed", by="buyer platform", then=["marketplace.complaint.decided"]),
        "release": step("contested", to="processing", by="admin", then=_PAYS),
        "undo": step(
            "contested", to="refunded", by="farm", then=["marketplace.order.escrow_ended", "marketplace.order.refunded"]
        ),
        "complete": step("processing", to="completed", by="wallet", then=["marketplace.order.completed"]),
        "cancel": step("pending", to="cancelled", by="buyer", then=_CANCELLED),
        "abandon": step(
            "pending", "confirmed", to="cancelled", by="wallet farm identity deadline marketplace", then=_CANCELLED
        ),
    },
    meanings={
        "pending": "The price is not held yet.",
        "confirmed": "The price is held and the animal reserved: the farm decides.",
        "escrowed": "The animal belongs to the buyer; the price is held until they confirm, or until the time is over.",
        "contested": "A complaint is open: nothing moves until it is withdrawn or administrators have decided.",
        "processing": "The animal belongs to the buyer; the price is being captured.",
        "refunded": "The animal is the seller's again, and the price is the buyer's.",
    },
)

PATH = ("pending", "confirmed", "escrowed", "processing", "completed")
"""The states of an order that goes well. An order of the platform's animal is never in escrow."""

HELD = ("escrowed", "contested")
"""The states in which the animal has moved and the price waits, for people or for time."""

MOVING = ("pending", "confirmed", "processing")
"""The states that services end by themselves, within minutes."""
