"""Identity on a real PostgreSQL, and somebody who comes to it."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from redis import Redis
from redis.exceptions import ConnectionError as NotYet

from amigok_chassis.patience import PATIENCE
from amigok_chassis.testing import Rig, running
from identity.main import service

PASSWORD = "seven grey sheep graze"


@dataclass
class Visitor:
    """Speaks to identity as a browser would, and reads the mails that are waiting to be sent."""

    rig: Rig
    devices: dict[str, str] = field(default_factory=dict)
    """The device tokens that were given out, by login; a browser keeps them after the session."""

    async def post(self, path: str, body: object = None, *, access: str = "", **kwargs: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {access}"} if access else {}
        return await self.rig.http.post(f"/api/v1/auth/{path}", json=body, headers=headers, **kwargs)

    async def call(self, method: str, path: str, body: object = None, *, access: str = "") -> httpx.Response:
        headers = {"Authorization": f"Bearer {access}"} if access else {}
        return await self.rig.http.request(method, f"/api/v1/auth/{path}", json=body, headers=headers)

    async def me(self, access: str) -> httpx.Response:
        return await self.rig.http.get("/api/v1/me", headers={"Authorization": f"Bearer {access}"})

    async def ask_to_register(self, name: str = "ada", **other: Any) -> httpx.Response:
        body = {"email": f"{name}@amigok.test", "username": name, "password": PASSWORD, **other}
        return await self.post("register", body)

    async def register(self, name: str = "ada", **other: Any) -> httpx.Response:
        """Asks, and sees to the answer."""
        answer = await self.ask_to_register(name, **other)
        await self.rig.run_task("answer_request")
        return answer

    async def mails(self, name: str = "ada") -> list[str]:
        rows = await self.rig.db.fetch("SELECT text FROM mails WHERE recipient = $1 ORDER BY id", f"{name}@amigok.test")
        return [row["text"] for row in rows]

    async def proof(self, name: str = "ada") -> tuple[str, str]:
        """Token and code of the newest mail."""
        text = (await self.mails(name))[-1]
        link, code = re.search(r"token=(\S+)", text), re.search(r"code: (\d{6})", text)
        assert link
        assert code
        return link[1], code[1]

    async def verified(self, name: str = "ada", **other: Any) -> None:
        await self.register(name, **other)
        token, _ = await self.proof(name)
        assert (await self.post("verify-email", {"token": token})).status_code == 200

    async def login(self, login: str = "ada", password: str = PASSWORD, **other: Any) -> httpx.Response:
        body = {"login": login, "password": password, "device_token": self.devices.get(login), **other}
        return self.remembered(login, await self.post("login", body))

    def remembered(self, login: str, answer: httpx.Response) -> httpx.Response:
        """Keeps the device token of a login that was completed."""
        if token := answer.json().get("device_token"):
            self.devices[login] = token
        return answer

    async def signed_in(self, name: str = "ada") -> dict[str, Any]:
        await self.verified(name)
        answer = await self.login(name)
        assert answer.status_code == 200, answer.text
        body: dict[str, Any] = answer.json()
        return body


async def visit(rig: Rig) -> Visitor:
    """A visitor of a service that trusts its own keys, as its JWKS tells them."""
    rig.runtime.tokens.trust((await rig.http.get("/.well-known/jwks.json")).json())
    return Visitor(rig)


@pytest.fixture(name="visit")
def arrival() -> Callable[[Rig], Awaitable[Visitor]]:
    return visit


@pytest.fixture
def visit_of() -> Callable[[AbstractAsyncContextManager[Rig]], AbstractAsyncContextManager[Visitor]]:
    """A visitor of a service that is started for the block."""

    @asynccontextmanager
    async def visited(started: AbstractAsyncContextManager[Rig]) -> AsyncIterator[Visitor]:
        async with started as rig:
            yield await visit(rig)

    return visited


@pytest.fixture
async def visitor() -> AsyncIterator[Visitor]:
    async with running(service) as rig:
        yield await visit(rig)


@pytest.fixture
async def visitor_with_redis(redis_url: str) -> AsyncIterator[Visitor]:
    async with running(service, redis_url=redis_url) as rig:
        assert rig.runtime.redis
        await rig.runtime.redis.flushdb()
        yield await visit(rig)


@pytest.fixture
async def visitor_with_folder(tmp_path: Path) -> AsyncIterator[Visitor]:
    """Whose documents lie in `tmp_path`."""
    async with running(service, storage_url=tmp_path.as_uri()) as rig:
        yield await visit(rig)


@pytest.fixture
def rig(visitor: Visitor) -> Rig:
    return visitor.rig


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    server = shutil.which("redis-server")
    if server is None:
        pytest.skip("no redis-server here")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [server, "--port", str(port), "--save", "", "--appendonly", "no", "--bind", "127.0.0.1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        _await_redis(port)
        yield f"redis://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _await_redis(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    with Redis(port=port) as redis:
        while time.monotonic() < deadline:
            try:
                redis.ping()
                return
            except NotYet:
                time.sleep(0.05)
    raise TimeoutError("redis-server does not answer")
