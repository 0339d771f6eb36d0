"""How a subscription moves."""

from amigok_chassis.machine import Machine, step

SUBSCRIPTIONS = Machine(
    "subscriptions",
    states=("active", "unpaid", "paused", "cancelled", "ended"),
    steps={
        "start": step(None, to="active", by="owner", then=["feed.subscription.started"]),
        "miss": step("active", to="unpaid", by="wallet", then=["feed.period.unpaid"]),
        "recover": step("unpaid", to="active", by="wallet", then=["feed.subscription.changed"]),
        "pause": step("active", to="paused", by="owner", then=["feed.subscription.paused"]),
        "resume": step("paused", to="active", by="owner", then=["feed.subscription.resumed"]),
        "cancel": step("active", "unpaid", "paused", to="cancelled", by="owner", then=["feed.subscription.cancelled"]),
        "end": step("active", "unpaid", "paused", to="ended", by="farm", then=["feed.subscription.ended"]),
    },
    meanings={
        "active": "The animal gets the package.",
        "unpaid": "The price of a period could not be held: the animal gets the basic ration at its welfare price.",
        "paused": "The animal gets the basic ration until the owner resumes.",
        "cancelled": "The owner has ended it, at once or at the end of a period.",
        "ended": "The animal died, left or changed hands, or the owner's account was closed.",
    },
)
