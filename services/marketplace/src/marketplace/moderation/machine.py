"""How reports and take-downs move."""

from amigok_chassis.machine import Machine, step

_DECIDED = ["marketplace.reports.decided"]

REPORTS = Machine(
    "reports",
    states=("open", "upheld", "dismissed"),
    steps={
        "report": step(None, to="open", by="user"),
        "uphold": step("open", to="upheld", by="admin", then=_DECIDED),
        "dismiss": step("open", to="dismissed", by="admin", then=_DECIDED),
    },
)

TAKEDOWNS = Machine(
    "take-downs",
    states=("appealable", "appealed", "final", "overturned"),
    steps={
        "take_down": step(None, to="appealable", by="admin", then=["marketplace.listing.taken_down"]),
        "appeal": step("appealable", to="appealed", by="seller"),
        "uphold": step("appealed", to="final", by="admin", then=["marketplace.takedown.decided"]),
        "overturn": step("appealed", to="overturned", by="admin", then=["marketplace.takedown.decided"]),
        "lapse": step("appealable", to="final", by="deadline"),
    },
    meanings={
        "appealable": "The seller may appeal, or end the listing and list the animal again.",
        "appealed": "Another administrator than the one who took it down decides.",
        "overturned": "The animal is for sale again under a new listing, if it still may be.",
    },
)
