"""What the clients do by themselves: tokens, idempotency keys, repeats, problems. The API is played by a function."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_client import AsyncClient, Call, Client, Problem, Tokens
from amigok_client.api import keys, orders, profiles
from amigok_client.models import BuyIn, MoneyAsked

ANIMAL = UUID("019586a3-c8d5-7a69-8628-4e8e557fce20")
BUY = BuyIn(ANIMAL, MoneyAsked("1.00", "USD"))

Api = Callable[[httpx.Request], httpx.Response]
Send = Callable[[Call[Any]], Awaitable[Any]]


@pytest.fixture(params=["async", "sync"])
def client(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Makes a sender of either kind for an API, with tokens."""

    def make(api: Api, tokens: Tokens | None = None, *, attempts: int = 5) -> tuple[Send, Any]:
        transport = httpx.MockTransport(api)
        if request.param == "async":
            one = AsyncClient(httpx.AsyncClient(transport=transport, base_url="http://api"), tokens, attempts=attempts)
            return one.send, one
        other = Client(httpx.Client(transport=transport, base_url="http://api"), tokens, attempts=attempts)

        async def send(call: Call[Any]) -> Any:
            return await asyncio.to_thread(other.send, call)

        return send, other

    return make


def problem(status: int, code: str, **headers: str) -> httpx.Response:
    of_any = {"type": "about:blank", "title": "It is so.", "status": status, "instance": "/"}
    body = {**of_any, "code": code, "detail": "It is so.", "errors": []}
    return httpx.Response(status, json=body, headers={"Content-Type": "application/problem+json", **headers})


def answering(*answers: httpx.Response | Exception) -> tuple[Api, list[httpx.Request]]:
    """An API that answers so, one after the other, and the requests that it got."""
    waiting, requests = list(answers), []

    def api(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        answer = waiting.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    return api, requests


async def test_an_answer_is_a_model(client: Any) -> None:
    api, requests = answering(httpx.Response(200, json={"keys": []}))
    send, _ = client(api)
    assert (await send(keys.read_jwks())).keys == []
    assert "authorization" not in requests[0].headers


async def test_a_refusal_is_a_problem_with_its_code(client: Any) -> None:
    api, requests = answering(problem(409, "not_listed"))
    send, _ = client(api, Tokens("access"))
    with pytest.raises(Problem, match="409 not_listed: It is so") as refused:
        await send(orders.buy_order(ANIMAL, body=BUY))
    assert (refused.value.status, refused.value.code, refused.value.members) == (409, "not_listed", {"errors": []})
    assert len(requests) == 1


async def test_a_refused_value_is_named_in_the_message(client: Any) -> None:
    wrong = {"location": ["body", "prices", 0], "message": "needs a price", "type": "value_error"}
    body = {"code": "invalid_request", "detail": "1 value(s) are malformed.", "errors": [wrong]}
    send, _ = client(answering(httpx.Response(422, json=body))[0])
    with pytest.raises(Problem, match=r"malformed\. prices\.0: needs a price\.$"):
        await send(orders.buy_order(ANIMAL, body=BUY))


async def test_a_call_that_got_lost_is_sent_again_with_the_same_key(client: Any) -> None:
    api, requests = answering(httpx.ReadError("lost"), problem(503, "service_unavailable"), problem(409, "not_listed"))
    send, _ = client(api, Tokens("access"))
    with pytest.raises(Problem, match="not_listed"):
        await send(orders.buy_order(ANIMAL, body=BUY))
    assert len({request.headers["idempotency-key"] for request in requests}) == 1
    assert len(requests) == 3


async def test_two_calls_have_two_keys() -> None:
    one, other = (orders.buy_order(ANIMAL, body=BUY).request["headers"]["Idempotency-Key"] for _ in range(2))
    assert one != other


async def test_what_could_happen_twice_is_not_sent_again(client: Any) -> None:
    for answer, raised in ((httpx.ReadError("lost"), httpx.ReadError), (problem(503, "busy"), Problem)):
        api, requests = answering(answer)
        send, _ = client(api)
        with pytest.raises(raised):
            await send(Call({"method": "post", "url": "/"}, lambda answer: None, secured=False))
        assert len(requests) == 1


async def test_a_client_waits_as_long_as_it_is_told_but_not_for_ever(client: Any) -> None:
    busy, closed = problem(429, "slow_down", **{"Retry-After": "1"}), problem(429, "slow_down", **{"Retry-After": "60"})
    api, _ = answering(busy, closed)
    send, _ = client(api)
    begun = time.monotonic()
    with pytest.raises(Problem) as refused:
        await send(keys.read_jwks())
    assert 1 <= time.monotonic() - begun < 60
    assert refused.value.retry_after == 60.0


async def test_after_some_attempts_the_last_problem_stands(client: Any) -> None:
    api, requests = answering(*(problem(503, "service_unavailable") for _ in range(9)))
    send, _ = client(api, attempts=3)
    with pytest.raises(Problem, match="service_unavailable"):
        await send(keys.read_jwks())
    assert len(requests) == 3


def renewing(request: httpx.Request) -> httpx.Response:
    """An API that knows the access token `new` and trades the refresh token `r1` for it, once."""
    if request.url.path == "/api/v1/auth/refresh":
        renewing.trades.append(json.loads(request.content)["refresh_token"])  # type: ignore[attr-defined]
        return httpx.Response(200, json={"access_token": "new", "refresh_token": "r2"})
    if request.headers["authorization"] != "Bearer new":
        return problem(401, "unauthenticated")
    return problem(404, "found_you")


async def test_an_expired_token_is_traded_once_for_all_calls_under_way(client: Any) -> None:
    renewing.trades = []  # type: ignore[attr-defined]
    send, one = client(renewing, Tokens("old", "r1"))
    results = await asyncio.gather(*(send(profiles.show_me()) for _ in range(5)), return_exceptions=True)
    assert {getattr(each, "code", each) for each in results} == {"found_you"}
    assert renewing.trades == ["r1"]  # type: ignore[attr-defined]
    assert one.tokens == Tokens("new", "r2")


async def test_a_session_that_has_ended_is_a_problem(client: Any) -> None:
    api, requests = answering(
        problem(401, "unauthenticated"), problem(401, "invalid_session"), problem(401, "unauthenticated")
    )
    send, _ = client(api, Tokens("old", "r1"))
    with pytest.raises(Problem, match="unauthenticated"):
        await send(profiles.show_me())
    assert [request.url.path for request in requests] == ["/api/v1/me", "/api/v1/auth/refresh", "/api/v1/me"]
