"""How a listing moves."""

from amigok_chassis.machine import Machine, step

LISTINGS = Machine(
    "listings",
    states=("draft", "live", "reserved", "taken_down", "sold", "expired", "removed"),
    steps={
        "draft": step(None, to="draft", by="admin", then=["marketplace.livestock.registration_requested"]),
        "publish": step(None, "draft", to="live", by="owner admin farm", then=["marketplace.listing.published"]),
        "reserve": step("live", to="reserved", by="order"),
        "free": step("reserved", to="live", by="order"),
        "sell": step("reserved", to="sold", by="order", then=["marketplace.listing.sold"]),
        "expire": step(
            "live", to="expired", by="deadline", then=["marketplace.listing.removed", "marketplace.listing.expired"]
        ),
        "take_down": step(
            "live", to="taken_down", by="admin", then=["marketplace.listing.removed", "marketplace.listing.taken_down"]
        ),
        "remove": step(
            "live",
            "reserved",
            to="removed",
            by="owner admin order farm identity",
            then=["marketplace.listing.removed"],
        ),
        "discard": step("draft", "taken_down", to="removed", by="owner admin farm identity deadline"),
    },
    meanings={
        "draft": "An animal from outside, which the farm is asked to register. Nobody else sees it.",
        "live": "For sale.",
        "reserved": "One order has it: nobody else can buy the animal, and it cannot be removed by hand.",
        "taken_down": "An administrator has ended it for a reason; its seller may appeal.",
    },
)

FOR_SALE = ("live", "reserved")
"""The states in which the market shows a listing that has not ended."""
