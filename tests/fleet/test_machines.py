"""The state machines of every service hold."""

import pytest

from amigok.fleet import SERVICES, load
from amigok_chassis.machine import Machine
from amigok_chassis.testing import machine_holds

MACHINES = [pytest.param(machine, id=f"{name}-{machine.name}") for name in SERVICES for machine in load(name).machines]


@pytest.mark.parametrize("machine", MACHINES)
def test_every_state_is_reached_and_every_step_leads_where_its_table_says(machine: Machine) -> None:
    machine_holds(machine)
