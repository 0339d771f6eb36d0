"""Servers and services of the bench's own, as the local run would start them, in a temporary folder."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from amigok import databases, gateway, ports, services, web
from amigok.errors import Failure
from amigok.fleet import ROOT
from amigok.servers import launch
from amigok.state import Addresses, State
from amigok.supervisor import Say, Supervisor
from amigok_chassis.ids import new_id
from amigok_chassis.process import upgrade
from amigok_chassis.testing import FLEET_KEY, SECRET_KEY
from bench import seeds, tokens
from bench.subject import service as subject

SERVICES = ("farm", "wallet", "payment", "marketplace", "stream", "portal")
LIMITS = (
    "AMIGOK_RATE_AVERAGE",
    "AMIGOK_RATE_BURST",
    "AMIGOK_AUTH_RATE_AVERAGE",
    "AMIGOK_AUTH_RATE_BURST",
    "AMIGOK_IN_FLIGHT",
)


@dataclass(frozen=True, kw_only=True)
class Site:
    """What is measured. `wallet` and `market` are a service's own URL and its database; `scratch` is a database
    with the wallet's tables that no service uses."""

    gateway: str
    wallet: str
    market: str
    wallet_database: str
    market_database: str
    scratch: str
    broker: str
    mqtt: str
    stream: str
    stream_database: str
    redis: str
    jwks: str
    users: list[UUID]
    animals: list[UUID]


@contextmanager
def running(say: Say) -> Iterator[Site]:
    """Brings everything up, with data, and everything down again. `Failure` leaves nothing running."""
    os.environ.update(dict.fromkeys(LIMITS, "1000000"))
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="amigok-bench-")))
        folder.chmod(0o711)
        state = State.load(folder)
        supervisor = Supervisor(say=say)
        servers = stack.enter_context(launch(state, supervisor, durable=True, keep=False))
        servers.await_ready()
        stack.callback(_stop, supervisor)
        _start(state, supervisor, servers.addresses)
        stack.enter_context(tokens.served(state.ports["service:identity"]))
        yield asyncio.run(_seeded(state, servers.addresses))


@contextmanager
def api(site: Site, service: str, database: str, *, ready: str, redis: str = "") -> Iterator[str]:
    """The API of one more instance of a service, on a database of its own; `ready` is a path that then answers."""
    port = ports.choose()
    wiring = {
        "AMIGOK_ROLE": "api",
        "AMIGOK_PORT": str(port),
        "AMIGOK_DATABASE_URL": database,
        "AMIGOK_JWKS_URL": site.jwks,
        "AMIGOK_BROKER_URL": site.broker,
        "AMIGOK_REDIS_URL": redis or site.redis,
        "AMIGOK_LOG_LEVEL": "warning",
        "AMIGOK_SECRET_KEY": SECRET_KEY,
        "AMIGOK_FLEET_KEY": FLEET_KEY,
        "AMIGOK_STORAGE_URL": "memory:///",
    }
    process = subprocess.Popen(
        [sys.executable, "-c", f"from amigok.services import run; run({service!r})"],
        cwd=ROOT,
        env={**os.environ, **wiring},
    )
    url = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 30
        while not web.is_success(f"{url}{ready}"):
            if process.poll() is not None or time.monotonic() > deadline:
                raise Failure(f"{service} does not start, see above")
            time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait()


def _start(state: State, supervisor: Supervisor, servers: Addresses) -> None:
    """The services in both roles at once, which is the local default, and the gateway before them."""
    fleet = services.preload(SERVICES)
    services.settle_ports(state, (*SERVICES, "identity"))
    ports.settle(state.ports, ["gateway"])
    state.gateway_port = state.ports["gateway"]
    services.create_databases(fleet, state, servers)
    services.set_up_broker(fleet, state, servers)
    services.migrate(fleet, state, servers)
    for name, service in fleet.items():
        supervisor.start(services.forked_task(name, service, state, servers))
    supervisor.start(gateway.task(state, SERVICES))
    supervisor.await_ready([*SERVICES, "gateway"])


def _stop(supervisor: Supervisor) -> None:
    """Ends the services and the gateway; the servers end last, by themselves."""
    supervisor.stop([name for name, entry in supervisor.entries().items() if entry.kind != "server"])


async def _seeded(state: State, servers: Addresses) -> Site:
    site = Site(
        gateway=f"http://127.0.0.1:{state.gateway_port}",
        wallet=services.url(state, "wallet"),
        market=services.url(state, "marketplace"),
        wallet_database=databases.url_of(servers.postgres, "wallet"),
        market_database=databases.url_of(servers.postgres, "marketplace"),
        scratch=databases.url_of(servers.postgres, "bench"),
        broker=servers.broker,
        mqtt=servers.mqtt,
        stream=services.url(state, "stream"),
        stream_database=databases.url_of(servers.postgres, "stream"),
        redis=servers.redis,
        jwks=f"{services.url(state, 'identity')}/.well-known/jwks.json",
        users=[new_id() for _ in range(seeds.USERS)],
        animals=[],
    )
    await seeds.create_database(servers.postgres, "bench")
    await upgrade(subject, site.scratch)
    await seeds.accounts(site.scratch, site.users, [seeds.numbered(at) for at in range(1, seeds.USERS + 1)])
    await seeds.accounts(site.wallet_database, site.users)
    site.animals.extend(await seeds.listings(site.market_database))
    return site
