"""backup, restore, replay: a service's database, and what it has forgotten after it was put back."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from amigok import backups, fleet, interventions, postgres_clients, replays, runner
from amigok.commands import DEFAULT, Folder
from amigok.errors import Failure
from amigok.state import State
from amigok_chassis.service import Service

app = typer.Typer()

To = Annotated[Path, typer.Option("--to", help="The folder for the files SERVICE.dump.", metavar="DIR")]
From = Annotated[
    Path, typer.Option("--from", help="What `backup` or `pg_dump --format=custom` wrote.", exists=True, dir_okay=False)
]


def say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


@app.command()
def backup(
    to: To,
    names: Annotated[list[str] | None, typer.Argument(metavar="[SERVICE]...", help="Only these.")] = None,
    state: Folder = DEFAULT,
) -> None:
    """Dump services' databases while they run. Each is whole; together they are of slightly different moments."""
    superuser = postgres_clients.superuser(State.load(state))
    for name in names or [name for name in fleet.SERVICES if fleet.load(name).database]:
        print(backups.dump(superuser, _with_database(name).name, to))


@app.command()
def restore(
    service: str,
    file: From,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    state: Folder = DEFAULT,
) -> None:
    """Put a dump in place of a service's database, and have the service handle what happened since. Asks first."""
    current, value = State.load(state), _with_database(service)
    superuser, dump = postgres_clients.superuser(current), backups.read(file, service)
    stopped = runner.service_of(current, service).stopped
    if not yes:
        typer.confirm(f"Put {file} in place of {service}'s database? Requests to it are refused meanwhile.", abort=True)
    interventions.record(current, "database.restored", database=service, file=str(file.resolve()))
    if not stopped:
        runner.request(current, service, "stop")
    try:
        former = backups.restore(superuser, value, dump)
    except Failure:
        if not stopped:
            runner.request(State.load(state), service, "start")
        raise
    say(f"restored; the database as it was is now called {former}")
    _migrate(current, service)
    whole = replays.replay(current, superuser, service, say=say)
    runner.request(State.load(state), service, "start")
    say(f"{service} is started; when its events are published, run `amigok check`")
    raise typer.Exit(0 if whole else 1)


@app.command()
def replay(
    service: str,
    only_list: Annotated[bool, typer.Option("--list", help="Write them to standard output, one a line.")] = False,
    state: Folder = DEFAULT,
) -> None:
    """Have a stopped service handle events that its database does not know, in the order in which they happened."""
    current = State.load(state)
    superuser = postgres_clients.superuser(current)
    if only_list:
        asyncio.run(replays.write(superuser, service, sys.stdout, say=say))
        return
    if not runner.service_of(current, service).stopped:
        raise Failure(f"stop {service} first, so that new events do not overtake old ones: `amigok stop {service}`")
    raise typer.Exit(0 if replays.replay(current, superuser, service, say=say) else 1)


def _with_database(name: str) -> Service:
    service = fleet.load(name)
    if not service.database:
        raise Failure(f"{name} has no database")
    return service


def _migrate(state: State, name: str) -> None:
    command = [sys.executable, "-m", "amigok_chassis", "migrate", name]
    if subprocess.run(command, env=replays.environment_of(state, name), check=False).returncode:
        raise Failure(f"the restored database of {name} could not be migrated")
