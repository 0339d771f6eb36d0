"""Where the servers of a test run come from: somebody else, containers, or private native ones.

The first of these that applies:

- `AMIGOK_TEST_POSTGRES_URL` and the others of `NAMED`: servers that run already;
- `AMIGOK_TEST_SERVERS=docker` or `native`: as it says;
- native ones, where PostgreSQL with PostGIS, RabbitMQ and Redis are installed;
- containers, where a Docker engine answers;
- native ones, which are installed where that is possible.
"""

import gc
import os
import secrets
import shutil
import tempfile
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

from amigok.errors import Failure
from amigok.servers import ALL, external, packages, start_servers
from amigok.servers.rabbitmq import USER, VHOST
from amigok.state import Addresses

NAMED = {
    "postgres": "AMIGOK_TEST_POSTGRES_URL",
    "broker": "AMIGOK_TEST_BROKER_URL",
    "management": "AMIGOK_TEST_MANAGEMENT_URL",
    "redis": "AMIGOK_TEST_REDIS_URL",
}
SWITCH = "AMIGOK_TEST_SERVERS"

POSTGIS = "postgis/postgis:15-3.4"
RABBITMQ = "rabbitmq:4-management"
REDIS = "redis:7"

Source = Literal["named", "docker", "native"]


def source(
    environment: Mapping[str, str], *, installed: Callable[[], bool], engine: Callable[[], str | None]
) -> Source:
    """Where the servers come from. `engine` tells why no engine answers, or None if one does.

    Raises Failure for an incomplete set of names, an unknown source, and Docker without an engine.
    """
    absent = [name for name in NAMED.values() if not environment.get(name)]
    if len(absent) < len(NAMED):
        if absent:
            raise Failure(f"some servers are named by the environment, so all must be; missing: {', '.join(absent)}")
        return "named"
    match environment.get(SWITCH, ""):
        case "docker":
            if why := engine():
                raise Failure(f"{SWITCH}=docker, but no Docker engine answers: {why}")
            return "docker"
        case "native":
            return "native"
        case "":
            return "native" if installed() or engine() else "docker"
        case other:
            raise Failure(f"{SWITCH} is docker or native, not {other!r}")


def are_installed() -> bool:
    return not packages.missing(ALL)


def why_no_engine() -> str | None:
    """What keeps the engine that DOCKER_HOST names, or the usual one, from answering."""
    import docker

    with warnings.catch_warnings(action="ignore", category=ResourceWarning):
        try:
            client = docker.from_env(timeout=5)
            client.ping()
            client.close()
        except docker.errors.DockerException as error:
            return str(error)
        finally:
            gc.collect()  # what the client leaves open when nobody answers
    return None


def start() -> Callable[[], None]:
    """Starts what is needed and names it in the environment, which workers inherit. Returns how to end it."""
    match source(os.environ, installed=are_installed, engine=why_no_engine):
        case "named":
            return lambda: None
        case "docker":
            addresses, stop = _containers()
        case "native":
            addresses, stop = _native()
    os.environ.update({variable: getattr(addresses, name) for name, variable in NAMED.items()})
    return stop


def _native() -> tuple[Addresses, Callable[[], None]]:
    folder = Path(tempfile.gettempdir()) / f"amigok-test-{os.getpid()}"
    servers = start_servers(folder, durable=False)

    def stop() -> None:
        servers.stop()
        shutil.rmtree(folder, ignore_errors=True)

    return servers.addresses, stop


def _containers() -> tuple[Addresses, Callable[[], None]]:
    password = secrets.token_urlsafe(24)
    postgres, rabbitmq, redis = _postgres(password), _rabbitmq(password), _redis(password)
    running = (postgres, rabbitmq, redis)

    def stop() -> None:
        for each in running:
            each.stop()

    try:
        for each in running:
            each.start()
        addresses = _addresses(postgres, rabbitmq, redis, password)
        external.await_answers(addresses)
    except BaseException:
        stop()
        raise
    return addresses, stop


def _postgres(password: str) -> Any:
    return _container(
        POSTGIS,
        "postgres -c max_connections=300 -c shared_buffers=256MB -c jit=off -c fsync=off -c full_page_writes=off",
        [5432],
        POSTGRES_PASSWORD=password,
        POSTGRES_INITDB_ARGS="--encoding=UTF8 --locale=C.UTF-8 --auth=scram-sha-256",
    )


def _rabbitmq(password: str) -> Any:
    return _container(
        RABBITMQ,
        ["sh", "-c", "rabbitmq-plugins enable --offline rabbitmq_mqtt && exec docker-entrypoint.sh rabbitmq-server"],
        [5672, 15672],
        RABBITMQ_DEFAULT_USER=USER,
        RABBITMQ_DEFAULT_PASS=password,
        RABBITMQ_DEFAULT_VHOST=VHOST,
    )


def _redis(password: str) -> Any:
    return _container(REDIS, ["redis-server", "--save", "", "--appendonly", "no", "--requirepass", password], [6379])


def _container(image: str, command: str | list[str], ports: list[int], **environment: str) -> Any:
    from testcontainers.core.container import DockerContainer

    return DockerContainer(image).with_command(command).with_envs(**environment).with_exposed_ports(*ports)


def _addresses(postgres: Any, rabbitmq: Any, redis: Any, password: str) -> Addresses:
    def at(container: Any, port: int) -> str:
        return f"{container.get_container_host_ip()}:{container.get_exposed_port(port)}"

    return Addresses(
        kind="docker",
        postgres=f"postgresql://postgres:{password}@{at(postgres, 5432)}/postgres",
        broker=f"amqp://{USER}:{password}@{at(rabbitmq, 5672)}/{VHOST}",
        management=f"http://{USER}:{password}@{at(rabbitmq, 15672)}",
        redis=f"redis://:{password}@{at(redis, 6379)}/0",
    )
