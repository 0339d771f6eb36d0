"""Which servers an operator's command talks to: those of the environment, else those of the local run."""

from __future__ import annotations

import os

from amigok.errors import Failure
from amigok.state import State


def broker_url(state: State) -> str:
    return _address(state, "broker", "AMIGOK_BROKER_URL")


def management_url(state: State) -> str:
    return _address(state, "management", "AMIGOK_RABBITMQ_MANAGEMENT_URL")


def redis_url(state: State) -> str:
    return _address(state, "redis", "AMIGOK_REDIS_URL")


def _address(state: State, name: str, variable: str) -> str:
    url = os.environ.get(variable) or (getattr(state.servers, name) if state.servers else "")
    if not url:
        raise Failure(f"the fleet of {state.folder} was never up, and {variable} is not set")
    return str(url)
