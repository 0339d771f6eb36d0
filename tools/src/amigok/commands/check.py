"""check."""

from __future__ import annotations

import typer

from amigok import agreement
from amigok.commands import DEFAULT, Folder
from amigok.state import State

app = typer.Typer()


@app.command("check")
def check(state: Folder = DEFAULT) -> None:
    """Whether orders, animals and money tell the same story. Exit code 1 if they differ."""
    found = agreement.look(State.load(state))
    for difference in found.differences:
        print(difference)
    print(
        f"{found.orders} orders, {found.under_way} under way, {found.unpublished} events unpublished, "
        f"{len(found.differences)} differences"
    )
    raise typer.Exit(1 if found.differences else 0)
