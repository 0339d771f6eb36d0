"""What monitors are told of the fleet, asked of services that say how they are."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from amigok_chassis.testing import Rig, running
from portal.main import service
from portal.settings import Settings
from portal.status import service as watching
from portal.status.service import Watch


class Neighbour:
    """A service that says how it is; `asked` counts how often."""

    def __init__(self) -> None:
        self.status = 200
        self.body: Any = {"status": "ready", "reasons": {}, "worker": {}}
        self.seconds = 0.0
        self.asked = 0

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = await reader.readuntil(b"\r\n\r\n")
        assert line.startswith(b"GET /health/ready ")
        self.asked += 1
        await asyncio.sleep(self.seconds)
        body = json.dumps(self.body).encode()
        head = f"HTTP/1.1 {self.status} X\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        writer.write(head.encode() + body)
        writer.close()


@pytest.fixture
def farm() -> Neighbour:
    return Neighbour()


@pytest.fixture
async def rig(farm: Neighbour) -> AsyncIterator[Rig]:
    """A portal that watches the farm and the wallet, which is well."""
    async with (
        await asyncio.start_server(farm.answer, "127.0.0.1", 0) as one,
        await asyncio.start_server(Neighbour().answer, "127.0.0.1", 0) as other,
        running(service) as rig,
    ):
        ports = [server.sockets[0].getsockname()[1] for server in (one, other)]
        urls = dict(zip(("farm", "wallet"), (f"http://127.0.0.1:{port}" for port in ports), strict=True))
        rig.context.use(Settings(services=urls))
        yield rig


async def test_a_monitor_reads_without_a_token_that_everything_is_up(rig: Rig) -> None:
    answer = await rig.http.get("/status")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "public, max-age=5"
    body = answer.json()
    assert body.pop("checked_at")
    assert body == {"status": "up", "services": {"farm": "up", "wallet": "up"}}


async def test_a_service_whose_worker_waits_is_degraded(rig: Rig, farm: Neighbour) -> None:
    farm.body["worker"] = {"consumer": "disconnected"}
    answer = await rig.http.get("/status")
    assert (answer.status_code, answer.json()["status"]) == (200, "degraded")
    assert answer.json()["services"] == {"farm": "degraded", "wallet": "up"}
    assert "consumer" not in answer.text


@pytest.mark.parametrize(
    ("api", "worker", "status", "state"),
    [(200, 200, 200, "up"), (200, 503, 200, "degraded"), (503, 200, 503, "down"), (503, 503, 503, "down")],
)
async def test_a_worker_of_its_own_is_asked_too(
    rig: Rig, farm: Neighbour, api: int, worker: int, status: int, state: str
) -> None:
    its_worker = Neighbour()
    farm.status, its_worker.status = api, worker
    async with await asyncio.start_server(its_worker.answer, "127.0.0.1", 0) as server:
        settings: Settings = rig.context.settings(Settings)
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        rig.context.use(settings.model_copy(update={"workers": {"farm": url}}))
        answer = await rig.http.get("/status")
    assert (answer.status_code, answer.json()["services"]) == (status, {"farm": state, "wallet": "up"})


async def test_a_service_whose_own_worker_is_not_there_is_degraded(rig: Rig) -> None:
    settings: Settings = rig.context.settings(Settings)
    rig.context.use(settings.model_copy(update={"workers": {"farm": "http://127.0.0.1:1"}}))
    assert (await rig.http.get("/status")).json()["services"] == {"farm": "degraded", "wallet": "up"}


@pytest.mark.parametrize(
    ("status", "body"),
    [(503, {"status": "unready", "reasons": {"database": "OperationalError"}, "worker": {}}), (200, []), (200, {})],
)
async def test_a_service_that_is_down_makes_a_problem_without_internals(
    rig: Rig, farm: Neighbour, status: int, body: Any
) -> None:
    farm.status, farm.body = status, body
    answer = await rig.http.get("/status")
    assert answer.status_code == 503
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["retry-after"]
    assert answer.json()["code"] == "service_unavailable"
    assert answer.json()["services"] == {"farm": "down", "wallet": "up"}
    assert "OperationalError" not in answer.text
    assert (await rig.http.head("/status")).status_code == 503


async def test_a_service_that_does_not_answer_is_down_and_keeps_nobody_waiting(
    rig: Rig, farm: Neighbour, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "TIMEOUT", 0.2)
    farm.seconds = 5
    answer = await asyncio.wait_for(rig.http.get("/status"), 2)
    assert answer.json()["services"] == {"farm": "down", "wallet": "up"}


async def test_services_are_asked_once_however_many_ask_the_portal(rig: Rig, farm: Neighbour) -> None:
    farm.seconds = 0.1
    answers = await asyncio.gather(*(rig.http.get("/status") for _ in range(50)))
    assert {answer.json()["checked_at"] for answer in answers} == {answers[0].json()["checked_at"]}
    assert farm.asked == 1


async def test_what_was_found_is_asked_again_after_a_while(
    rig: Rig, farm: Neighbour, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (await rig.http.get("/status")).json()["status"] == "up"
    farm.status = 503
    assert (await rig.http.get("/status")).json()["status"] == "up"
    monkeypatch.setattr(watching, "SECONDS", 0)
    assert (await rig.http.get("/status")).status_code == 503


async def test_without_a_setting_the_services_are_those_of_the_event_catalogue(rig: Rig) -> None:
    rig.context.use(Settings())
    found = await Watch(rig.context).status()
    assert {"farm", "identity", "marketplace", "payment", "wallet"} <= set(found.services)
    assert found.status == "down"
