"""The state machines of the services, in their READMEs and on a page of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from amigok.errors import Failure
from amigok_chassis.machine import markdown

if TYPE_CHECKING:
    from amigok_chassis.machine import Machine
    from amigok_chassis.service import Service

PAGE = Path("docs/state-machines.md")
_BLOCK = re.compile(r"<!-- machine: ([\w-]+) -->\n.*?<!-- /machine -->", re.DOTALL)


def files(services: Sequence[Service], root: Path) -> dict[Path, str]:
    """What the READMEs of services with machines and the page should hold, by path. `Failure` as `filled` says."""
    having = [service for service in services if service.machines]
    readmes = {root / "services" / service.name / "README.md": service for service in having}
    wanted = {path: filled(path.read_text(), service) for path, service in readmes.items()}
    return {**wanted, root / PAGE: page(having)} if having else {}


def filled(readme: str, service: Service) -> str:
    """The README with each machine between its markers. `Failure` when a marker is missing or names no machine."""
    machines = {machine.name: machine for machine in service.machines}
    found = _BLOCK.findall(readme)
    if sorted(found) != sorted(machine.name for machine in service.machines):
        raise Failure(
            f"services/{service.name}/README.md has markers for the machines {found or 'none'}, "
            f"the service has {[*machines]}: each needs <!-- machine: NAME --> and <!-- /machine -->, once"
        )
    return _BLOCK.sub(lambda match: _block(machines[match[1]]), readme)


def page(services: Sequence[Service]) -> str:
    """All machines of the fleet."""
    return "\n".join(_page(services))


def _page(services: Sequence[Service]) -> Iterator[str]:
    yield "# State machines"
    yield ""
    yield "Generated from the services' code by `make docs`. `-` in the column *from* means that nothing is there yet."
    for service in services:
        for machine in service.machines:
            yield f"\n## {service.name}: {machine.name}\n\n{markdown(machine)}"
    yield ""


def _block(machine: Machine) -> str:
    return f"<!-- machine: {machine.name} -->\n{markdown(machine)}\n<!-- /machine -->"
