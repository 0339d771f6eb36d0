"""State machines as tables: code, constraints, tests and the README of a service read the same rows."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from amigok_chassis.errors import DomainError


class WrongState(DomainError):
    """The current state does not allow this."""

    status, code = 409, "wrong_state"
    sends = {"state": str | None}


@dataclass(frozen=True)
class Step:
    """A step: from which states it leads where (None: there is nothing yet), who may take it, and what follows.

    `by` holds roles and named actors, such as `owner`, `order` or `provider`. `then` holds the types of the events that
    follow, or words.
    """

    ways: Mapping[str | None, frozenset[str]]
    by: frozenset[str]
    then: tuple[str, ...] = ()


def step(*sources: str | None, to: str, by: str, then: Iterable[str] = ()) -> Step:
    """The step from any of these states. `to` and `by` are names with blanks between them; None: it begins here."""
    ends = frozenset(to.split())
    return Step(dict.fromkeys(sources, ends), frozenset(by.split()), tuple(then))


@dataclass(frozen=True)
class Machine:
    """A state machine, which its noun lists in `machines`. Raises TypeError for a state that is not in `states`.

    `name` names its table in the README, in the plural. `meanings` say what states mean, where the names do not.
    """

    name: str
    states: tuple[str, ...]
    steps: Mapping[str, Step]
    meanings: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        ways = [(source, ends) for each in self.steps.values() for source, ends in each.ways.items()]
        named = {source for source, _ in ways if source is not None}.union(self.meanings, *(ends for _, ends in ways))
        self._require(named)

    @property
    def initial(self) -> frozenset[str]:
        """The states in which something begins."""
        return frozenset().union(*(each.ways.get(None, ()) for each in self.steps.values()))

    @property
    def terminal(self) -> frozenset[str]:
        """The states that no step leads out of."""
        return frozenset(state for state in self.states if not self.following(state))

    @property
    def open(self) -> frozenset[str]:
        """The states that some step leads out of."""
        return frozenset(self.states) - self.terminal

    def ends(self, action: str, state: str | None) -> frozenset[str]:
        """Where a step may lead from a state; nowhere, if it cannot be taken there."""
        return self.steps[action].ways.get(state, frozenset())

    def follow(self, action: str, state: str | None) -> str:
        """Where a step with one end leads from a state. Raises WrongState."""
        ends = self.ends(action, state)
        if not ends:
            raise WrongState(f"This is {state or 'not there yet'}: {action} is not possible.", state=state)
        (end,) = ends
        return end

    def following(self, state: str | None) -> frozenset[str]:
        """The states to which any step leads from a state."""
        return frozenset().union(*(self.ends(action, state) for action in self.steps))

    def leads(self, state: str | None, to: str) -> bool:
        """Whether any step leads from a state to another."""
        return to in self.following(state)

    def check(self, column: str, states: Collection[str] | None = None) -> str:
        """The SQL of a CHECK or a partial index: the column holds one of these states, or of all."""
        wanted = self.states if states is None else self._require(states)
        return f"{column} IN ({', '.join(repr(state) for state in wanted)})"

    def _require(self, states: Collection[str]) -> list[str]:
        """These states in the order of the table. Raises TypeError for others."""
        if unknown := set(states) - set(self.states):
            raise TypeError(f"{self.name} have no state {', '.join(sorted(unknown))}")
        return [state for state in self.states if state in states]


def markdown(machine: Machine) -> str:
    """The steps as a table, and below it what the states mean. The order is that of the machine."""
    has_then = any(each.then for each in machine.steps.values())
    head = ["step", "from", "to", "by", *(["then"] if has_then else [])]
    rows = [_row(machine, action, each)[: len(head)] for action, each in machine.steps.items()]
    lines = [_line(row) for row in (head, ["---"] * len(head), *rows)]
    meanings = [f"- `{state}`: {machine.meanings[state]}" for state in machine.states if state in machine.meanings]
    return "\n".join([*lines, *([""] if meanings else []), *meanings])


def _row(machine: Machine, action: str, taken: Step) -> list[str]:
    sources = [state for state in machine.states if state in taken.ways]
    ends = frozenset().union(*taken.ways.values())
    return [
        action,
        ", ".join(["-"] * (None in taken.ways) + sources),
        ", ".join(state for state in machine.states if state in ends),
        ", ".join(sorted(taken.by)),
        ", ".join(taken.then),
    ]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |".replace("|  |", "| |")
