"""Logs are events in JSON that can be followed, and tell nobody's secrets."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
import structlog

from amigok_chassis import telemetry
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from amigok_chassis.settings import Settings
from amigok_chassis.testing import Rig

Logged = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def logged(edge: Rig, monkeypatch: pytest.MonkeyPatch) -> Logged:
    """What was logged since, a line each; the service logs as in production."""
    out = io.StringIO()
    with monkeypatch.context() as patched:
        patched.setattr("sys.stdout", out)
        telemetry.configure_logging("toy", Settings(environment="test"))
    return lambda: [json.loads(line) for line in out.getvalue().splitlines()]


async def test_the_log_of_a_request_carries_its_trace_and_its_id(edge: Rig, logged: Logged) -> None:
    trace_id = "0af7651916cd43dd8448eb211c80319c"
    headers = {"traceparent": f"00-{trace_id}-b7ad6b7169203331-01", "X-Request-ID": "request-0001"}
    await edge.http.get("/api/v1/toy/maybe", headers=headers)
    await edge.http.get("/api/v1/toy/maybe?password=hunter2")
    first, second = (line for line in logged() if line["event"] == "request")
    assert (first["trace_id"], first["correlation_id"]) == (trace_id, "request-0001")
    assert (first["route"], first["status"], first["service"]) == ("/api/v1/toy/maybe", 200, "toy")
    assert len(second["trace_id"]) == 32
    assert second["trace_id"] != trace_id
    assert "hunter2" not in json.dumps(second)


async def test_secrets_are_redacted_also_inside_of_values(edge: Rig, logged: Logged) -> None:
    structlog.get_logger().info(
        "event.seen",
        password="p1",
        access_token="t1",
        email="e1",
        note="n1",
        body={"Password": "p2", "items": [{"card_number": "c2", "amount": 1}]},
    )
    [line] = [line for line in logged() if line["event"] == "event.seen"]
    assert line["password"] == line["access_token"] == line["email"] == "[redacted]"
    assert line["note"] == "n1"
    assert line["body"] == {"Password": "[redacted]", "items": [{"card_number": "[redacted]", "amount": 1}]}


async def test_the_log_of_a_failed_statement_tells_no_values(edge: Rig, logged: Logged) -> None:
    assert (await edge.http.post("/api/v1/toy/twice", json={"text": "anna@example.org"})).status_code == 500
    out = json.dumps(logged())
    assert "request.failed" in out
    assert "inbox_pkey" in out
    assert "anna@example.org" not in out


async def test_the_log_of_a_failure_tells_the_route_and_not_the_path(
    edge: Rig, logged: Logged, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path may hold what opens a file."""
    monkeypatch.setattr(Database, "unit_of_work", None)
    note = str(new_id())
    answer = await edge.request(
        "PUT", f"/api/v1/admin/toy/notes/{note}", user=new_id(), role="admin", json={"text": ""}
    )
    assert answer.status_code == 500
    [line] = [line for line in logged() if line["event"] == "request.failed"]
    assert line["route"] == "/api/v1/admin/toy/notes/{note_id}"
    assert note not in json.dumps(logged())


async def test_who_was_denied_what_is_in_the_log(edge: Rig, logged: Logged) -> None:
    user = new_id()
    await edge.request("GET", "/api/v1/toy/admin", user=user)
    await edge.request("GET", "/api/v1/toy/me")
    denied = [line for line in logged() if line["event"] == "request.denied"]
    assert [(line["problem"], line["user_id"]) for line in denied] == [
        ("forbidden", str(user)),
        ("unauthenticated", None),
    ]
