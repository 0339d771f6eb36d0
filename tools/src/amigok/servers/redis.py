"""A private Redis with an append-only file."""

from __future__ import annotations

from amigok import ports
from amigok.errors import Failure
from amigok.processes import spawn
from amigok.servers.external import redis_answers
from amigok.servers.files import write_private
from amigok.servers.packages import redis_program
from amigok.state import Addresses, State
from amigok.supervisor import Task


def prepare(state: State, addresses: Addresses, *, durable: bool) -> list[Task]:
    """Write its configuration; the task that runs it."""
    ports.settle(state.ports, ["redis"])
    port, password = state.ports["redis"], state.secret("redis")
    program = redis_program()
    if program is None:
        raise Failure("missing: redis-server")
    folder = state.data.setdefault("redis", state.subfolder("redis"))
    folder.mkdir(mode=0o700, exist_ok=True)
    settings = {
        "bind": "127.0.0.1",
        "port": port,
        "dir": f'"{folder}"',
        "requirepass": password,
        "appendonly": "yes" if durable else "no",
        "save": '""',
        "daemonize": "no",
    }
    configuration = write_private(folder / "redis.conf", "".join(f"{key} {value}\n" for key, value in settings.items()))
    addresses.redis = f"redis://:{password}@127.0.0.1:{port}/0"
    log = state.log("redis")
    return [
        Task(
            name="redis",
            kind="server",
            launch=lambda: spawn([program, configuration], log=log),
            ready=lambda: redis_answers(addresses.redis),
            log=log,
            port=port,
            grace=10,
        )
    ]
