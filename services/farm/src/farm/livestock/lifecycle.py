"""The movements of animals: the one table that the status of an animal follows from."""

from collections.abc import Mapping
from typing import Literal

from farm.livestock.errors import IllegalMovement
from farm.machine import Step
from farm.staff.roles import FARM_PEOPLE

Status = Literal["available", "assigned", "removed", "deceased"]
Kind = Literal["bought_in", "born", "moved", "sold", "reclaimed", "removed", "died", "corrected"]

_ADMIN = frozenset({"admin"})
_AVAILABLE, _ASSIGNED = frozenset({"available"}), frozenset({"assigned"})
_REMOVED, _DECEASED = frozenset({"removed"}), frozenset({"deceased"})
_ALIVE = _AVAILABLE | _ASSIGNED

STEPS: Mapping[Kind, Step] = {
    "bought_in": Step({None: _AVAILABLE}, by=_ADMIN),
    "born": Step({None: _ALIVE}, by=FARM_PEOPLE),
    "moved": Step({"available": _AVAILABLE, "assigned": _ASSIGNED}, by=_ADMIN),
    "sold": Step({"available": _ASSIGNED, "assigned": _ASSIGNED}, by=frozenset({"order"})),
    "reclaimed": Step({"assigned": _AVAILABLE}, by=frozenset({"dispute"})),
    "removed": Step({"assigned": _REMOVED}, by=_ADMIN),
    "died": Step({"available": _DECEASED, "assigned": _DECEASED}, by=FARM_PEOPLE),
    "corrected": Step({"deceased": _ALIVE}, by=_ADMIN),
}
"""Which status each movement leads to, and who may cause it.

Where two are possible, a user's animal becomes `assigned` and the platform's `available`. `corrected` takes back a
death that was reported by mistake; the wrong row stays in the register.
"""

TRANSITIONS: Mapping[Status, frozenset[str]] = {
    status: frozenset().union(
        *(step.ways.get(status, frozenset()) for kind, step in STEPS.items() if kind != "corrected")
    )
    for status in ("available", "assigned", "removed", "deceased")
}
"""The statuses that may follow each status, corrections aside."""

LIVING = tuple(status for status, following in TRANSITIONS.items() if following)
"""The statuses of animals that are alive and on the platform."""


def after(kind: Kind, status: Status | None, *, owned: bool) -> Status:
    """Returns the status after a movement; `owned` says whether a user owns the animal then. Raises IllegalMovement."""
    ends = STEPS[kind].ways.get(status, frozenset())
    alive: Status = "assigned" if owned else "available"
    if alive in ends:
        return alive
    if ends == _REMOVED:
        return "removed"
    if ends == _DECEASED:
        return "deceased"
    raise IllegalMovement(f"An animal that is {status} cannot be {kind}.", livestock_status=status)
