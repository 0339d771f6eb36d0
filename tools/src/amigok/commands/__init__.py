"""The command line, one module a noun."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from amigok.state import DEFAULT

Folder = Annotated[Path, typer.Option("--state", help="The state folder of the run.", metavar="DIR")]

__all__ = ["DEFAULT", "Folder"]
