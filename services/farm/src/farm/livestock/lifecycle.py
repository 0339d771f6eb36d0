"""The movements of animals: the one table that the status of an animal follows from."""

from typing import Literal, cast, get_args

from amigok_chassis.machine import Machine, Step, step
from farm.livestock.errors import IllegalMovement
from farm.staff.roles import FARM_PEOPLE

Status = Literal["available", "assigned", "removed", "deceased"]
Kind = Literal["bought_in", "born", "moved", "sold", "returned", "reclaimed", "removed", "died", "corrected"]

_FARM_PEOPLE = " ".join(FARM_PEOPLE)

MOVEMENTS = Machine(
    "movements",
    states=get_args(Status),
    steps={
        "bought_in": step(None, to="available", by="admin", then=["farm.livestock.registered"]),
        "born": step(None, to="available assigned", by=_FARM_PEOPLE, then=["farm.livestock.born"]),
        "moved": Step(
            {"available": frozenset({"available"}), "assigned": frozenset({"assigned"})},
            by=frozenset({"admin"}),
            then=("farm.livestock.moved",),
        ),
        "sold": step("available", "assigned", to="assigned", by="order", then=["farm.livestock.ownership_transferred"]),
        "returned": step("assigned", to="assigned", by="order", then=["farm.livestock.ownership_transferred"]),
        "reclaimed": step("assigned", to="available", by="dispute", then=["farm.livestock.reclaimed"]),
        "removed": step("assigned", to="removed", by="admin", then=["farm.livestock.removed"]),
        "died": step("available", "assigned", to="deceased", by=_FARM_PEOPLE, then=["farm.livestock.died"]),
        "corrected": step("deceased", to="available assigned", by="admin", then=["farm.livestock.reinstated"]),
    },
    meanings={
        "available": "the platform owns the animal",
        "assigned": "a user owns the animal",
        "removed": "the animal has left the platform; nobody owns it here",
        "deceased": "the animal is dead; its owner stays the same",
    },
)
"""Which status each movement leads to, and who may cause it. Where two are possible, the owner decides which.

`corrected` takes back a death that was reported by mistake; the wrong row stays in the register.
"""

LIVING = tuple(status for status in MOVEMENTS.states if MOVEMENTS.ends("died", status))
"""The statuses of animals that are alive and on the platform."""


def after(kind: Kind, status: Status | None, *, owned: bool) -> Status:
    """Returns the status after a movement; `owned` says whether a user owns the animal then. Raises IllegalMovement."""
    ends = MOVEMENTS.ends(kind, status)
    alive: Status = "assigned" if owned else "available"
    if alive in ends:
        return alive
    gone = ends - {"available", "assigned"}
    if not gone:
        raise IllegalMovement(f"An animal that is {status} cannot be {kind}.", livestock_status=status)
    (end,) = gone
    return cast(Status, end)
