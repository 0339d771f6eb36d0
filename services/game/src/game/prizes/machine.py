"""How a prize moves from the result to its winner."""

from amigok_chassis.machine import Machine, step

AWARDS = Machine(
    "awards",
    states=("agreeing", "due", "withheld", "requested", "paid", "granted", "forfeited"),
    steps={
        "plan": step(None, to="agreeing due", by="result", then=["game.prize.awarded"]),
        "agree": step("agreeing", to="due", by="admin"),
        "withhold": step("due", to="withheld", by="clock", then=["game.prize.withheld"]),
        "request": step("due", "withheld", to="requested", by="clock admin", then=["game.prize_reward.requested"]),
        "pay": step("agreeing", "due", "withheld", "requested", to="paid", by="wallet"),
        "grant": step("due", "withheld", to="granted", by="clock admin", then=["game.entitlement.granted"]),
        "forfeit": step("due", "withheld", to="forfeited", by="clock", then=["game.prize.forfeited"]),
    },
    meanings={
        "agreeing": "The prizes of the contest come to so much that two administrators have to agree.",
        "withheld": "There is a reason not to give it now; it is looked at again each hour.",
        "requested": "The wallet was asked to pay it.",
        "paid": "The wallet has paid it, whatever was known here when it said so.",
        "granted": "It is no money: the winner has an entitlement.",
        "forfeited": "Nobody gets it.",
    },
)
