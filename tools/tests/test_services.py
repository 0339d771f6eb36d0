"""What the process of a service sees."""

import json
from pathlib import Path

import pytest

from amigok import fleet, services
from amigok.state import Addresses, State


def test_the_portal_is_told_where_the_other_services_of_the_run_are(tmp_path: Path) -> None:
    """Ports of services that ran earlier are kept, too."""
    others = [name for name in fleet.SERVICES if name != "portal"][:2]
    state = State(folder=tmp_path, services=[*others, "portal"])
    services.settle_ports(state, fleet.SERVICES)
    where = Addresses(kind="test")
    told = services.environment("portal", fleet.load("portal"), state, where)["PORTAL_SERVICES"]
    assert json.loads(told) == {name: services.url(state, name) for name in others}


@pytest.mark.parametrize("name", fleet.SERVICES)
def test_a_service_can_be_configured_as_soon_as_ports_are_settled(name: str, tmp_path: Path) -> None:
    state = State(folder=tmp_path)
    services.settle_ports(state, (name, "identity"))
    told = services.environment(name, fleet.load(name), state, Addresses(kind="test"))
    assert told["AMIGOK_PORT"] == str(state.ports[f"service:{name}"])
