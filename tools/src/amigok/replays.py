"""Has a service handle what it has forgotten, by its own command in its own environment."""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import sys
from typing import IO

from amigok import fleet, services
from amigok.errors import Failure
from amigok.forgotten import Forgotten, Row
from amigok.state import State
from amigok.supervisor import Say
from amigok_chassis.replay import SOME_FAILED


def replay(state: State, superuser: str, name: str, *, say: Say) -> bool:
    """Feeds the service the events, oldest first, and prints what became of them. False if it could not handle some.

    `Failure` if it stopped before it had tried all of them.
    """
    command = [sys.executable, "-m", "amigok_chassis", "replay", name]
    environment = environment_of(state, name)
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        with contextlib.suppress(BrokenPipeError), process.stdin as sink:  # its exit code says more
            asyncio.run(write(superuser, name, sink, say=say))
    if process.returncode not in (0, SOME_FAILED):
        raise Failure(f"{name} ended with code {process.returncode}; run `amigok replay {name}` again, then start it")
    return process.returncode == 0


async def write(superuser: str, name: str, sink: IO[str], *, say: Say) -> None:
    """Writes the events as JSON, one a line, and says where some may be gone for good."""
    async with Forgotten(superuser, name) as forgotten:
        for gap in await forgotten.gaps():
            say(f"beware: {gap}")
        async for row in forgotten.rows():
            sink.write(f"{_line(row)}\n")


def _line(row: Row) -> str:
    return json.dumps(dict(row), default=str, ensure_ascii=False)


def environment_of(state: State, name: str) -> dict[str, str]:
    """What a command of the service sees on a local run."""
    if state.servers is None:
        raise Failure(f"the fleet of {state.folder} was never up")
    return services.environment(name, fleet.load(name), state, state.servers)
