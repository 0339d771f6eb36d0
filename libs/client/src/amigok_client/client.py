"""Clients that send calls: `AsyncClient` and `Client` do the same, one of them without waiting in the way.

They know what every client of the API needs. An access token that has expired is traded for a new one, once for all
calls under way. A call that got lost, or met a service that is out of order, is sent again where that cannot do
anything twice. Everything else that is refused is a `Problem`.
"""

import asyncio
import random
import threading
import time
from collections.abc import AsyncGenerator, AsyncIterator, Generator
from dataclasses import dataclass
from typing import Any, TypeVar

import httpx

from amigok_client.calls import Call
from amigok_client.events import FINAL, PATH, SILENCE, StreamEvent, parsed
from amigok_client.problems import Problem

T = TypeVar("T")

ATTEMPTS = 5
PATIENCE = 10.0
"""Longer than so many seconds a client does not wait by itself; the problem says for how long."""

PAUSE = 1.0, 5.0
"""After so many seconds a stream that ended is opened again: not by all at once."""

_PASSING = frozenset({429, 502, 503, 504})


@dataclass(frozen=True)
class Tokens:
    """What a login gave. Without a refresh token the session ends with the access token."""

    access: str
    refresh: str = ""


@dataclass(frozen=True)
class _Send:
    token: str


@dataclass(frozen=True)
class _Renew:
    used: str


@dataclass(frozen=True)
class _Pause:
    seconds: float


_Step = _Send | _Renew | _Pause
_Answer = httpx.Response | httpx.TransportError | None


class _Session:
    """What both clients share: the tokens, and the steps that a call takes."""

    def __init__(self, tokens: Tokens | None, attempts: int) -> None:
        self.tokens = tokens
        self._attempts = attempts

    def _steps(self, call: Call[T]) -> Generator[_Step, _Answer, T]:
        """Yields what to do next, is sent what came of it, and returns the answer. Raises Problem, TransportError."""
        renewed = False
        attempt = 1
        while True:
            token = self.tokens.access if self.tokens else ""
            answer = yield _Send(token)
            if isinstance(answer, httpx.Response) and answer.is_success:
                return call.parse(answer)
            if self._expired(call, answer) and not renewed:
                renewed = True
                yield _Renew(token)
                continue
            yield _Pause(self._pause(call, answer, attempt))
            attempt += 1

    def _expired(self, call: Call[T], answer: _Answer) -> bool:
        refused = isinstance(answer, httpx.Response) and answer.status_code == 401
        return refused and call.secured and self.tokens is not None and bool(self.tokens.refresh)

    def _pause(self, call: Call[T], answer: _Answer, attempt: int) -> float:
        """For how long to wait before the call is sent again. Raises what it ended with if it should not be."""
        usual = 0.2 * 2.0 ** (attempt - 1)
        again = call.repeatable and attempt < self._attempts
        if isinstance(answer, httpx.Response):
            problem = Problem(answer)
            seconds: float = problem.retry_after or usual
            if not again or problem.status not in _PASSING or seconds > PATIENCE:
                raise problem
            return seconds
        assert answer is not None
        if not again:
            raise answer
        return usual

    def _renewal(self) -> dict[str, Any]:
        assert self.tokens is not None
        return {"method": "post", "url": "/api/v1/auth/refresh", "json": {"refresh_token": self.tokens.refresh}}

    def _renew_with(self, answer: httpx.Response) -> None:
        """Takes the new tokens; a session that has ended keeps the old ones, which are refused."""
        assert self.tokens is not None
        if answer.is_success:
            body = answer.json()
            self.tokens = Tokens(body["access_token"], body["refresh_token"])
        else:
            self.tokens = Tokens(self.tokens.access)


def _arguments(call: Call[T], token: str) -> dict[str, Any]:
    headers = dict(call.request.get("headers", {}))
    if token and call.secured:
        headers["Authorization"] = f"Bearer {token}"
    return {**call.request, "headers": headers}


class AsyncClient(_Session):
    """Sends calls over `http`, whose base URL is the API's origin, for whoever has the tokens."""

    def __init__(self, http: httpx.AsyncClient, tokens: Tokens | None = None, *, attempts: int = ATTEMPTS) -> None:
        super().__init__(tokens, attempts)
        self._http = http
        self._renewing = asyncio.Lock()

    async def send(self, call: Call[T]) -> T:
        """What the API answers. Raises Problem when it refuses, httpx.TransportError when it cannot be reached."""
        steps = self._steps(call)
        answer: _Answer = None
        try:
            while True:
                answer = await self._take(steps.send(answer), call)
        except StopIteration as end:
            found: T = end.value
            return found

    async def listen(self, after: int | None = None) -> AsyncGenerator[StreamEvent]:
        """What the stream of notifications tells, also across lost connections and new tokens. `after` resumes it.

        Ends when the server says that nobody should come back. Raises Problem when it refuses.
        """
        while True:
            async for event in self._connected(after):
                after = event.id or after
                yield event
                if event.name == "end" and event.data["reason"] in FINAL:
                    return
            await asyncio.sleep(random.uniform(*PAUSE))  # noqa: S311

    async def _connected(self, after: int | None) -> AsyncIterator[StreamEvent]:
        """One connection, until it ends or is lost."""
        token = self.tokens.access if self.tokens else ""
        headers = {"Authorization": f"Bearer {token}"} | ({"Last-Event-ID": str(after)} if after is not None else {})
        try:
            async with self._http.stream("GET", PATH, headers=headers, timeout=SILENCE) as answer:
                renewable = answer.status_code == 401 and self.tokens and self.tokens.refresh
                if not (renewable or answer.is_success or answer.status_code in _PASSING):
                    await answer.aread()
                    raise Problem(answer)
                async for event in parsed(answer.aiter_lines()):
                    yield event
            if renewable:
                await self._renew(token)
                async for event in self._connected(after):
                    yield event
        except httpx.TransportError:
            return

    async def _take(self, step: _Step, call: Call[Any]) -> _Answer:
        if isinstance(step, _Pause):
            await asyncio.sleep(step.seconds)
        elif isinstance(step, _Renew):
            await self._renew(step.used)
        else:
            try:
                return await self._http.request(**_arguments(call, step.token))
            except httpx.TransportError as error:
                return error
        return None

    async def _renew(self, used: str) -> None:
        async with self._renewing:
            if self.tokens and self.tokens.access == used:
                self._renew_with(await self._http.request(**self._renewal()))


class Client(_Session):
    """As `AsyncClient`, for programs without an event loop; threads may share one."""

    def __init__(self, http: httpx.Client, tokens: Tokens | None = None, *, attempts: int = ATTEMPTS) -> None:
        super().__init__(tokens, attempts)
        self._http = http
        self._renewing = threading.Lock()

    def send(self, call: Call[T]) -> T:
        """What the API answers. Raises Problem when it refuses, httpx.TransportError when it cannot be reached."""
        steps = self._steps(call)
        answer: _Answer = None
        try:
            while True:
                answer = self._take(steps.send(answer), call)
        except StopIteration as end:
            found: T = end.value
            return found

    def _take(self, step: _Step, call: Call[Any]) -> _Answer:
        if isinstance(step, _Pause):
            time.sleep(step.seconds)
        elif isinstance(step, _Renew):
            self._renew(step.used)
        else:
            try:
                return self._http.request(**_arguments(call, step.token))
            except httpx.TransportError as error:
                return error
        return None

    def _renew(self, used: str) -> None:
        with self._renewing:
            if self.tokens and self.tokens.access == used:
                self._renew_with(self._http.request(**self._renewal()))
