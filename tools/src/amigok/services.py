"""The fleet's services as processes: their environment, their migrations, their tasks.

They are forked from this process after it has imported everything they need, so that a start costs next
to nothing; a service that the operator restarts gets an interpreter of its own and thereby its new code.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from amigok import broker, databases, doubles, fleet, mailbox, ports, web
from amigok.errors import Failure
from amigok.processes import Forked, Process, fork, spawn
from amigok.servers import engine, media
from amigok.state import Addresses, State
from amigok.supervisor import Task, tail
from amigok_chassis.patience import PATIENCE

if TYPE_CHECKING:
    from amigok_chassis.service import Service

Services = Mapping[str, "Service"]

ADMINISTRATION = {"AMIGOK_POSTGRES_URL", "AMIGOK_RABBITMQ_URL", "AMIGOK_RABBITMQ_MANAGEMENT_URL", "AMIGOK_BROKER_URL"}
DEFAULTS = {
    "AMIGOK_ENVIRONMENT": "development",
    "AMIGOK_LOG_FORMAT": "json",
    "AMIGOK_REQUIRE_SECOND_FACTOR": "false",  # the local administrator has no phone
}


JUST_ARRIVED = (
    "WALLET_COOL_DOWN_HOURS",
    "WALLET_EXIT_ACCOUNT_DAYS",
    "WALLET_EXIT_DEVICE_HOURS",
    "WALLET_EXIT_CREDENTIALS_HOURS",
)
"""How long what is new keeps money here: who tries things has only just signed up."""


def preload(names: Collection[str]) -> dict[str, Service]:
    """Import the services and all they stand on, then settle memory so that forked children share it."""
    gc.disable()  # it would look through all that is imported, again and again
    import aio_pika
    import aiosmtpd.smtp
    import fastapi
    import sqlalchemy.ext.asyncio
    import uvicorn.protocols.http.httptools_impl
    import uvloop

    import amigok_chassis.process

    _ = aio_pika, aiosmtpd.smtp, amigok_chassis.process, fastapi, sqlalchemy.ext.asyncio, uvicorn, uvloop
    services = {name: fleet.load(name) for name in names}
    gc.collect()
    gc.freeze()
    gc.enable()
    return services


def has_database(service: Service) -> bool:
    return bool(getattr(service, "database", True))


def create_databases(services: Services, state: State, servers: Addresses) -> None:
    for name in filter(lambda name: has_database(services[name]), services):
        secret_key(state, name)
    fleet_key(state)
    wanted = [
        databases.Database(
            name=name,
            password=state.secret(f"database:{name}"),
            extensions=tuple(getattr(service, "extensions", ())),
        )
        for name, service in services.items()
        if has_database(service)
    ]
    state.save()
    databases.create(servers.postgres, wanted)


def set_up_broker(services: Services, state: State, servers: Addresses) -> None:
    """Exchanges and queues, and a login for each service."""
    passwords = {name: broker_password(state, name) for name in services}
    state.save()
    broker.set_up(broker.Broker(servers.management, servers.broker), list(services.values()), passwords)


def broker_password(state: State, name: str) -> str:
    return state.secret(f"broker:{name}")


def secret_key(state: State, name: str) -> str:
    """What seals the data key of a service's database."""
    return state.secret(f"{name}:key", 32)


def fleet_key(state: State) -> str:
    """What services that share secrets have in common."""
    return state.secret("fleet:key", 32)


def url(state: State, name: str) -> str:
    return f"http://127.0.0.1:{state.ports[f'service:{name}']}"


def settle_ports(state: State, names: Collection[str]) -> None:
    """Of services, and of what stands for the outside world in their settings."""
    ports.settle(state.ports, [*mailbox.PORTS, *doubles.NAMES, *(f"service:{name}" for name in names)])


def environment(name: str, service: Service, state: State, servers: Addresses) -> dict[str, str]:
    """What the process of this service sees: the caller's variables but no other service's secrets."""
    foreign = tuple(f"{other.upper()}_" for other in fleet.SERVICES if other != name)
    inherited = {
        key: value for key, value in os.environ.items() if not key.startswith(foreign) and key not in ADMINISTRATION
    }
    wiring = {
        "AMIGOK_HOST": "127.0.0.1",
        "AMIGOK_PORT": str(state.ports[f"service:{name}"]),
        "AMIGOK_ROLE": "all",
        "AMIGOK_REDIS_URL": servers.redis,
        "AMIGOK_JWKS_URL": f"{url(state, 'identity')}/.well-known/jwks.json",
    }
    if has_database(service):
        wiring["AMIGOK_DATABASE_URL"] = databases.url_of(
            servers.postgres, name, user=name, password=state.secret(f"database:{name}")
        )
        wiring["AMIGOK_SECRET_KEY"] = secret_key(state, name)
        wiring["AMIGOK_BROKER_URL"] = broker.login_url(servers.broker, name, broker_password(state, name))
    wiring |= doubles.settings(state, name)
    if name == "stream":
        wiring |= media.settings(state)
    if name == engine.SERVICE:
        wiring |= engine.settings(state)
    if service.intakes:
        wiring |= {"AMIGOK_MQTT_URL": servers.mqtt, "AMIGOK_MQTT_KEY": state.secret("mqtt")}
    if service.fleet_key:
        wiring["AMIGOK_FLEET_KEY"] = fleet_key(state)
    if service.storage:
        wiring["AMIGOK_STORAGE_URL"] = (state.subfolder("storage") / name).as_uri()
    defaults = {**DEFAULTS, "AMIGOK_PUBLIC_URL": f"http://127.0.0.1:{state.gateway_port}"}
    defaults |= mailbox.settings(state, name)
    if name == "wallet":
        defaults |= dict.fromkeys(JUST_ARRIVED, "0")
    if name == "portal":
        watched = {other: url(state, other) for other in state.services if other != name}
        wiring["PORTAL_SERVICES"] = json.dumps(watched)
    return {**defaults, **inherited, **wiring}


def migrate(services: Services, state: State, servers: Addresses) -> None:
    """Bring every service's database up to date, all at once; `Failure` names one."""
    from amigok_chassis import process

    def start(name: str, service: Service) -> Forked:
        return fork(
            name,
            lambda: process.migrate(service),
            log=state.log(name),
            environment=environment(name, service, state, servers),
        )

    running: dict[str, Forked] = {}
    try:
        for name, service in services.items():
            running[name] = start(name, service)
        _await_success(running, state, "migration")
    finally:
        _kill(running)


def run_once(name: str, run: Callable[[], object], state: State, env: Mapping[str, str], text: str) -> None:
    """Run a short command of a service in a forked child with `text` as its input; `Failure` if it fails."""
    source, sink = os.pipe()
    os.write(sink, text.encode())
    os.close(sink)
    running = {name: fork(name, run, log=state.log(name), environment=env, stdin=source)}
    os.close(source)
    try:
        _await_success(running, state, "command")
    finally:
        _kill(running)


def _await_success(running: dict[str, Forked], state: State, what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    waiting = dict(running)
    while waiting:
        for name, child in list(waiting.items()):
            code = child.poll()
            if code == 0:
                del waiting[name]
            elif code is not None:
                raise Failure(f"the {what} of {name} failed (code {code}){tail(state.log(name), 12)}")
        if waiting and time.monotonic() > deadline:
            raise Failure(f"the {what} of {', '.join(waiting)} took longer than {PATIENCE:.0f} s")
        time.sleep(0.02)


def _kill(running: Mapping[str, Process]) -> None:
    for child in running.values():
        if child.poll() is None:
            os.kill(child.pid, 9)


def forked_task(name: str, service: Service, state: State, servers: Addresses) -> Task:
    """The service as a fork of this process."""
    from amigok_chassis import process

    env, log = environment(name, service, state, servers), state.log(name)
    return _task(name, state, lambda: fork(name, lambda: process.run(service), log=log, environment=env))


def fresh_task(name: str, service: Service, state: State, servers: Addresses) -> Task:
    """The service in an interpreter of its own, reading its code anew."""
    env, log = environment(name, service, state, servers), state.log(name)
    argv = [sys.executable, "-c", f"from amigok.services import run; run({name!r})"]
    return _task(name, state, lambda: spawn(argv, log=log, environment=env))


def run(name: str) -> None:
    """Be the service until told to end."""
    from amigok_chassis import process

    process.run(fleet.load(name))


def _task(name: str, state: State, launch: Callable[[], Process]) -> Task:
    return Task(
        name=name,
        kind="service",
        launch=launch,
        ready=lambda: is_ready(url(state, name)),
        log=state.log(name),
        port=state.ports[f"service:{name}"],
        grace=40,
    )


def is_ready(base: str) -> bool:
    return web.is_success(f"{base}/health/ready")
