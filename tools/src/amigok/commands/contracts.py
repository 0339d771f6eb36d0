"""contracts: what integrators install."""

from __future__ import annotations

import typer

app = typer.Typer(no_args_is_help=True)


@app.command()
def release() -> None:
    """Record the schemas and examples of this version: from now on nothing may break them within its major version."""
    from amigok import contracts_gate, fleet
    from amigok.generate import CONTRACTS
    from amigok_contracts import all_events

    package = fleet.ROOT / CONTRACTS
    (package / "released.json").write_text(contracts_gate.release(all_events(), package))
    print(f"released {contracts_gate.version_of(package)}")
