"""Odd input to every endpoint through the gateway: never a 5xx, always problem+json."""

from pathlib import Path
from typing import Any

import pytest

from tests.fleet.odd_input import send

SECONDS = 20


@pytest.mark.filterwarnings("default")  # those of Schemathesis are not ours
async def test_generated_input_passes_the_gateway_and_is_answered_properly(
    fleet: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A little to each endpoint: what services do with odd input is tried on themselves, without a gateway."""
    monkeypatch.chdir(tmp_path)  # it keeps files
    await fleet.prove_administrators()
    document = (await fleet.http.get("/openapi.json")).json()
    url = str(fleet.http.base_url).rstrip("/")
    await send(document, url, {"": f"Bearer {fleet.admin.token}"}, phases=("fuzzing",), examples=1, seconds=SECONDS)


@pytest.mark.parametrize(
    ("method", "path", "status", "content"),
    [
        ("GET", "/api/v1/nothing-here", 404, None),
        ("GET", "/api/v1/auth/login", 405, None),
        ("POST", "/api/v1/auth/login", 422, b"{"),
        ("POST", "/api/v1/auth/login", 422, b'{"login": "\xed\xa0\x80", "password": "x"}'),
        ("POST", "/api/v1/auth/login", 400, b"[" * 60_000),
        ("POST", "/api/v1/auth/login", 401, b"[" * 100_000),
        ("POST", "/api/v1/auth/register", 413, b'{"email": "' + b"a" * 2_000_000 + b'"}'),
        ("GET", "/api/v1/livestock/not-a-uuid", 422, None),
        ("GET", "/api/v1/farms?cursor=%00", 422, None),
        ("GET", "/internal/problems/500", 404, None),
        ("GET", "/metrics", 404, None),
        ("GET", "/health/ready", 404, None),
        ("GET", "/api/v1/../../metrics", 404, None),
        ("GET", "/api/v1/%2e%2e/metrics", 404, None),
        ("GET", "//metrics", 404, None),
    ],
    ids=lambda value: f"{len(value)} bytes" if isinstance(value, bytes) else None,
)
async def test_what_makes_no_sense_gets_a_problem(
    fleet: Any, method: str, path: str, status: int, content: bytes | None
) -> None:
    headers = {"Content-Type": "application/json"} if content else {}
    url = fleet.http.base_url.copy_with(raw_path=path.encode())
    response = await fleet.http.send(fleet.http.build_request(method, url, content=content, headers=headers))
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert {"type", "title", "status", "code", "detail"} <= set(response.json())


async def test_documentation_and_events_are_shown(fleet: Any) -> None:
    for path, text in (("/docs", "swagger"), ("/events", "wallet.hold.placed"), ("/asyncapi.json", '"3.0.0"')):
        response = await fleet.http.get(path)
        assert response.status_code == 200
        assert text in response.text
    paths = (await fleet.http.get("/openapi.json")).json()["paths"]
    assert {"/api/v1/auth/login", "/api/v1/livestock/{livestock_id}", "/api/v1/wallet/transfer"} <= set(paths)
