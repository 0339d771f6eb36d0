"""The servers as containers of deploy/compose/servers.yaml, on ports of 127.0.0.1."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess

from amigok import ports
from amigok.errors import Failure
from amigok.fleet import ROOT
from amigok.state import Addresses, State

FILE = ROOT / "deploy/compose/servers.yaml"
PORTS = ("postgres", "amqp", "management", "prometheus", "redis")


def is_reachable() -> bool:
    """Whether an engine answers and has the compose plugin."""
    if shutil.which("docker") is None:
        return False
    try:
        return all(
            subprocess.run(["docker", *question], capture_output=True, timeout=5).returncode == 0
            for question in (["compose", "version"], ["info"])
        )
    except subprocess.TimeoutExpired:
        return False


def start(state: State, addresses: Addresses, names: list[str]) -> None:
    """Bring the named containers up, wait until they are healthy, and fill in their addresses."""
    if not _runs(state):
        ports.settle(state.ports, PORTS)
    chosen = state.ports
    secrets = {name: state.secret(name) for name in ("postgres", "rabbitmq", "redis")}
    state.save()
    _compose(state, "up", "--detach", "--wait", *names)
    if "postgres" in names:
        addresses.postgres = f"postgresql://postgres:{secrets['postgres']}@127.0.0.1:{chosen['postgres']}/postgres"
    if "rabbitmq" in names:
        addresses.broker = f"amqp://amigok:{secrets['rabbitmq']}@127.0.0.1:{chosen['amqp']}/amigok"
        addresses.management = f"http://amigok:{secrets['rabbitmq']}@127.0.0.1:{chosen['management']}"
    if "redis" in names:
        addresses.redis = f"redis://:{secrets['redis']}@127.0.0.1:{chosen['redis']}/0"


def stop(state: State) -> None:
    _compose(state, "stop")


def remove(state: State) -> None:
    _compose(state, "down", "--volumes")


def _runs(state: State) -> bool:
    return all(name in state.ports for name in PORTS) and bool(_compose(state, "ps", "--quiet").strip())


def _compose(state: State, *command: str) -> str:
    project = "amigok-" + hashlib.sha256(str(state.folder).encode()).hexdigest()[:10]
    settings = {
        **{f"{name.upper()}_PORT": str(state.ports.get(name, 0)) for name in PORTS},
        **{f"{name.upper()}_PASSWORD": state.secret(name) for name in ("postgres", "rabbitmq", "redis")},
    }
    done = subprocess.run(
        ["docker", "compose", "--project-name", project, "--file", FILE, *command],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise Failure(f"docker compose {command[0]} failed: {done.stderr.strip()[-800:]}")
    return done.stdout
