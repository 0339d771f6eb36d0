"""demo."""

from __future__ import annotations

import asyncio

import typer

from amigok import demo
from amigok.client import Refused
from amigok.commands import DEFAULT, Folder
from amigok.errors import Failure
from amigok.state import State

app = typer.Typer()


@app.command("demo")
def play(state: Folder = DEFAULT) -> None:
    """Play the platform's main job against the running fleet, step by step."""
    try:
        asyncio.run(demo.play(State.load(state)))
    except Refused as refused:
        raise Failure(f"the fleet refused: {refused}") from refused
