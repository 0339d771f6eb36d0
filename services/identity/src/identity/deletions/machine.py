"""How a deletion goes on and ends."""

from amigok_chassis.machine import Machine, step

DELETIONS = Machine(
    "deletions",
    states=("checking", "refused", "done"),
    steps={
        "request": step(None, to="checking", by="admin", then=["identity.user.deletion_requested"]),
        "refuse": step("checking", to="refused", by="services", then=["identity.user.reactivated"]),
        "finish": step("checking", to="done", by="services", then=["identity.user.deleted"]),
    },
    meanings={
        "checking": "every service is asked what it holds of the person; meanwhile the account is deactivated",
        "refused": "a service holds something of the person's, so the account is as it was before",
        "done": "the person is forgotten",
    },
)
