"""status: how the fleet is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Annotated

import typer

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


class Alarm(str):
    """A cell that is shown in red."""


def show(found: health.Health) -> None:
    if not found.up:
        typer.echo("the fleet is not up")
    if found.processes:
        _print(["process", "ready", "pid", "port", "up", "restarts"], map(_process, found.processes))
    if found.services and found.up:
        columns = ["service", "oldest unpublished", "dead letters", "stuck", "differences"]
        _print(columns, map(_service, found.services))
    if found.queues:
        _print(["queue", "ready", "unacknowledged", "consumers"], map(_queue, found.queues))


def _process(one: health.ProcessHealth) -> list[str]:
    ready = "yes" if one.ready else Alarm("stopped" if one.stopped else "no")
    up = "" if one.up_seconds is None else str(timedelta(seconds=int(one.up_seconds)))
    return [one.name, ready, str(one.pid or ""), str(one.port or ""), up, str(one.restarts)]


def _service(one: health.ServiceHealth) -> list[str]:
    age = one.oldest_unpublished_seconds
    counts = (one.dead_letters, one.stuck, one.differences)
    return [one.name, "-" if age is None else f"{age:.1f} s", *map(_count, counts)]


def _queue(one: health.QueueHealth) -> list[str]:
    return [one.name, str(one.ready), str(one.unacknowledged), str(one.consumers)]


def _count(count: int | None) -> str:
    if count is None:
        return "-"
    return Alarm(count) if count else "0"


def _print(columns: list[str], rows: Iterable[list[str]]) -> None:
    """A table: the first column to the left, the others to the right."""
    table = [columns, *rows]
    widths = [max(map(len, cells)) for cells in zip(*table, strict=True)]
    for row in table:
        typer.echo("   ".join(map(_padded, row, [-widths[0], *widths[1:]])))


def _padded(cell: str, width: int) -> str:
    """The cell at its width, to the left where that is negative."""
    text = cell.rjust(width) if width > 0 else cell.ljust(-width)
    return typer.style(text, fg="red") if isinstance(cell, Alarm) else text
