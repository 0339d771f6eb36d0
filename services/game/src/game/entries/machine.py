"""How an entry and its fee move."""

from amigok_chassis.machine import Machine, step

ENTRIES = Machine(
    "entries",
    states=("registered", "admitted", "competing", "lost", "withdrawn", "refused", "disqualified", "cancelled"),
    steps={
        "register": step(
            None, to="registered", by="owner", then=["game.entry.registered", "game.entry.hold_requested"]
        ),
        "admit": step("registered", to="admitted", by="admin wallet rules", then=["game.entry.admitted"]),
        "refuse": step("registered", "admitted", to="refused", by="admin wallet rules", then=["game.entry.refused"]),
        "withdraw": step(
            "registered",
            "admitted",
            to="withdrawn",
            by="owner farm",
            then=["game.entry.withdrawn", "game.entry.release_requested"],
        ),
        "compete": step("admitted", to="competing", by="clock admin"),
        "lose": step("competing", to="lost", by="farm", then=["game.entry.lost"]),
        "recover": step("lost", to="competing", by="farm", then=["game.entry.recovered"]),
        "leave": step("lost", to="withdrawn", by="rules", then=["game.entry.withdrawn"]),
        "disqualify": step("competing", "lost", to="disqualified", by="admin results"),
        "cancel": step("registered", "admitted", "competing", "lost", to="cancelled", by="admin rules"),
    },
    meanings={
        "registered": "The fee is not held yet, or an administrator has to admit it.",
        "admitted": "It takes part when the contest starts.",
        "competing": "It is frozen in.",
        "lost": "Its owner has lost the animal. The rules say whether what was until then counts.",
        "refused": "It was not admitted: its fee was given back.",
        "cancelled": "The contest was cancelled.",
    },
)

LIVE = ("registered", "admitted", "competing", "lost")
"""The states in which an entry takes one of the places."""
FROZEN = ("competing", "lost")
"""The states in which an entry is ranked."""

UNSETTLED = ("asked", "capturing", "refunding")
"""The states of a fee in which the wallet's answer is awaited."""

FEES = Machine(
    "entry_fees",
    states=("asked", "held", "capturing", "captured", "refunding", "refunded", "refused", "released"),
    steps={
        "ask": step(None, to="asked", by="owner", then=["game.entry.hold_requested"]),
        "hold": step("asked", to="held", by="wallet"),
        "refuse": step("asked", to="refused", by="wallet"),
        "capture": step("held", to="capturing", by="clock admin", then=["game.entry.capture_requested"]),
        "take": step("capturing", to="captured", by="wallet"),
        "release": step(
            "asked", "held", to="released", by="owner admin wallet farm rules", then=["game.entry.release_requested"]
        ),
        "refund": step("captured", to="refunding", by="admin rules", then=["game.entry.refund_requested"]),
        "repay": step("refunding", to="refunded", by="wallet"),
    },
    meanings={
        "asked": "The wallet was asked to set the fee aside.",
        "held": "It is set aside until the contest starts.",
        "capturing": "The contest has started: the wallet was asked to take it.",
        "refunding": "The contest was cancelled after it had started: the wallet was asked to pay the fee back.",
        "refused": "The wallet did not set it aside.",
        "released": "Nothing was taken.",
    },
)
