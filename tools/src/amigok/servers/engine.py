"""ClickHouse for the analytics service: embedded, in a process of its own, on a folder that no other process opens.

Who sets ANALYTICS_CLICKHOUSE_URL has a server of their own.
"""

from __future__ import annotations

import os
import sys

from amigok import ports, web
from amigok.processes import spawn
from amigok.state import State
from amigok.supervisor import Task

NAME = "engine"
SERVICE = "analytics"


def is_wanted() -> bool:
    return not os.environ.get("ANALYTICS_CLICKHOUSE_URL")


def settle_ports(state: State) -> None:
    if is_wanted():
        ports.settle(state.ports, [NAME])


def settings(state: State) -> dict[str, str]:
    """What tells the service of it; nothing if there is another."""
    if not is_wanted() or NAME not in state.ports:
        return {}
    return {"ANALYTICS_CLICKHOUSE_URL": f"http://default:{_secret(state)}@127.0.0.1:{state.ports[NAME]}/{SERVICE}"}


def task(state: State) -> Task:
    """The task that runs it."""
    log = state.log(NAME)
    folder = state.data.setdefault(NAME, state.subfolder(NAME))
    told = {
        "ANALYTICS_ENGINE_PATH": str(folder),
        "ANALYTICS_ENGINE_PORT": str(state.ports[NAME]),
        "ANALYTICS_ENGINE_SECRET": _secret(state),
    }
    argv = [sys.executable, "-m", "analytics.engine"]
    return Task(
        name=NAME,
        kind="server",
        launch=lambda: spawn(argv, log=log, environment={**os.environ, **told}),
        ready=lambda: answers(state),
        log=log,
        port=state.ports[NAME],
    )


def answers(state: State) -> bool:
    return web.is_success(f"http://127.0.0.1:{state.ports[NAME]}/ping")


def _secret(state: State) -> str:
    return state.secret(NAME)
