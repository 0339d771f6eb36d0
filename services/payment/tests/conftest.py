"""Payment beside Stripe's double: real HTTP in both directions."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from tests.simulators.serving import address, bound, serving
from tests.simulators.stripe.app import stripe as stripe_double

SECRET = "whsec_test"


@dataclass
class Double:
    """A provider's double and how to meddle with it."""

    url: str
    http: httpx.AsyncClient

    async def control(self, path: str, /, **body: Any) -> Any:
        answer = await self.http.post(f"/_control/{path}", json=body)
        assert answer.is_success, answer.text
        return answer.json() if answer.content else None

    async def ask(self, path: str, /, **form: Any) -> Any:
        """What the payer's browser or an operator asks the provider."""
        answer = await self.http.post(path, data=form, headers={"authorization": "Bearer sk_test_double"})
        assert answer.is_success, answer.text
        return answer.json()


@pytest.fixture
async def stripe() -> AsyncIterator[Double]:
    port = bound()
    url = address(port)
    async with serving(stripe_double(url, (0.01, 0.01)), port):
        async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=20) as http:
            yield Double(url, http)
