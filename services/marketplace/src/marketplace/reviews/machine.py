"""How a review moves."""

from amigok_chassis.machine import Machine, step

REVIEWS = Machine(
    "reviews",
    states=("written", "published", "hidden"),
    steps={
        "write": step(None, to="written", by="buyer seller"),
        "publish": step("written", to="published", by="buyer seller deadline", then=["marketplace.review.published"]),
        "hide": step("published", to="hidden", by="admin", then=["marketplace.review.hidden"]),
        "show": step("hidden", to="published", by="admin", then=["marketplace.review.published"]),
    },
    meanings={
        "written": "Nobody else reads it; its author may change it for 7 days.",
        "published": "Everybody reads it, and it counts. It does not change any more.",
        "hidden": "An administrator has hidden it, with a reason. It does not count.",
    },
)
