"""broker: exchanges, queues and the services' logins."""

from __future__ import annotations

import os

import typer

from amigok import broker, connections, fleet
from amigok.commands import DEFAULT, Folder
from amigok.errors import Failure
from amigok.services import broker_password
from amigok.state import State

app = typer.Typer(no_args_is_help=True)


@app.command("set-up")
def set_up(state: Folder = DEFAULT) -> None:
    """Make exchanges, queues and a login for each service, with just the rights that it needs; safe to repeat.

    Elsewhere than on a local run the passwords come from SERVICE_BROKER_PASSWORD of each service.
    """
    current = State.load(state)
    services = [fleet.load(name) for name in fleet.SERVICES]
    speakers = [service.name for service in services if broker.has_login(service)]
    where = broker.Broker(connections.management_url(current), connections.broker_url(current))
    broker.set_up(where, services, {name: _password(current, name) for name in speakers})
    print(f"set up for {', '.join(speakers)}")


def _password(state: State, name: str) -> str:
    given = os.environ.get(broker.password_key(name), "")
    if not given and "AMIGOK_BROKER_URL" in os.environ:
        raise Failure(f"{broker.password_key(name)} is not set")
    return given or broker_password(state, name)
