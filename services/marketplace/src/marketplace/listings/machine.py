"""How a listing moves."""

from amigok_chassis.machine import Machine, step

LISTINGS = Machine(
    "listings",
    states=("active", "reserved", "sold", "removed"),
    steps={
        "publish": step(None, to="active", by="owner admin", then=["marketplace.listing.published"]),
        "reserve": step("active", to="reserved", by="order"),
        "free": step("reserved", to="active", by="order"),
        "sell": step("reserved", to="sold", by="order"),
        "remove": step(
            "active",
            "reserved",
            to="removed",
            by="owner admin order farm identity",
            then=["marketplace.listing.removed"],
        ),
    },
    meanings={"reserved": "One order has it: nobody else can buy the animal, and it cannot be removed by hand."},
)
