"""How a period moves: from the wallet's hold to what was fed of it."""

from amigok_chassis.machine import Machine, step

PERIODS = Machine(
    "periods",
    states=("asked", "open", "settling", "settled", "refused"),
    steps={
        "ask": step(None, to="asked", by="owner clock", then=["feed.period.hold_requested", "feed.period.opened"]),
        "begin": step(None, to="open", by="clock", then=["feed.period.opened"]),
        "hold": step("asked", to="open", by="wallet"),
        "refuse": step("asked", to="refused", by="wallet", then=["feed.period.unpaid"]),
        "capture": step("open", to="settling", by="owner farm clock", then=["feed.period.capture_requested"]),
        "charge": step("open", to="settling", by="owner farm clock", then=["feed.welfare.charged"]),
        "release": step(
            "asked",
            "open",
            to="settled",
            by="owner farm clock",
            then=["feed.period.release_requested", "feed.period.settled"],
        ),
        "settle": step("settling", to="settled", by="wallet", then=["feed.period.settled"]),
    },
    meanings={
        "asked": "The wallet was asked to hold the price.",
        "open": "The price is held, or it is a welfare period, which is charged at its end.",
        "settling": "It has ended; what was fed of it is being captured or charged.",
        "settled": "What was fed is paid, and the rest is the owner's again.",
        "refused": "The wallet did not hold the price.",
    },
)

LIVE = frozenset({"asked", "open"})
"""The states of a period that has not been settled or refused. With `closed_at` it waits for the wallet's hold only."""
