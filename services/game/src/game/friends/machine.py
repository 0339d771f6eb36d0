"""How two players become friends."""

from amigok_chassis.machine import Machine, step

FRIENDSHIPS = Machine(
    "friendships",
    states=("requested", "ignored", "accepted", "ended"),
    steps={
        "request": step(None, "ended", to="requested", by="player", then=["game.friendship.requested"]),
        "mute": step(None, "requested", "ended", to="ignored", by="game"),
        "decline": step("requested", to="ignored", by="addressee"),
        "accept": step("requested", "ignored", to="accepted", by="addressee", then=["game.friendship.accepted"]),
        "end": step("requested", "ignored", "accepted", to="ended", by="player addressee"),
    },
    meanings={
        "requested": "The addressee has not decided yet.",
        "ignored": "Declined, or blocked: whoever asked sees it as requested, the addressee does not see it.",
        "ended": "Nothing is left of it but when it was last asked for, so that nobody asks again and again.",
    },
)
