"""audit: whether the logs of what people did by their role are whole."""

from __future__ import annotations

import subprocess
import sys
from typing import Annotated

import typer

from amigok import fleet, services
from amigok.commands import DEFAULT, Folder
from amigok.errors import Failure
from amigok.state import State

app = typer.Typer(no_args_is_help=True)


@app.command()
def verify(
    service: Annotated[str, typer.Argument(help="One service; otherwise every one that has a database.")] = "",
    noted: Annotated[
        list[str] | None,
        typer.Option(metavar="SERVICE:NUMBER:DIGEST", help="An entry that must still be there, as printed once."),
    ] = None,
    state: Folder = DEFAULT,
) -> None:
    """Let services compute the chains of their logs anew. Exit code 1 and the first broken entry if one was changed."""
    current = State.load(state)
    if current.servers is None:
        raise Failure("the fleet has no databases yet")
    logs = [name for name in fleet.SERVICES if f"service:{name}" in current.ports and fleet.load(name).database]
    known = {entry.partition(":")[0]: entry for entry in noted or ()}
    chosen = [name for name in logs if service in ("", name)]
    if missed := sorted({*known, *filter(None, [service])} - set(chosen)):
        raise Failure(f"not looked at: {', '.join(missed)}; there are the logs of {', '.join(logs)}")
    raise typer.Exit(max(_verify(name, known.get(name), current) for name in chosen))


def _verify(name: str, noted: str | None, state: State) -> int:
    assert state.servers is not None
    environment = services.environment(name, fleet.load(name), state, state.servers)
    command = [sys.executable, "-m", "amigok_chassis", "verify-audit", name, *(["--noted", noted] if noted else [])]
    return subprocess.run(command, env=environment, check=False).returncode
