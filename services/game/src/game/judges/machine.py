"""How somebody becomes a judge of a contest."""

from amigok_chassis.machine import Machine, step

ASKED = ("invited", "accepted")
"""The states of somebody who judges, or may yet accept."""

JUDGES = Machine(
    "judges",
    states=("invited", "accepted", "declined", "removed"),
    steps={
        "invite": step(None, "declined", "removed", to="invited", by="admin", then=["game.judge.invited"]),
        "accept": step("invited", to="accepted", by="judge"),
        "decline": step("invited", "accepted", to="declined", by="judge"),
        "remove": step("invited", "accepted", to="removed", by="admin"),
    },
    meanings={"declined": "They do not want to judge, or no longer: their marks do not count."},
)
