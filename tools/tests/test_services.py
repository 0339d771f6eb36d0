"""What the process of a service sees."""

import json
from pathlib import Path

from amigok import fleet, mailbox, services
from amigok import ports as free
from amigok.state import Addresses, State


def test_the_portal_is_told_where_the_other_services_of_the_run_are(tmp_path: Path) -> None:
    """Ports of services that ran earlier are kept, too."""
    others = [name for name in fleet.SERVICES if name != "portal"][:2]
    ports = {f"service:{name}": 20_000 + at for at, name in enumerate(fleet.SERVICES)}
    free.settle(ports, mailbox.PORTS)
    state = State(folder=tmp_path, ports=ports, services=[*others, "portal"])
    where = Addresses(kind="test")
    told = services.environment("portal", fleet.load("portal"), state, where)["PORTAL_SERVICES"]
    assert json.loads(told) == {name: services.url(state, name) for name in others}
