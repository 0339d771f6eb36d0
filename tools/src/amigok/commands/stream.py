"""stream: whether what devices have signed is what is stored."""

from __future__ import annotations

import subprocess
import sys
from typing import Annotated
from uuid import UUID

import typer

from amigok import fleet, services
from amigok.commands import DEFAULT, Folder
from amigok.errors import Failure
from amigok.state import State

app = typer.Typer(no_args_is_help=True)


@app.callback()
def stream() -> None:
    """Whether what devices have signed is what is stored."""


@app.command()
def verify(
    device: Annotated[UUID, typer.Argument(help="The device's id.")],
    noted: Annotated[
        str, typer.Option(metavar="NUMBER:HASH", help="A batch that must still be there, as printed once.")
    ] = "",
    state: Folder = DEFAULT,
) -> None:
    """Have the service compute a device's evidence anew from its detections. Exit code 1 and what does not fit."""
    current = State.load(state)
    if current.servers is None:
        raise Failure("the fleet has no databases yet")
    environment = services.environment("stream", fleet.load("stream"), current, current.servers)
    command = [sys.executable, "-m", "stream", "verify-evidence", str(device), *(["--noted", noted] if noted else [])]
    raise typer.Exit(subprocess.run(command, env=environment, check=False).returncode)
