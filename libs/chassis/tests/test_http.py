"""The edge of a service: what it answers, above all when something is wrong."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import httpx
import pytest
from toy.kit import Fleet, hop, with_port
from toy.main import service as toy

from amigok_chassis.ids import new_id
from amigok_chassis.patience import until
from amigok_chassis.problems import Problem
from amigok_chassis.testing import Rig, running

NOTES = "/api/v1/toy/notes"


def problem(response: httpx.Response, status: int) -> dict[str, Any]:
    """The problem that a response is; fails when it is none."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["x-request-id"]
    body: dict[str, Any] = Problem.model_validate_json(response.content).model_dump()
    assert body["status"] == status
    return body


async def test_a_write_answers_after_its_commit(rig: Rig) -> None:
    response = await rig.request("POST", NOTES, json={"text": "hello", "number": 7})
    assert response.status_code == 201
    assert (await rig.db.fetch("SELECT text FROM notes"))[0][0] == "hello"


async def test_a_failed_commit_does_not_answer_2xx(rig: Rig) -> None:
    """The constraint is checked at the commit, when the endpoint has returned."""
    assert (await rig.request("POST", NOTES, json={"label": "one"})).status_code == 201
    response = await rig.request("POST", NOTES, json={"label": "one"})
    problem(response, 500)
    assert (await rig.db.fetch("SELECT count(*) FROM notes"))[0][0] == 1
    assert (await rig.db.fetch("SELECT count(*) FROM outbox"))[0][0] == 1


async def test_an_unhandled_exception_is_a_500_problem_without_details_and_with_the_request_id(edge: Rig) -> None:
    response = await edge.request("GET", "/api/v1/toy/broken", headers={"X-Request-ID": "request-0815"})
    body = problem(response, 500)
    assert body["code"] == "internal_error"
    assert body["request_id"] == response.headers["x-request-id"] == "request-0815"
    assert "hunter2" not in response.text
    assert "RuntimeError" not in response.text


async def test_an_odd_request_id_is_replaced(edge: Rig) -> None:
    response = await edge.request("GET", "/health/live", headers={"X-Request-ID": "a b\t<script>"})
    assert len(response.headers["x-request-id"]) == 36


async def test_nobody_keeps_an_answer_that_does_not_say_that_it_may_be_kept(edge: Rig) -> None:
    assert (await edge.request("GET", NOTES)).headers["cache-control"] == "no-store"


async def test_an_unknown_path_is_a_404_problem(edge: Rig) -> None:
    assert problem(await edge.request("GET", "/api/v1/toy/nothing"), 404)["code"] == "not_found"
    problem(await edge.request("GET", "/%ff%00/\u202e"), 404)


async def test_a_wrong_method_is_a_405_problem_that_names_the_right_ones(edge: Rig) -> None:
    response = await edge.request("DELETE", "/api/v1/toy/me")
    assert problem(response, 405)["code"] == "method_not_allowed"
    assert response.headers["allow"] == "GET, HEAD"


async def test_a_refused_method_is_told_all_the_methods_of_the_path(edge: Rig) -> None:
    response = await edge.request("DELETE", NOTES)
    problem(response, 405)
    assert response.headers["allow"] == "GET, HEAD, POST"


async def test_a_method_that_is_not_one_of_http_is_a_501_problem(edge: Rig) -> None:
    response = await edge.request("PROPFIND", NOTES)
    assert problem(response, 501)["code"] == "not_implemented"
    assert response.headers["allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize(
    "path", [NOTES, f"{NOTES}?limit=0", "/api/v1/toy/me", "/api/v1/toy/broken", "/nothing", "/health/ready", "/metrics"]
)
async def test_a_head_says_what_a_get_would_without_a_body(edge: Rig, path: str) -> None:
    get, head = [await edge.request(method, path, headers={"X-Request-Id": "the-same"}) for method in ("GET", "HEAD")]
    assert head.status_code == get.status_code
    assert head.content == b""
    if path != "/metrics":
        assert head.headers == get.headers
        assert int(head.headers["content-length"]) == len(get.content)


async def test_a_head_needs_the_token_that_a_get_needs(edge: Rig) -> None:
    assert (await edge.request("HEAD", "/api/v1/toy/me")).status_code == 401
    assert (await edge.request("HEAD", "/api/v1/toy/me", user=new_id())).status_code == 200
    assert (await edge.request("HEAD", "/api/v1/toy/admin", user=new_id())).status_code == 403


async def test_a_head_where_there_is_only_a_post_is_refused_and_does_nothing(rig: Rig) -> None:
    response = await rig.request("HEAD", f"{NOTES}/long", user=new_id())
    assert (response.status_code, response.headers["allow"]) == (405, "POST")
    assert (await rig.db.fetch("SELECT count(*) FROM notes"))[0][0] == 0


async def test_a_head_counts_and_is_logged_as_one_of_its_route(edge: Rig) -> None:
    await edge.request("HEAD", NOTES)
    assert f'method="HEAD",route="{NOTES}",status="200"' in (await edge.request("GET", "/metrics")).text


async def test_a_body_beyond_the_limit_is_a_413_problem() -> None:
    async with running(toy, max_body_bytes=1000) as rig:
        assert (await rig.request("POST", NOTES, json={"text": "x" * 900})).status_code == 201
        problem(await rig.request("POST", NOTES, json={"text": "x" * 1000}), 413)


async def test_a_chunked_body_beyond_the_limit_is_a_413_problem() -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield b'{"text": "'
        for _ in range(20):
            yield b"x" * 100
        yield b'"}'

    async with running(toy, max_body_bytes=1000) as rig:
        problem(await rig.request("POST", NOTES, content=chunks(), headers={"Content-Type": "application/json"}), 413)


@pytest.mark.parametrize("announced", [True, False])
async def test_a_route_may_take_larger_bodies_than_the_rest(announced: bool) -> None:
    async def chunks(size: int) -> AsyncIterator[bytes]:
        yield b'{"text": "' + b"x" * size + b'"}'

    async def post(path: str, size: int) -> httpx.Response:
        json = {"Content-Type": "application/json"}
        content = b"".join([chunk async for chunk in chunks(size)]) if announced else chunks(size)
        return await rig.request("POST", f"{NOTES}{path}", content=content, headers=json, user=new_id())

    async with running(toy, max_body_bytes=1000) as rig:
        assert (await post("/long", 2900)).json() == 2900
        problem(await post("/long", 3000), 413)
        problem(await post("", 2900), 413)
    async with running(toy) as rig:
        problem(await post("/long", 3000), 413)


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Basic YTpi"}, {"Authorization": "Bearer forged"}])
async def test_a_larger_body_of_a_stranger_is_not_read(headers: dict[str, str]) -> None:
    read = []

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(20):
            read.append(100)
            yield b"x" * 100

    async with running(toy, max_body_bytes=1000) as rig:
        response = await rig.http.post(f"{NOTES}/long", content=chunks(), headers=headers)
        assert problem(response, 401)["code"] == "unauthenticated"
        assert response.headers["www-authenticate"] == "Bearer"
    assert sum(read) == 0


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"text"',
        b"\xff\xfe",
        b"[" * 50_000,
        b'{"text": "' + b"x" * 1001 + b'"}',
        b'{"text": "\\u0000"}',
        b'{"text": "\\ud800"}',
        b'{"label": "a\\u0000b"}',
        b'{"\\ud800": 1}',
        b'{"tags": {"\\ud800": "x"}}',
        b'{"tags": {"\\u0000": "x"}}',
        b'{"number": 9223372036854775808}',
        b'{"number": 1e400}',
        b'{"number": NaN}',
        b'{"number": -Infinity}',
        b'{"number": ' + b"9" * 5000 + b"}",
        b'{"number": "\xd9\xa1.5"}',
        b'{"unknown": 1}',
    ],
)
async def test_malformed_bodies_are_4xx_problems(edge: Rig, body: bytes) -> None:
    response = await edge.request("POST", NOTES, content=body, headers={"Content-Type": "application/json"})
    assert response.status_code in (400, 422)
    problem(response, response.status_code)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
async def test_a_wrong_content_type_is_a_4xx_problem(edge: Rig, kind: str) -> None:
    response = await edge.request("POST", NOTES, content=b'{"text": "x"}', headers={"Content-Type": kind})
    assert response.status_code in (415, 422)
    problem(response, response.status_code)


@pytest.mark.parametrize(
    "query",
    ["", "number=", "number=x", "number=9223372036854775808", "number=" + "9" * 5000, "number=%00", "number=%ff"],
)
async def test_malformed_queries_are_4xx_problems(edge: Rig, query: str) -> None:
    problem(await edge.request("GET", f"/api/v1/toy/number?{query}"), 422)


async def test_ready_says_503_while_the_database_is_gone_and_200_again_after(fleet: Fleet) -> None:
    async with hop(fleet.database_url) as between:
        url = with_port(fleet.database_url, between.port)
        async with fleet.server(database_url=url) as (_, http):
            assert (await http.get("/health/ready")).status_code == 200
            await between.cut()

            async def unready() -> bool:
                response = await http.get("/health/ready")
                return response.status_code == 503 and "database" in response.json()["reasons"]

            await until(unready)
            assert (await http.get("/health/live")).status_code == 200
            problem(await http.post(NOTES, json={}), 503)
            problem(await http.get(NOTES), 503)
            problem(await http.get("/api/v1/toy/number?number=1"), 503)
            await between.mend()

            async def ready() -> bool:
                return (await http.get("/health/ready")).status_code == 200

            await until(ready)
            assert (await http.post(NOTES, json={})).status_code == 201


async def test_connections_that_the_server_ended_while_idle_cost_no_request(rig: Rig) -> None:
    await asyncio.gather(*(rig.request("GET", "/api/v1/toy/nap?seconds=0.1") for _ in range(10)))
    for path in (NOTES, "/api/v1/toy/number?number=1", "/api/v1/toy/nap?seconds=0"):
        await terminate(rig)
        await asyncio.sleep(0.1)
        answers = await asyncio.gather(*(rig.request("GET", path) for _ in range(20)))
        assert {answer.status_code for answer in answers} == {200}


async def test_connections_that_end_during_a_request_cost_clean_503s(rig: Rig) -> None:
    for _ in range(3):
        paths = ["/api/v1/toy/nap?seconds=0.5", NOTES, "/api/v1/toy/number?number=1"] * 5
        requests = [asyncio.create_task(rig.request("GET", path)) for path in paths]
        await asyncio.sleep(0.15)
        await terminate(rig)
        for answer in await asyncio.gather(*requests):
            if answer.status_code != 200:
                assert problem(answer, 503)["code"] == "service_unavailable"
                assert answer.headers["retry-after"]
    assert (await rig.request("GET", "/api/v1/toy/number?number=1")).status_code == 200


async def test_a_client_that_goes_away_leaves_no_transaction_open(rig: Rig) -> None:
    for _ in range(3):
        requests = [asyncio.create_task(rig.request("GET", "/api/v1/toy/nap?seconds=5")) for _ in range(20)]
        await asyncio.sleep(0.15)
        for request in requests:
            request.cancel()
        await asyncio.gather(*requests, return_exceptions=True)
    answers = await asyncio.gather(*(rig.request("GET", "/api/v1/toy/nap?seconds=0") for _ in range(20)))
    assert {answer.status_code for answer in answers} == {200}


async def terminate(rig: Rig) -> None:
    """Ends every connection of the service, as a restart of PostgreSQL does."""
    outside = await asyncpg.connect(rig.runtime.settings.database_url)
    await outside.fetch(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    await outside.close()
