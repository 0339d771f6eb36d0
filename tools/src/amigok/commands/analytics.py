"""analytics: the archive of all events, and the facts that follow from it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import datetime
from typing import Annotated

import typer

from amigok import archived, connections, replays
from amigok.commands import DEFAULT, Folder
from amigok.errors import Failure
from amigok.state import State

app = typer.Typer(no_args_is_help=True)


@app.command()
def rebuild(
    accept: Annotated[
        bool, typer.Option(help="Put them in place even where they differ from those that are there.")
    ] = False,
    state: Folder = DEFAULT,
) -> None:
    """Make all facts anew from the archive, compare by checksum and put them in place. Exit code 1 if some differ."""
    command = [sys.executable, "-m", "analytics", "rebuild", *(["--accept"] if accept else [])]
    environment = replays.environment_of(State.load(state), "analytics")
    raise typer.Exit(subprocess.run(command, env=environment, check=False).returncode)


@app.command()
def replay(
    queue: Annotated[str, typer.Argument(help="The queue of a subscription, such as feed.animals.")],
    first: Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"], help="The day they arrived.")],
    last: Annotated[datetime, typer.Option("--to", formats=["%Y-%m-%d"], help="The last such day.")],
    force: Annotated[bool, typer.Option(help="Also what a consumer may have forgotten that it handled.")] = False,
    state: Folder = DEFAULT,
) -> None:
    """Send a consumer the archived events that it subscribes to, in the order of arrival. It drops what it knows."""
    current = State.load(state)
    wanted = archived.events_of(queue)
    url = connections.broker_url(current)
    command = [sys.executable, "-m", "analytics", "events", "--from", f"{first:%Y-%m-%d}", "--to", f"{last:%Y-%m-%d}"]
    environment = replays.environment_of(current, "analytics")
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        sent, old = asyncio.run(archived.send(url, queue, process.stdout, wanted=wanted, force=force))
    if process.returncode:
        raise Failure(f"the archive cannot be read: code {process.returncode}")
    print(f"{sent} sent to {queue}" + (f", {old} left: too old, --force sends them" if old else ""))
