"""Each test has its own double, and an endpoint that receives its events."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
import stripe as library
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from amigok_chassis.patience import PATIENCE
from tests.simulators.serving import address, bound, serving
from tests.simulators.stripe.app import stripe as stripe_double

SECRET = "whsec_test"


@dataclass
class Listener:
    """Receives webhooks, and answers each with the next of `answers`, or 200."""

    url: str
    heard: asyncio.Queue[tuple[bytes, dict[str, str]]] = field(default_factory=asyncio.Queue)
    answers: list[int] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        self.heard.put_nowait((await request.body(), dict(request.headers)))
        await Response(status_code=self.answers.pop(0) if self.answers else 200)(scope, receive, send)

    async def event(self, type: str | None = None) -> Any:
        """Returns the next event, of this type if one is given."""
        while True:
            body, headers = await asyncio.wait_for(self.heard.get(), PATIENCE)
            event = library.Webhook.construct_event(body, headers["stripe-signature"], SECRET)
            if type in (None, event.type):
                return event


@dataclass
class Stripe:
    client: library.StripeClient
    http: httpx.AsyncClient
    listener: Listener

    async def control(self, path: str, /, **body: Any) -> Any:
        answer = await self.http.post(f"/_control/{path}", json=body)
        assert answer.is_success, answer.text
        return answer.json() if answer.content else None


@pytest.fixture
async def stripe() -> AsyncIterator[Stripe]:
    port, ear = bound(), bound()
    url, listener = address(port), Listener(address(ear))

    async def hear(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await listener(scope, receive, send)

    async with serving(stripe_double(url, (0.01, 0.01)), port), serving(hear, ear, lifespan="off"):
        key = {"authorization": "Bearer sk_test_12345"}
        async with httpx.AsyncClient(
            base_url=url, headers=key, trust_env=False, timeout=PATIENCE, verify=False
        ) as http:
            asks = library.HTTPXClient(timeout=PATIENCE, verify_ssl_certs=False)
            client = library.StripeClient("sk_test_12345", base_addresses={"api": url}, http_client=asks)
            double = Stripe(client, http, listener)
            await double.control("webhooks/endpoints", url=listener.url, secret=SECRET)
            yield double
            await asks.close_async()
