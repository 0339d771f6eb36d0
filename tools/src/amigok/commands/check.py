"""check."""

from __future__ import annotations

from typing import Annotated

import typer

from amigok import agreement
from amigok.agreement import Agreement
from amigok.commands import DEFAULT, Folder
from amigok.state import State

app = typer.Typer()

Which = Annotated[str, typer.Argument(metavar="[SERVICE]", help="Only what concerns this service.")]


@app.command("check")
def check(service: Which = "", state: Folder = DEFAULT) -> None:
    """Whether orders, animals, money and invoices agree. Exit code 1 if they differ."""
    raise typer.Exit(tell(agreement.look(State.load(state), service)))


def tell(found: Agreement) -> int:
    """Prints what was found. Returns the exit code."""
    for difference in found.differences:
        print(difference)
    nouns = ", ".join(f"{count} {noun}" for noun, count in sorted(found.under_way.items()))
    print(
        f"{found.facts} facts compared, {sum(found.under_way.values())} under way{f' ({nouns})' if nouns else ''}, "
        f"{found.unpublished} events unpublished, {len(found.differences)} differences"
    )
    return 1 if found.differences else 0
