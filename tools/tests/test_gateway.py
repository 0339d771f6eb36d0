"""The generated configuration in a real Traefik, before real services."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from gateways import Gateway, gateway_at, slow_requests_wait, wait_until


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    limits = {"AMIGOK_AUTH_RATE_AVERAGE": "1", "AMIGOK_AUTH_RATE_BURST": "3", "AMIGOK_RATE_BURST": "1000"}
    with gateway_at(tmp_path_factory.mktemp("gateway"), **limits) as client:
        yield client


@pytest.fixture
def narrow_gateway(tmp_path: Path) -> Iterator[Gateway]:
    with gateway_at(tmp_path, AMIGOK_RATE_AVERAGE="1", AMIGOK_RATE_BURST="3") as client:
        yield client


def test_a_request_reaches_its_service_and_the_answer_is_numbered(gateway: Gateway) -> None:
    status, headers, body = gateway.ask("/api/v1/toys/42", X_Request_Id="my-request-1")
    assert status == 200
    assert json.loads(body)["toy_id"] == "42"
    assert headers["x-request-id"] == "my-request-1"


def test_every_answer_has_the_security_headers_and_names_no_server(gateway: Gateway) -> None:
    for path in ("/api/v1/toys/1", "/nowhere", "/docs"):
        _, headers, _ = gateway.ask(path)
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "no-referrer"
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "server" not in headers


def test_headers_that_only_the_fleet_may_send_do_not_pass(gateway: Gateway) -> None:
    forged = {"X_Amigok_User": "root", "X_Forwarded_For": "6.6.6.6", "X_Replaced_Path": "/x"}
    _, _, body = gateway.ask("/api/v1/toys/1", **forged)
    headers = json.loads(body)["headers"]
    assert not [name for name in headers if name.startswith("x-amigok")]
    assert headers["x-forwarded-for"] == "127.0.0.1"
    assert "x-replaced-path" not in headers


def test_a_path_that_nobody_claims_is_a_problem_that_names_it(gateway: Gateway) -> None:
    for method in ("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "QUERY"):
        found = gateway.problem("/api/v1/nothing/here", method)
        assert (found["status"], found["code"]) == (404, "not_found")
        assert found["instance"] == "/api/v1/nothing/here"


def test_a_method_that_the_service_does_not_offer_is_its_own_problem(gateway: Gateway) -> None:
    assert gateway.problem("/api/v1/toys/1", "DELETE")["code"] == "method_not_allowed"
    assert gateway.ask("/api/v1/toys/1", "DELETE")[1]["allow"] == "GET, HEAD"


@pytest.mark.parametrize("path", ["/api/v1/toys", "/nowhere"])
@pytest.mark.parametrize("method", ["BREW", "PROPFIND", "get"])
def test_a_method_that_is_not_one_of_http_is_a_problem_that_names_those_there_are(
    gateway: Gateway, method: str, path: str
) -> None:
    assert gateway.problem(path, method)["code"] == "not_implemented"
    assert "POST" in gateway.ask(path, method)[1]["allow"]


@pytest.mark.parametrize("path", ["/api/v1/toys-keys", "/api/v1/toys-refused", "/nowhere", "/status", "/docs"])
def test_a_head_says_what_a_get_would_without_a_body(gateway: Gateway, path: str) -> None:
    get, head = (gateway.ask(path, method, X_Request_Id="the-same") for method in ("GET", "HEAD"))
    assert (head[0], head[2]) == (get[0], b"")
    for headers in (get[1], head[1]):
        headers.pop("date")
    assert head[1] == get[1]


def test_a_service_that_fails_answers_a_head_as_well(gateway: Gateway) -> None:
    status, headers, body = gateway.ask("/api/v1/rude", "HEAD")
    assert (status, headers["content-type"], body) == (502, "application/problem+json", b"")


@pytest.mark.parametrize("path", ["/api/v1/toys/1", "/nowhere"])
def test_headers_that_are_too_large_are_a_problem(gateway: Gateway, path: str) -> None:
    assert gateway.ask(path, X_Large="x" * 60_000)[0] in (200, 404)
    found = gateway.problem(path, X_Large="x" * 70_000)
    assert (found["status"], found["code"]) == (431, "request_header_fields_too_large")
    assert gateway.problem(f"/api/v1/toys/{'x' * 70_000}")["status"] == 431


def test_a_monitor_reads_the_status_and_nothing_else_of_health(gateway: Gateway) -> None:
    status, headers, body = gateway.ask("/status")
    assert (status, headers["cache-control"]) == (200, "public, max-age=5")
    assert json.loads(body)["services"] == {"toy": "up"}
    assert gateway.problem("/status/toy")["code"] == "not_found"


@pytest.mark.parametrize(
    "path",
    [
        "/internal/problems/502",
        "/metrics",
        "/health/live",
        "/health/ready",
        "//metrics",
        "/./metrics",
        "/%6detrics",
        "/%2e%2e/metrics",
        "/%2fmetrics",
        "/metrics%2f",
        "/metrics;x",
        "/metrics%00",
        "/%5cmetrics",
        "/METRICS",
        "/api/v1/../metrics",
        "/api/v1/../../metrics",
        "/api/v1/toys/../../../metrics",
        "/api/v1/toys/%2e%2e/%2e%2e/%2e%2e/metrics",
        "/api/v1/toys/..%2f..%2f..%2fmetrics",
        "/api/v1/toys/..;/..;/..;/metrics",
        "/docs/assets/..%2f..%2fmetrics",
        "/docs/assets/../../internal/problems/502",
        "/docs/../metrics",
        "//internal/problems/502",
        "/%69nternal/problems/502",
        "/internal%2fproblems%2f502",
        "/internal/./problems/502",
    ],
)
def test_what_is_internal_cannot_be_reached(gateway: Gateway, path: str) -> None:
    status, _, body = gateway.ask(path)
    assert b"python_info" not in body
    assert status in (400, 404, 405)


@pytest.mark.parametrize("segment", ["%25", "%3F%23%3B", "..%5c..%5cmetrics", "%F0%9F%90%91"])
def test_odd_characters_stay_in_their_segment(gateway: Gateway, segment: str) -> None:
    status, _, body = gateway.ask(f"/api/v1/toys/{segment}")
    assert status == 200
    assert "toy_id" in json.loads(body)


@pytest.mark.parametrize("segment", ["%00", "%ff"])
def test_what_is_no_text_is_refused_by_the_service(gateway: Gateway, segment: str) -> None:
    status, _, body = gateway.ask(f"/api/v1/toys/{segment}")
    assert (status, json.loads(body)["code"]) == (422, "invalid_request")


def test_an_encoded_slash_is_answered_with_a_problem(gateway: Gateway) -> None:
    assert gateway.problem("/api/v1/toys/a%2Fb")["code"] == "not_found"


def test_the_problems_of_a_service_pass_unchanged(gateway: Gateway) -> None:
    found = gateway.problem("/api/v1/toys-refused")
    assert (found["code"], found["detail"], found["wanted"]) == ("odd", "Not today.", 1)
    assert gateway.problem("/api/v1/toys-tired")["code"] == "toy_is_tired"


@pytest.mark.parametrize("path", ["/api/v1/auth/proof", "/api/v1/toys-guessed"])
def test_how_long_a_service_makes_people_wait_who_guess_reaches_them(gateway: Gateway, path: str) -> None:
    status, headers, body = gateway.ask(path, "POST")
    assert (status, headers["retry-after"], headers["content-type"]) == (429, "900", "application/problem+json")
    problem = json.loads(body)
    assert (problem["code"], problem["detail"], problem["retry_after"]) == ("too_many_toys", "Not so fast.", 900)


def test_who_asks_for_authentication_too_often_is_told_to_wait(gateway: Gateway) -> None:
    answers = [gateway.ask("/api/v1/auth/probe") for _ in range(6)]
    status, headers, _ = answers[-1]
    assert (answers[0][0], status, headers["retry-after"]) == (200, 429, "1")
    assert gateway.ask("/api/v1/toys/1")[0] == 200


def test_who_asks_for_anything_else_too_often_is_told_to_wait(narrow_gateway: Gateway) -> None:
    answers = [narrow_gateway.ask("/api/v1/toys/1") for _ in range(6)]
    status, headers, _ = answers[-1]
    assert (status, headers["retry-after"]) == (429, "1")


def test_a_service_that_hangs_up_is_a_problem(gateway: Gateway) -> None:
    found = gateway.problem("/api/v1/rude")
    assert (found["status"], found["code"], found["instance"]) == (502, "bad_gateway", "/api/v1/rude")


def test_a_service_that_takes_too_long_is_a_problem(tmp_path: Path) -> None:
    with gateway_at(tmp_path, patience="100ms") as gateway, slow_requests_wait():
        wait_until(lambda: gateway.ask("/api/v1/toys-slow")[0] == 504)
        found = gateway.problem("/api/v1/toys-slow")
        assert (found["code"], found["instance"]) == ("gateway_timeout", "/api/v1/toys-slow")
        assert gateway.ask("/api/v1/toys-slow")[1]["retry-after"] == "5"


def test_a_service_that_is_down_is_a_problem_for_reads_and_writes(gateway: Gateway) -> None:
    wait_until(lambda: gateway.ask("/api/v1/gone")[0] == 503)
    for method in ("GET", "POST", "DELETE"):
        found = gateway.problem("/api/v1/gone", method)
        assert (found["status"], found["code"]) == (503, "service_unavailable")


def test_only_configured_origins_may_read_answers_in_a_browser(gateway: Gateway) -> None:
    _, headers, _ = gateway.ask("/api/v1/toys/1", Origin="https://admin.example")
    assert headers["access-control-allow-origin"] == "https://admin.example"
    _, headers, _ = gateway.ask("/api/v1/toys/1", Origin="https://evil.example")
    assert "access-control-allow-origin" not in headers


def test_a_preflight_is_answered_by_the_gateway(gateway: Gateway) -> None:
    status, headers, _ = gateway.ask(
        "/api/v1/toys", "OPTIONS", Origin="https://app.example", Access_Control_Request_Method="POST"
    )
    assert status == 200
    assert "Idempotency-Key" in headers["access-control-allow-headers"]


def test_the_documentation_is_served(gateway: Gateway) -> None:
    for path in ("/docs", "/docs/assets/swagger-ui-bundle.js", "/events", "/openapi.json", "/asyncapi.json"):
        assert gateway.ask(path)[0] == 200
