"""partners: integrators and their queues."""

from __future__ import annotations

from typing import Annotated

import typer

from amigok import connections, partners
from amigok.broker import Broker
from amigok.commands import DEFAULT, Folder
from amigok.state import State

app = typer.Typer(no_args_is_help=True)


def _broker(state: Folder) -> Broker:
    current = State.load(state)
    return Broker(connections.management_url(current), connections.broker_url(current))


@app.command()
def add(
    name: str,
    topic: Annotated[
        list[str] | None, typer.Option(help="Such as marketplace.listing.# (all public events if none).")
    ] = None,
    state: Folder = DEFAULT,
) -> None:
    """Let a partner in; prints its URL with a new password, which is shown only now."""
    url = partners.add(_broker(state), name, topics=topic or ["#"])
    print(f"{url}\nqueue {partners.queue_of(name)}")


@app.command()
def remove(name: str, state: Folder = DEFAULT) -> None:
    """Take a partner's access and queue away."""
    partners.remove(_broker(state), name)


@app.command("list")
def list_(state: Folder = DEFAULT) -> None:
    """The partners there are."""
    print("\n".join(partners.names(_broker(state))) or "none")
