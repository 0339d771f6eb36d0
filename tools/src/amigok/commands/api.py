"""api: the HTTP API as its clients see it."""

from __future__ import annotations

import typer

app = typer.Typer(no_args_is_help=True, help="Check the HTTP API's document, and release it.")


@app.command()
def check() -> None:
    """Read the document with linters and a generator of types, as client developers do. What they approve is noted."""
    from amigok import api_check

    api_check.approve()
    print("Redocly, Spectral, openapi-typescript and tsc are content")


@app.command()
def release() -> None:
    """Record the document of this version: from now on nothing may break its clients within its major version."""
    from amigok import api_gate, client_package, contracts_gate, fleet, generate

    package = fleet.ROOT / client_package.PACKAGE
    document = generate.api_document([fleet.load(name) for name in fleet.SERVICES])
    (package / "released.json").write_text(api_gate.release(document, package))
    print(f"released {contracts_gate.version_of(package)}")
