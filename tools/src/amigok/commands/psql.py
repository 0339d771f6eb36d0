"""psql."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from amigok import interventions, postgres_clients
from amigok.commands import DEFAULT, Folder
from amigok.state import State

app = typer.Typer()

READ_ONLY = "-c default_transaction_read_only=on"


@app.command(context_settings={"ignore_unknown_options": True})
def psql(
    service: str,
    options: Annotated[list[str] | None, typer.Argument(help="For psql, such as -c 'SELECT 1'.")] = None,
    write: Annotated[bool, typer.Option("--write", help="Let statements change data; recorded.")] = False,
    state: Folder = DEFAULT,
) -> None:
    """Open a service's database with the service's own login, read-only unless --write is given."""
    current = State.load(state)
    where, environment = postgres_clients.arguments(postgres_clients.service_login(current, service))
    program = postgres_clients.program("psql")
    if write:
        interventions.record(current, "database.opened_for_writing", database=service)
    else:
        environment["PGOPTIONS"] = f"{environment.get('PGOPTIONS', '')} {READ_ONLY}".strip()
    os.execve(program, [str(program), *where, *(options or [])], environment)  # noqa: S606
