"""search: what is searched in the market, made again."""

from __future__ import annotations

import subprocess
import sys

import typer

from amigok import replays
from amigok.commands import DEFAULT, Folder
from amigok.state import State

app = typer.Typer(no_args_is_help=True)


@app.callback()
def search() -> None:
    """What is searched in the market."""


@app.command()
def rebuild(state: Folder = DEFAULT) -> None:
    """Make all search documents again, and the index of OpenSearch if there is one, while the fleet runs.

    Exit code 1 if some were different.
    """
    command = [sys.executable, "-m", "marketplace", "rebuild"]
    environment = replays.environment_of(State.load(state), "marketplace")
    raise typer.Exit(subprocess.run(command, env=environment, check=False).returncode)
