"""Servers that somebody else runs, named by the environment; and whether a server answers."""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
import time
from collections.abc import Collection
from urllib.parse import unquote, urlsplit

from amigok import web
from amigok.errors import Failure
from amigok.state import Addresses
from amigok_chassis.patience import PATIENCE


def from_environment(only: Collection[str]) -> Addresses:
    """The addresses that the environment names; `Failure` where one of a pair is missing."""
    found = Addresses(kind="environment")
    if "postgres" in only:
        found.postgres = os.environ.get("AMIGOK_POSTGRES_URL", "")
    if "rabbitmq" in only:
        found.broker = os.environ.get("AMIGOK_RABBITMQ_URL", "")
        found.management = os.environ.get("AMIGOK_RABBITMQ_MANAGEMENT_URL", "")
        found.mqtt = os.environ.get("AMIGOK_MQTT_URL", "")
        if bool(found.broker) != bool(found.management):
            raise Failure("AMIGOK_RABBITMQ_URL and AMIGOK_RABBITMQ_MANAGEMENT_URL go together; one is missing")
    if "redis" in only:
        found.redis = os.environ.get("AMIGOK_REDIS_URL", "")
    return found


def has(addresses: Addresses, name: str) -> bool:
    return bool({"postgres": addresses.postgres, "rabbitmq": addresses.broker, "redis": addresses.redis}[name])


def await_answers(addresses: Addresses) -> None:
    """Block until every server answers; `Failure` naming the one that does not."""
    checks = {
        "PostgreSQL": (addresses.postgres, postgres_answers),
        "RabbitMQ": (addresses.broker, broker_answers),
        "RabbitMQ's management API": (addresses.management, management_answers),
        "Redis": (addresses.redis, redis_answers),
    }
    deadline = time.monotonic() + PATIENCE
    for title, (url, answers) in checks.items():
        while url and not answers(url):
            if time.monotonic() > deadline:
                raise Failure(f"{title} does not answer at {without_password(url)}")
            time.sleep(0.1)


def postgres_answers(url: str) -> bool:
    """Whether a login works (not merely the port: it may still be recovering)."""
    import asyncpg

    async def login() -> None:
        connection = await asyncpg.connect(url, timeout=3)
        await connection.close()

    try:
        asyncio.run(login())
    except (OSError, TimeoutError, asyncpg.PostgresError):
        return False
    return True


def broker_answers(url: str) -> bool:
    """Whether AMQP 0-9-1 is spoken there; a login would cost more than this is worth."""
    parts = urlsplit(url)
    default = 5671 if parts.scheme == "amqps" else 5672
    try:
        with socket.create_connection((parts.hostname or "", parts.port or default), timeout=3) as link:
            if parts.scheme == "amqps":
                return True
            link.settimeout(3)
            link.sendall(b"AMQP\x00\x00\x09\x01")
            return bool(link.recv(1))
    except OSError:
        return False


def management_answers(url: str) -> bool:
    return web.is_success(f"{url.rstrip('/')}/api/whoami")


def redis_answers(url: str) -> bool:
    """Whether it answers PING. Redis's own client takes 0.2 s to import, `amigok status` 0.3 s in all."""
    parts = urlsplit(url)
    login = [unquote(part) for part in (parts.username, parts.password) if part]
    requests = [["AUTH", *login], ["PING"]] if login else [["PING"]]
    try:
        with socket.create_connection((parts.hostname or "", parts.port or 6379), timeout=3) as link:
            if parts.scheme == "rediss":
                link = ssl.create_default_context().wrap_socket(link, server_hostname=parts.hostname)
            with link:
                link.sendall("".join(map(_redis_request, requests)).encode())
                with link.makefile("rb") as answers:
                    return [answers.readline()[:1] for _ in requests] == [b"+"] * len(requests)
    except OSError:
        return False


def _redis_request(words: list[str]) -> str:
    return f"*{len(words)}\r\n" + "".join(f"${len(word.encode())}\r\n{word}\r\n" for word in words)


def without_password(url: str) -> str:
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
