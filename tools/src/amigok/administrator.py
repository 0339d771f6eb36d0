"""The first administrator of a local run."""

from __future__ import annotations

import runpy
import sys

from amigok import services
from amigok.services import Services
from amigok.state import Addresses, State

EMAIL = "admin@amigok.test"


def create(fleet: Services, state: State, servers: Addresses) -> None:
    """Ask identity's own command for the account; done once a state folder. Its password is in the state."""
    if state.administrator:
        return
    password = state.secret("administrator", 18)
    state.save()
    env = services.environment("identity", fleet["identity"], state, servers)
    services.run_once("identity", _command, state, env, f"{password}\n")
    state.administrator = EMAIL
    state.save()


def _command() -> None:
    sys.argv = ["identity", "create-administrator", "--email", EMAIL]
    runpy.run_module("identity", run_name="__main__", alter_sys=True)
