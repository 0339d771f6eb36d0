"""restate: what a service has now, published again for services that came later."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

import typer

from amigok import fleet, replays
from amigok.commands import DEFAULT, Folder
from amigok.errors import Failure
from amigok.state import State

app = typer.Typer()


@app.command()
def restate(service: str, state: Folder = DEFAULT) -> None:
    """Have the workers of a service publish what it has now, for services that came later. It does no harm."""
    if service not in fleet.SERVICES or find_spec(f"{service}.restatements") is None:
        raise Failure(f"{service} restates nothing")
    command = [sys.executable, "-m", service, "restate"]
    environment = replays.environment_of(State.load(state), service)
    raise typer.Exit(subprocess.run(command, env=environment, check=False).returncode)
