"""contest: whether the result of a contest is what its file says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True)


@app.callback()
def contest() -> None:
    """Whether the result of a contest is what its file says."""


@app.command()
def verify(
    file: Annotated[Path, typer.Argument(help="What GET /api/v1/contests/{id}/result/file answered.", exists=True)],
    head: Annotated[str, typer.Option(metavar="DIGEST", help="The head that was announced.")] = "",
) -> None:
    """Compute a result anew, offline. Exit code 1 and each place that is not as it should be."""
    command = [sys.executable, "-m", "game", "verify-contest", str(file), *(["--head", head] if head else [])]
    raise typer.Exit(subprocess.run(command, check=False).returncode)
