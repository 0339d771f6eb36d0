"""The simulated device of a local run (`tests/simulators/jetson`): it waits until somebody gives it a claim."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from amigok import ports
from amigok.errors import Failure
from amigok.fleet import ROOT
from amigok.processes import is_alive, spawn
from amigok.state import Addresses, State
from amigok.supervisor import Task

if TYPE_CHECKING:
    import httpx

NAME = "jetson"


def url(state: State) -> str:
    """Where it is controlled."""
    return f"http://127.0.0.1:{state.ports[NAME]}"


def task(state: State, servers: Addresses) -> Task:
    """The device as a process of its own. Until it has a claim it costs next to nothing."""
    ports.settle(state.ports, [NAME])
    port, log = state.ports[NAME], state.log(NAME)
    gateway = f"http://127.0.0.1:{state.gateway_port}"
    argv = [sys.executable, "-m", "tests.simulators.jetson", "--api", gateway, "--control", port]
    argv += ["--state", state.subfolder(NAME)]
    if address := getattr(servers, "mqtt", ""):
        argv += ["--mqtt", address.removeprefix("mqtt://")]
    return Task(
        name=NAME,
        kind="device",
        launch=lambda: spawn(argv, log=log, environment=dict(os.environ), folder=ROOT),
        ready=lambda: ports.accepts(port),
        log=log,
        port=port,
        grace=5,
    )


def is_running(state: State) -> bool:
    return NAME in state.processes and is_alive(state.processes[NAME])


async def tell(http: httpx.AsyncClient, state: State, path: str, **body: Any) -> Any:
    """What the control API answers. `Failure` where it refuses."""
    answer = await http.post(f"{url(state)}/_control/{path}", json=body)
    if not answer.is_success:
        raise Failure(f"the simulated device refuses {path}: {answer.text}")
    return answer.json() if answer.content else None
