"""keys: what signs access tokens."""

from __future__ import annotations

import subprocess
import sys

import typer

from amigok import fleet, services
from amigok.commands import DEFAULT, Folder
from amigok.errors import Failure
from amigok.state import State

app = typer.Typer(no_args_is_help=True)


@app.command()
def rotate(state: Folder = DEFAULT) -> None:
    """Publish the next key; it signs a minute and a half later. The one before goes when its tokens have expired."""
    current = State.load(state)
    if not current.ready or current.servers is None:
        raise Failure(f"the fleet of {current.folder} is not up")
    environment = services.environment("identity", fleet.load("identity"), current, current.servers)
    done = subprocess.run([sys.executable, "-m", "identity", "rotate-keys"], env=environment, check=False)
    if done.returncode:
        raise Failure("no key was published")
