"""logs: what a service or server writes, made readable."""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from amigok.commands import DEFAULT, Folder
from amigok.errors import Failure
from amigok.state import State

app = typer.Typer()
LEADING = {"time", "timestamp", "level", "event"}
QUIET = {"logger", "service", "exception"}


@app.command()
def logs(
    name: str,
    follow: Annotated[bool, typer.Option("--follow", "-f")] = False,
    lines: Annotated[int, typer.Option("--lines", "-n", min=0)] = 100,
    raw: Annotated[bool, typer.Option("--raw", help="As written.")] = False,
    state: Folder = DEFAULT,
) -> None:
    """Print the log of a service, a server, 'gateway', 'access' or 'supervisor'."""
    folder = State.load(state).subfolder("logs")
    path = folder / f"{name}.log"
    if not path.exists():
        known = ", ".join(sorted(each.stem for each in folder.glob("*.log"))) or "none yet"
        raise Failure(f"there is no log of {name}; there are: {known}")
    for line in read(path, lines, follow=follow):
        print(line if raw else pretty(line), flush=follow)


def read(path: Path, last: int, *, follow: bool) -> Iterator[str]:
    """The last lines of the file, then what is appended, for ever."""
    with path.open(errors="replace") as file:
        yield from (line.rstrip("\n") for line in deque(file, last))
        partial = ""
        while follow:
            partial += file.readline()
            if partial.endswith("\n"):
                yield partial.rstrip("\n")
                partial = ""
            else:
                time.sleep(0.2)


def pretty(line: str) -> str:
    """`time level event key=value ...` of a JSON line; any other line as it is."""
    try:
        fields: Any = json.loads(line)
    except ValueError:
        return line
    if not isinstance(fields, dict) or "event" not in fields:
        return line
    moment = str(fields.get("time") or fields.get("timestamp") or "")
    level = str(fields.get("level", ""))
    rest = " ".join(f"{key}={value}" for key, value in fields.items() if key not in LEADING and key not in QUIET)
    text = f"{moment[11:23]} {level:<8} {fields['event']} {rest}".rstrip()
    return f"{text}\n{fields['exception']}" if fields.get("exception") else text
