"""audit: whether the log of what administrators did is whole."""

from __future__ import annotations

import subprocess
import sys
from typing import Annotated

import typer

from amigok import fleet, services
from amigok.commands import DEFAULT, Folder
from amigok.errors import Failure
from amigok.state import State

app = typer.Typer(no_args_is_help=True, help="Prove the audit log.")


@app.callback()
def _group() -> None:
    pass


@app.command()
def verify(
    noted: Annotated[
        str, typer.Option(metavar="NUMBER:DIGEST", help="An entry that must still be there, as printed once.")
    ] = "",
    state: Folder = DEFAULT,
) -> None:
    """Ask identity to compute the log's chain anew. Exit code 1 and the first broken entry if it was tampered with."""
    current = State.load(state)
    if current.servers is None:
        raise Failure("the fleet has no databases yet")
    environment = services.environment("identity", fleet.load("identity"), current, current.servers)
    command = [sys.executable, "-m", "identity", "verify-audit", *(["--noted", noted] if noted else [])]
    raise typer.Exit(subprocess.run(command, env=environment, check=False).returncode)
