"""State machines as tables: code, tests and the README read the same rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from amigok_chassis.errors import DomainError


class WrongState(DomainError):
    """In the state that this is in, that cannot be done."""

    status, code = 409, "wrong_state"


@dataclass(frozen=True)
class Step:
    """A step: from which states it leads where (None: there is nothing yet), and who may take it.

    `by` holds roles, and in place of a role: `owner` of the animal, an `order`, a `dispute`, the animal's `death`.
    """

    ways: Mapping[str | None, frozenset[str]]
    by: frozenset[str]


Machine = Mapping[str, Step]


def step(*sources: str | None, to: str, by: str) -> Step:
    """The step from any of these states to one state, taken by these (names with blanks between them)."""
    return Step(ways={source: frozenset({to}) for source in sources}, by=frozenset(by.split()))


def follow(machine: Machine, action: str, state: str | None) -> str:
    """Where a step with one end leads from here. Raises WrongState."""
    ends = machine[action].ways.get(state)
    if ends is None:
        raise WrongState(f"This is {state} and cannot {action}.", state=state)
    (end,) = ends
    return end
