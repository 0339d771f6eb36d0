"""Uploads through a real Traefik: not collected there, never cut off while they make progress, and counted."""

import http.client
import json
import select
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from gateways import UNDER_WAY, Gateway, gateway_at, slow_requests_wait, wait_until

from amigok.fleet import ROOT
from amigok_chassis import testing
from amigok_chassis.ids import new_id
from amigok_chassis.patience import PATIENCE
from amigok_chassis.settings import Settings
from amigok_chassis.uploads import UPLOAD_BYTES


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    with gateway_at(tmp_path_factory.mktemp("gateway"), AMIGOK_IN_FLIGHT="4") as client:
        yield client


def signed_in() -> dict[str, str]:
    return {"Authorization": f"Bearer {testing.token(new_id())}"}


def opened(gateway: Gateway, path: str, length: int, **headers: str) -> socket.socket:
    """A connection on which the head of a POST was sent, and nothing of its body."""
    link = socket.create_connection(("127.0.0.1", gateway.port), timeout=PATIENCE)
    lines = [f"POST {path} HTTP/1.1", "Host: x", f"Content-Length: {length}"]
    link.sendall("\r\n".join([*lines, *(f"{name}: {value}" for name, value in headers.items()), "", ""]).encode())
    return link


def send_until_answered(link: socket.socket, most: int) -> None:
    """Sends 5 kB a second, at most so many bytes. Traefik hands an answer to who still sends, or is done."""
    for _ in range(most // 500):
        if select.select([link], [], [], 0.1)[0]:
            return
        link.sendall(b"x" * 500)
    raise AssertionError("not answered yet")


def answer(link: socket.socket) -> tuple[int, str]:
    """Status and code of the problem that comes back."""
    response = http.client.HTTPResponse(link, method="POST")
    response.begin()
    assert response.headers["Content-Type"] == "application/problem+json"
    problem = json.loads(response.read())
    link.close()
    return response.status, problem["code"]


def test_a_body_beyond_the_limit_is_refused_before_it_was_sent(gateway: Gateway) -> None:
    who = signed_in()
    assert gateway.ask("/api/v1/toys", "POST", b"x" * 1_000_000, **who)[2] == b"1000000"
    for path, size in (("/api/v1/toys", 1_048_577), ("/api/v1/toys-large", 3_000_001)):
        link = opened(gateway, path, size, **who)
        send_until_answered(link, 100_000)
        assert answer(link) == (413, "content_too_large")


def test_only_a_route_that_says_so_gets_a_larger_body(gateway: Gateway) -> None:
    status, _, got = gateway.ask("/api/v1/toys-large", "POST", b"x" * 2_900_000, **signed_in())
    assert (status, got) == (200, b"2900000")


@pytest.mark.parametrize(("path", "size"), [("/api/v1/toys-large", 2_900_000), ("/api/v1/toys", 1_000_000)])
def test_a_stranger_is_refused_before_an_upload_was_sent(gateway: Gateway, path: str, size: int) -> None:
    link = opened(gateway, path, size)
    send_until_answered(link, 100_000)
    assert answer(link) == (401, "unauthenticated")


def test_a_stranger_who_asks_before_sending_need_not_send_anything(gateway: Gateway) -> None:
    link = opened(gateway, "/api/v1/toys-large", 2_900_000, Expect="100-continue")
    assert answer(link) == (401, "unauthenticated")


def test_the_gateway_collects_nothing_of_an_upload(gateway: Gateway) -> None:
    """The service has the first part while the client still keeps the rest."""
    link = opened(gateway, "/api/v1/toys-halves", 2_000_000, **signed_in())
    send_until_answered(link, 100_000)
    assert link.recv(100_000).startswith(b"HTTP/1.1 200 OK")
    link.close()


def test_the_gateway_waits_longer_than_the_slowest_upload_that_services_take() -> None:
    timeouts = yaml.safe_load((ROOT / "gateway/static.yml").read_text())["entryPoints"]["web"]["transport"]
    grace, rate = (Settings.model_fields[name].default for name in ("body_grace_seconds", "body_bytes_per_second"))
    slowest = grace + UPLOAD_BYTES / rate
    read, write = (timeouts["respondingTimeouts"][name].removesuffix("m") for name in ("readTimeout", "writeTimeout"))
    assert slowest < int(read) * 60 < int(write) * 60


def test_who_has_too_many_requests_under_way_is_told_so_and_others_are_not(gateway: Gateway) -> None:
    with slow_requests_wait():
        busy = [threading.Thread(target=gateway.ask, args=("/api/v1/toys-slow",)) for _ in range(4)]
        for each in busy:
            each.start()
        wait_until(lambda: UNDER_WAY == ["slow"] * 4)
        assert gateway.ask("/api/v1/toys/1")[0] == 429
        assert Gateway(gateway.port, at="127.0.0.2").ask("/api/v1/toys/1")[0] == 200
    for each in busy:
        each.join()
    assert gateway.ask("/api/v1/toys/1")[0] == 200


def test_uploads_that_stand_still_are_no_more_than_a_client_may_have_under_way(tmp_path: Path) -> None:
    with gateway_at(tmp_path, AMIGOK_IN_FLIGHT="4") as gateway:
        UNDER_WAY.clear()
        links = [opened(gateway, "/api/v1/toys-large", 1_000_000, **signed_in()) for _ in range(4)]
        wait_until(lambda: UNDER_WAY == ["large"] * 4)
        assert gateway.ask("/api/v1/toys/1")[0] == 429
        for link in links:
            link.close()
        wait_until(lambda: gateway.ask("/api/v1/toys/1")[0] == 200)
