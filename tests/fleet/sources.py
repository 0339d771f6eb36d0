"""The Python that people write here. Each folder is walked, and each file is parsed, once."""

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from amigok import client_package
from amigok.fleet import ROOT


@cache
def python(folder: Path) -> tuple[Path, ...]:
    """The files in a folder that nobody generates, in order. Hidden folders do not count."""
    return tuple(sorted(path for path in _files(folder) if not client_package.is_generated(path, ROOT)))


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__pycache__"))]
        yield from (Path(place, name) for name in files if name.endswith(".py"))


@cache
def shipped() -> tuple[Path, ...]:
    """What is installed: everything but tests, benches and rules like these."""
    return tuple(
        path for place in ("libs", "services", "tools") for path in python(ROOT / place) if "src" in path.parts
    )


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text())
