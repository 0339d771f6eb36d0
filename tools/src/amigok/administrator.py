"""The first administrator of a local run, and others."""

from __future__ import annotations

import os
import runpy
import secrets
import subprocess
import sys

from amigok import fleet, services
from amigok.errors import Failure
from amigok.services import Services
from amigok.state import Addresses, State

EMAIL = "admin@amigok.test"


def create(running: Services, state: State, servers: Addresses) -> None:
    """Ask identity's own command for the account; done once a state folder. Its password is in the state."""
    if state.administrator:
        return
    password = state.secret("administrator", 18)
    state.save()
    env = services.environment("identity", running["identity"], state, servers)
    services.run_once("identity", _command, state, env, f"{password}\n")
    state.administrator = EMAIL
    state.save()


def another(state: State, email: str) -> str:
    """Makes one more administrator of a running fleet, whose decisions count at once. Returns the password."""
    assert state.servers is not None
    password = secrets.token_urlsafe(18)
    env = services.environment("identity", fleet.load("identity"), state, state.servers)
    command = [sys.executable, "-m", "identity", "create-administrator", "--email", email]
    done = subprocess.run(
        command, env=os.environ | env, input=f"{password}\n", capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Failure(f"identity made no administrator: {done.stderr}")
    return password


def _command() -> None:
    sys.argv = ["identity", "create-administrator", "--email", EMAIL]
    runpy.run_module("identity", run_name="__main__", alter_sys=True)
