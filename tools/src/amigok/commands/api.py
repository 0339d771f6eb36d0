"""api: the HTTP API as its clients see it."""

from __future__ import annotations

import typer

app = typer.Typer(no_args_is_help=True, help="Check the HTTP API's document, and release it.")


@app.command()
def check() -> None:
    """Read the document with linters and a generator of types, as client developers do."""
    from amigok import api_check

    api_check.check()
    print("Redocly, Spectral, openapi-typescript and tsc are content")
