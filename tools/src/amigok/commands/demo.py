"""demo."""

from __future__ import annotations

import asyncio

import typer

from amigok.commands import DEFAULT, Folder
from amigok.errors import Failure
from amigok.state import State

app = typer.Typer()


@app.command("demo")
def play(state: Folder = DEFAULT) -> None:
    """Play the platform's main job against the running fleet, step by step."""
    from amigok import demo
    from amigok_client import Problem

    try:
        asyncio.run(demo.play(State.load(state)))
    except Problem as problem:
        raise Failure(f"the fleet refused: {problem}") from problem
