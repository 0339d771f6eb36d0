"""status: how the fleet is."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from amigok import health
from amigok.commands import DEFAULT, Folder
from amigok.state import State

app = typer.Typer()


@app.command()
def status(
    as_json: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False,
    state: Folder = DEFAULT,
) -> None:
    """Every server, service and queue, what waits and what is stuck. Exit code 1 unless all is ready."""
    found = health.look(State.load(state))
    if as_json:
        print(found.model_dump_json(indent=2))
    else:
        show(found)
    raise typer.Exit(0 if found.ready else 1)


def show(found: health.Health) -> None:
    console = Console()
    if not found.up:
        console.print("the fleet is not up")
    if found.processes:
        console.print(_processes(found))
    if found.services and found.up:
        console.print(_services(found))
    if found.queues:
        console.print(_queues(found))


def _processes(found: health.Health) -> Table:
    table = _table("process", "ready", "pid", "port", "up", "restarts")
    for one in found.processes:
        ready = "[green]yes[/]" if one.ready else f"[red]{'stopped' if one.stopped else 'no'}[/]"
        up = "" if one.up_seconds is None else str(timedelta(seconds=int(one.up_seconds)))
        table.add_row(one.name, ready, str(one.pid or ""), str(one.port or ""), up, str(one.restarts))
    return table


def _services(found: health.Health) -> Table:
    table = _table("service", "oldest unpublished", "dead letters", "stuck", "differences")
    for one in found.services:
        age = one.oldest_unpublished_seconds
        table.add_row(
            one.name,
            "-" if age is None else f"{age:.1f} s",
            _alarming(one.dead_letters),
            *("-" if count is None else _alarming(count) for count in (one.stuck, one.differences)),
        )
    return table


def _queues(found: health.Health) -> Table:
    table = _table("queue", "ready", "unacknowledged", "consumers")
    for one in found.queues:
        table.add_row(one.name, str(one.ready), str(one.unacknowledged), str(one.consumers))
    return table


def _alarming(count: int) -> str:
    return f"[red]{count}[/]" if count else "0"


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0))
    for number, column in enumerate(columns):
        table.add_column(column, justify="left" if number == 0 else "right")
    return table
