"""Real PostgreSQL, RabbitMQ and Redis behind one small shape, for the local run and for tests.

    with start_servers(folder, durable=False) as servers:
        servers.postgres, servers.broker, servers.management, servers.redis

Each comes from the first of: the environment (AMIGOK_POSTGRES_URL, AMIGOK_RABBITMQ_URL with
AMIGOK_RABBITMQ_MANAGEMENT_URL, AMIGOK_REDIS_URL); a reachable Docker engine; native binaries as private
instances in the folder. AMIGOK_SERVERS=docker or native leaves no choice between the last two.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from amigok.errors import Failure
from amigok.servers import docker, external, packages, postgres, rabbitmq, redis
from amigok.state import Addresses, State, prepare
from amigok.supervisor import Say, Supervisor

ALL = ("postgres", "rabbitmq", "redis")
NATIVE = {"postgres": postgres, "rabbitmq": rabbitmq, "redis": redis}

__all__ = ["ALL", "Servers", "start_servers", "stop_servers"]


@dataclass(kw_only=True)
class Servers:
    """Started servers. URLs carry the administrator's credentials; one that was not asked for is ''."""

    state: State
    supervisor: Supervisor
    addresses: Addresses
    keep: bool
    names: list[str] = field(default_factory=list)

    @property
    def postgres(self) -> str:
        """postgresql://user:password@host:port/postgres of a superuser."""
        return self.addresses.postgres

    @property
    def broker(self) -> str:
        """amqp://user:password@host:port/vhost"""
        return self.addresses.broker

    @property
    def management(self) -> str:
        """http://user:password@host:port of RabbitMQ's management API."""
        return self.addresses.management

    @property
    def redis(self) -> str:
        """redis://:password@host:port/0"""
        return self.addresses.redis

    def await_ready(self) -> None:
        self.supervisor.await_ready(name for name in self.names if name != "epmd")
        external.await_answers(self.addresses)

    def stop(self) -> None:
        """End what was started here, and remove the data unless it is to be kept."""
        self.supervisor.stop([name for name in self.names if name != "epmd"])
        if "epmd" in self.names:
            self.supervisor.stop(["epmd"])
        self.names.clear()
        if self.addresses.kind == "docker":
            docker.stop(self.state)
        if not self.keep:
            forget_data(self.state)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def start_servers(
    folder: Path,
    *,
    durable: bool = True,
    only: Collection[str] = ALL,
    say: Say = lambda message: None,
) -> Servers:
    """Bring servers up, wait until they answer, and return them; `Failure` leaves nothing running.

    Call it from the main thread: the servers end with the thread that started them. `durable=False` trades
    safety at a power failure for speed and removes the data at `stop`.
    """
    state = State.load(folder)
    servers = launch(state, Supervisor(say=say), durable=durable, keep=durable, only=only)
    try:
        servers.await_ready()
    except BaseException:
        servers.stop()
        raise
    return servers


def stop_servers(servers: Servers) -> None:
    servers.stop()


def launch(
    state: State,
    supervisor: Supervisor,
    *,
    durable: bool = True,
    keep: bool = True,
    only: Collection[str] = ALL,
) -> Servers:
    """Start the servers as tasks of the supervisor without waiting for them."""
    prepare(state.folder)
    addresses = external.from_environment(only)
    missing = [name for name in only if not external.has(addresses, name)]
    servers = Servers(state=state, supervisor=supervisor, addresses=addresses, keep=keep)
    if missing:
        addresses.kind = _provider(state)
        try:
            _start(servers, missing, durable=durable)
        except BaseException:
            servers.stop()
            raise
    state.servers = addresses
    state.save()
    return servers


def _start(servers: Servers, names: list[str], *, durable: bool) -> None:
    if servers.addresses.kind == "docker":
        docker.start(servers.state, servers.addresses, names)
        return
    packages.ensure(names, say=servers.supervisor.say)
    for name in names:
        tasks = NATIVE[name].prepare(servers.state, servers.addresses, durable=durable)
        for task in tasks:
            servers.supervisor.start(task)
            servers.names.append(task.name)


def _provider(state: State) -> str:
    """Where missing servers come from: as asked, as the last time (the data is there), or what is there."""
    asked = os.environ.get("AMIGOK_SERVERS") or (state.servers.kind if state.servers else "")
    if asked == "docker" and not docker.is_reachable():
        raise Failure("the servers of this folder run in Docker, but no Docker engine answers")
    if asked in ("docker", "native"):
        return asked
    return "docker" if docker.is_reachable() else "native"


def forget_data(state: State) -> None:
    """Remove the data of the folder's servers, wherever it is."""
    if state.servers and state.servers.kind == "docker":
        docker.remove(state)
    for folder in state.data.values():
        shutil.rmtree(folder, ignore_errors=True)
        if folder.parent != state.folder:
            with contextlib.suppress(OSError):
                folder.parent.rmdir()
    state.data.clear()
