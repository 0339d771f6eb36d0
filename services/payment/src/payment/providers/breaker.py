"""The one place where providers are called: how long is waited for them, and when they are left alone.

After a row of calls without an answer a provider is not asked for a while; then one call is let through, and its
outcome decides. The state is each process's own.
"""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog
from prometheus_client import Counter, Gauge

from payment.providers.shape import AtWork, Name, NotAsked, ProviderRefused, ProviderUnavailable

T = TypeVar("T")

log = structlog.get_logger()

ANSWER_SECONDS = 15.0
"""How long one call may take, all its requests together; a single request has the 10 s of the process's client."""

FAILURES = 5
PAUSE_SECONDS = 20.0

OPEN = Gauge("amigok_provider_open", "Whether a provider is left alone because it does not answer", ["provider"])
CALLS = Counter("amigok_provider_calls", "Calls of providers by what became of them", ["provider", "outcome"])


class Breaker:
    """Guards the calls of one provider. `now` is a clock that never goes back."""

    def __init__(
        self, name: Name, *, seconds: float = ANSWER_SECONDS, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._name = name
        self._seconds = seconds
        self._now = now
        self._failures = 0
        self._closed_at = 0.0
        OPEN.labels(name).set(0)

    def check(self) -> None:
        """Raises NotAsked while the provider is left alone, with the seconds until it is worth another try."""
        left = self._closed_at - self._now()
        if self._failures >= FAILURES and left > 0:
            raise NotAsked(f"{self._name} does not answer.", retry_after=math.ceil(left))

    async def call(self, work: Callable[[], Awaitable[T]]) -> T:
        """What the provider answers. Raises NotAsked, ProviderUnavailable, also after a time-out, ProviderRefused."""
        self.check()
        if self._failures >= FAILURES:
            self._leave_alone()  # the others wait for what this call shows
        try:
            async with asyncio.timeout(self._seconds):
                answer = await work()
        except TimeoutError as error:
            self._failed()
            raise ProviderUnavailable(f"{self._name} did not answer in time.") from error
        except AtWork:
            self._answered("at_work")
            raise
        except ProviderUnavailable:
            self._failed()
            raise
        except ProviderRefused:
            self._answered("refused")
            raise
        self._answered("answered")
        return answer

    def _leave_alone(self) -> None:
        self._closed_at = self._now() + PAUSE_SECONDS

    def _failed(self) -> None:
        CALLS.labels(self._name, "unavailable").inc()
        self._failures += 1
        if self._failures >= FAILURES:
            self._leave_alone()
            OPEN.labels(self._name).set(1)
            log.error("provider.left_alone", provider=self._name, failures=self._failures)

    def _answered(self, outcome: str) -> None:
        CALLS.labels(self._name, outcome).inc()
        self._failures = 0
        OPEN.labels(self._name).set(0)
