"""What every double has: faults, idempotency, webhooks, and the control API under `/_control`."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.types import Message, Receive, Scope, Send

from tests.simulators.faults import Fault, Faults, Reset
from tests.simulators.idempotency import Keys, Rules
from tests.simulators.webhooks import DeliveryFault, Endpoint, Sender

CONTROL = "/_control"


class Refused(Exception):
    """A refusal in the provider's own format."""

    def __init__(self, status: int, body: dict[str, object]) -> None:
        self.answer = JSONResponse(body, status)


async def _refused(_: Request, refused: Exception) -> Response:
    assert isinstance(refused, Refused)
    return refused.answer


class Double:
    """An ASGI application. `failure` writes 429 and 500 in the provider's format; `admit` checks who may ask.

    `resets` make new what belongs to the provider alone.
    """

    def __init__(
        self,
        *routers: APIRouter,
        sender: Sender,
        rules: Rules,
        failure: Callable[[int], Response],
        admit: Callable[[Request], Response | None],
        resets: Iterable[Callable[[], None]],
    ) -> None:
        self.sender = sender
        self._faults = Faults()
        self._rules, self._keys = rules, Keys(rules)
        self._resets = tuple(resets)
        self._failure = failure
        self._admit = admit
        self._app = FastAPI(openapi_url=None, lifespan=self._lifespan, exception_handlers={Refused: _refused})
        for router in (control(self._faults, sender), *routers):
            self._app.include_router(router)

    @asynccontextmanager
    async def _lifespan(self, _: FastAPI) -> AsyncIterator[None]:
        yield
        await self.sender.close()

    async def reset(self) -> None:
        """Makes it as if it had just started, at a fraction of what a start costs."""
        await self.sender.reset()
        self._faults.reset()
        self._keys.reset()
        for reset in self._resets:
            reset()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(CONTROL):
            return await self._app(scope, receive, send)
        request = Request(scope, receive)
        answer = await self._answer(request, await request.body())
        return await answer(scope, receive, send)

    async def _answer(self, request: Request, body: bytes) -> Response:
        if refused := self._admit(request):
            return refused
        fault = self._faults.take(request.method, request.url.path)
        if fault.answer == 429:
            return self._failure(429)
        if fault.answer == "reset" and not fault.work:
            # No key is stored: the request never arrived.
            return Reset()

        async def work() -> Response:
            if fault.held:
                await self._faults.released()
            if not fault.work:
                return self._failure(500)
            answer = await inside(self._app, request.scope, body)
            return self._failure(500) if fault.answer == 500 and self._rules.keeps(500) else answer

        answer = await self._keys.once(request, body, work)
        if fault.answer == 500:
            return self._failure(500)
        return Reset() if fault.answer == "reset" else answer


async def inside(app: Callable[[Scope, Receive, Send], Awaitable[None]], scope: Scope, body: bytes) -> Response:
    """Returns the whole answer of an application, which never learns whether the client is gone."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    answer = Response(b"".join(message.get("body", b"") for message in sent[1:]), sent[0]["status"])
    answer.raw_headers = list(sent[0]["headers"])
    return answer


def control(faults: Faults, sender: Sender) -> APIRouter:
    """The control API for tests and operators. Applications never use it."""
    router = APIRouter(prefix=CONTROL)

    @router.post("/faults", status_code=204)
    async def add_fault(fault: Fault) -> None:
        faults.add(fault)

    @router.get("/faults/held")
    async def count_held_requests() -> int:
        return faults.held

    @router.post("/faults/release", status_code=204)
    async def release_requests() -> None:
        faults.release()

    @router.post("/webhooks/endpoints", status_code=204)
    async def add_endpoint(endpoint: Endpoint) -> None:
        sender.endpoints.append(endpoint)

    @router.post("/webhooks/faults", status_code=204)
    async def add_delivery_fault(fault: DeliveryFault) -> None:
        sender.faults.append(fault)

    @router.get("/webhooks/waiting")
    async def count_waiting_webhooks() -> int:
        return sender.waiting

    @router.post("/webhooks/release", status_code=204)
    async def release_webhooks() -> None:
        await sender.release()

    return router
