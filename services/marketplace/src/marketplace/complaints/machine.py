"""How a complaint moves. What ends it ends the order's escrow in the same transaction, or lets it go on."""

from amigok_chassis.machine import Machine, step

_DECIDED = ["marketplace.complaint.decided"]

COMPLAINTS = Machine(
    "complaints",
    states=("open", "returning", "released", "parted", "refunded", "withdrawn"),
    steps={
        "open": step(None, to="open", by="buyer platform", then=["marketplace.complaint.opened"]),
        "withdraw": step("open", to="withdrawn", by="buyer platform", then=_DECIDED),
        "release": step("open", to="released", by="admin", then=_DECIDED),
        "part": step("open", to="parted", by="admin", then=_DECIDED),
        "return": step("open", to="returning", by="admin", then=["marketplace.order.return_requested"]),
        "reopen": step("returning", to="open", by="farm", then=["marketplace.complaint.reopened"]),
        "refund": step("returning", to="refunded", by="farm", then=_DECIDED),
    },
    meanings={
        "open": "Seller and buyer have their say; administrators decide. Nothing moves by itself.",
        "returning": "Administrators want the order undone, and the farm has been asked to give the animal back.",
        "released": "The seller gets the price.",
        "parted": "The seller gets a part of the price, the buyer the rest.",
        "refunded": "The animal went back, and so did the price.",
        "withdrawn": "The escrow goes on.",
    },
)
