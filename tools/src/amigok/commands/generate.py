"""generate: what follows from the services and the contracts."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer()


@app.command()
def generate(
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail if something is stale.")] = False,
) -> None:
    """Write the gateway's routes, the API and event documents, schemas and deployments."""
    from amigok import generate

    generate.generate(check=check)
