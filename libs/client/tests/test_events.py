"""Listening: what the stream tells, across tokens that expire and connections that are lost. The API is a function."""

from collections.abc import Iterator

import httpx
import pytest

from amigok_client import AsyncClient, Problem, Tokens, client
from amigok_client.events import PATH


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "PAUSE", (0.0, 0.0))


def told(*events: str) -> httpx.Response:
    return httpx.Response(200, text=": \n\n" + "".join(f"{event}\n\n" for event in events))


def listener(answers: Iterator[httpx.Response | Exception]) -> tuple[AsyncClient, list[httpx.Request]]:
    requests = []

    def api(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        if request.url.path != PATH:
            return httpx.Response(200, json={"access_token": "new", "refresh_token": "next"})
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    http = httpx.AsyncClient(transport=httpx.MockTransport(api), base_url="http://api")
    return AsyncClient(http, Tokens("old", "refresh")), requests


async def test_it_comes_back_with_a_new_token_and_the_last_id() -> None:
    one, requests = listener(
        iter(
            [
                told('event: notice\ndata: {"size": 1}\nid: 7', 'event: end\ndata: {"reason": "expired"}'),
                httpx.Response(401),
                httpx.ConnectError("lost"),
                told('event: end\ndata: {"reason": "replaced"}'),
            ]
        )
    )
    heard = [(event.name, event.id) async for event in one.listen()]
    assert heard == [("notice", 7), ("end", None), ("end", None)]
    first, *_, last = requests
    assert "last-event-id" not in first.headers
    assert (last.headers["last-event-id"], last.headers["authorization"]) == ("7", "Bearer new")


async def test_a_refusal_is_a_problem() -> None:
    one, _ = listener(iter([httpx.Response(403, json={"code": "forbidden", "status": 403, "detail": ""})]))
    with pytest.raises(Problem):
        [event async for event in one.listen()]
