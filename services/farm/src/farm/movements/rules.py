"""What may happen to an animal: the one table that its status follows from."""

from collections.abc import Mapping
from typing import Literal

from farm.machine import FARM_PEOPLE, Step
from farm.movements.errors import IllegalMovement

Status = Literal["available", "assigned", "withdrawn", "deceased"]
Kind = Literal["bought_in", "born", "moved", "sold", "reclaimed", "withdrawn", "died", "corrected"]

_ADMIN = frozenset({"admin"})
_AVAILABLE, _ASSIGNED = frozenset({"available"}), frozenset({"assigned"})
_WITHDRAWN, _DECEASED = frozenset({"withdrawn"}), frozenset({"deceased"})
_ALIVE = _AVAILABLE | _ASSIGNED

STEPS: Mapping[Kind, Step] = {
    "bought_in": Step({None: _AVAILABLE}, by=_ADMIN),
    "born": Step({None: _ALIVE}, by=FARM_PEOPLE),
    "moved": Step({"available": _AVAILABLE, "assigned": _ASSIGNED}, by=_ADMIN),
    "sold": Step({"available": _ASSIGNED, "assigned": _ASSIGNED}, by=frozenset({"order"})),
    "reclaimed": Step({"assigned": _AVAILABLE}, by=frozenset({"dispute"})),
    "withdrawn": Step({"assigned": _WITHDRAWN}, by=_ADMIN),
    "died": Step({"available": _DECEASED, "assigned": _DECEASED}, by=FARM_PEOPLE),
    "corrected": Step({"deceased": _ALIVE}, by=_ADMIN),
}
"""Where each movement leads, and who may cause it.

Where two states are possible, a user's animal becomes `assigned` and the platform's `available`. `corrected` takes
back a death that was reported by mistake; the wrong row stays.
"""

TRANSITIONS: Mapping[Status, frozenset[str]] = {
    status: frozenset().union(
        *(step.ways.get(status, frozenset()) for kind, step in STEPS.items() if kind != "corrected")
    )
    for status in ("available", "assigned", "withdrawn", "deceased")
}
"""Where an animal may go from each status if nothing on the register was wrong."""


def after(kind: Kind, status: Status | None, *, owned: bool) -> Status:
    """The status of an animal after a movement; `owned`: by a user, from then on. Raises IllegalMovement."""
    ends = STEPS[kind].ways.get(status, frozenset())
    alive: Status = "assigned" if owned else "available"
    if alive in ends:
        return alive
    if ends == _WITHDRAWN:
        return "withdrawn"
    if ends == _DECEASED:
        return "deceased"
    raise IllegalMovement(f"An animal that is {status} cannot be {kind}.", livestock_status=status)
