"""The tables of the state machines are whole, and the README shows them as they are."""

from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from farm.claims.models import CLAIM_STEPS
from farm.deaths.models import DEATH_STEPS
from farm.disputes.models import DISPUTE_STEPS
from farm.livestock.errors import IllegalMovement
from farm.livestock.lifecycle import STEPS as MOVEMENTS
from farm.livestock.lifecycle import TRANSITIONS, Kind, Status, after
from farm.machine import WrongState, follow
from farm.removals.models import STEPS as WITHDRAWAL_STEPS

README = (Path(__file__).parents[1] / "README.md").read_text()
MACHINES = [MOVEMENTS, WITHDRAWAL_STEPS, DEATH_STEPS, CLAIM_STEPS, DISPUTE_STEPS]
STATUSES = get_args(Status)


def row(name, step):
    """A step as a row of a table of the README."""
    sources = ", ".join(sorted(str(source) for source in step.ways if source)) or "-"
    ends = ", ".join(sorted({end for ends in step.ways.values() for end in ends}))
    return f"| {name} | {sources} | {ends} | {', '.join(sorted(step.by))} |"


@pytest.mark.parametrize("machine", MACHINES)
def test_the_readme_shows_each_step(machine):
    for name, step in machine.items():
        assert row(name, step) in README


@pytest.mark.parametrize("machine", MACHINES)
def test_a_step_leaves_from_where_another_leads(machine):
    ends = {end for step in machine.values() for ends in step.ways.values() for end in ends}
    assert {state for step in machine.values() for state in step.ways} <= ends | {None}


@pytest.mark.parametrize("machine", MACHINES[1:])
def test_what_the_table_does_not_have_is_refused(machine):
    states = {end for step in machine.values() for ends in step.ways.values() for end in ends} | {None}
    for action, state in product(machine, states):
        if state not in machine[action].ways:
            with pytest.raises(WrongState):
                follow(machine, action, state)


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("status", [None, *STATUSES])
@pytest.mark.parametrize("owned", [False, True])
def test_a_movement_leads_where_the_table_says_or_nowhere(kind, status, owned):
    ends = MOVEMENTS[kind].ways.get(status, frozenset())
    try:
        status_after = after(kind, status, owned=owned)
    except IllegalMovement:
        assert not ends or ends == {"available", "assigned"} - {"assigned" if owned else "available"}
    else:
        assert status_after in ends
        assert status_after in {"withdrawn", "deceased", "assigned" if owned else "available"}


def test_what_is_withdrawn_or_dead_stays_so_unless_a_report_was_wrong():
    assert {status for status, ways in TRANSITIONS.items() if not ways} == {"withdrawn", "deceased"}
    assert [kind for kind, step in MOVEMENTS.items() if "deceased" in step.ways] == ["corrected"]
    assert [kind for kind, step in MOVEMENTS.items() if "withdrawn" in step.ways] == []
