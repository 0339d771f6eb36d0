"""The circuit breaker: the one place where providers are called, with a time limit.

After several calls in a row without an answer the breaker opens, and the provider is not called for a while. Then one
call is let through, and its outcome decides. Each process has its own state.
"""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog
from prometheus_client import Counter, Gauge

from payment.providers.protocol import InProgress, Name, NotAsked, ProviderRefused, ProviderUnavailable

T = TypeVar("T")

log = structlog.get_logger()

ANSWER_SECONDS = 15.0
"""The limit for one call with all of its requests. A single request has the 10 s of the process's HTTP client."""

FAILURES = 5
PAUSE_SECONDS = 20.0

OPEN = Gauge("amigok_provider_open", "Whether the circuit breaker of a provider is open", ["provider"])
CALLS = Counter("amigok_provider_calls", "Calls to providers by outcome", ["provider", "outcome"])

OUTCOMES = ("answered", "refused", "in_progress", "unavailable")


class Breaker:
    """Guards the calls to one provider. `now` is a monotonic clock."""

    def __init__(
        self, name: Name, *, seconds: float = ANSWER_SECONDS, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._name = name
        self._seconds = seconds
        self._now = now
        self._failures = 0
        self._closed_at = 0.0
        OPEN.labels(name).set(0)
        for outcome in OUTCOMES:
            CALLS.labels(name, outcome)  # as 0: Prometheus sees no increase to the first value it reads

    def check(self) -> None:
        """Raises NotAsked while the breaker is open, with the seconds until another try."""
        left = self._closed_at - self._now()
        if self._failures >= FAILURES and left > 0:
            raise NotAsked(f"{self._name} does not answer.", retry_after=math.ceil(left))

    async def call(self, work: Callable[[], Awaitable[T]]) -> T:
        """Returns the provider's answer. Raises NotAsked, ProviderUnavailable (a time-out, too), ProviderRefused."""
        self.check()
        if self._failures >= FAILURES:
            self._pause()  # other calls wait for the outcome of this one
        try:
            async with asyncio.timeout(self._seconds):
                answer = await work()
        except TimeoutError as error:
            self._failed()
            raise ProviderUnavailable(f"{self._name} did not answer in time.") from error
        except InProgress:
            self._answered("in_progress")
            raise
        except ProviderUnavailable:
            self._failed()
            raise
        except ProviderRefused:
            self._answered("refused")
            raise
        self._answered("answered")
        return answer

    def _pause(self) -> None:
        self._closed_at = self._now() + PAUSE_SECONDS

    def _failed(self) -> None:
        CALLS.labels(self._name, "unavailable").inc()
        self._failures += 1
        if self._failures >= FAILURES:
            self._pause()
            OPEN.labels(self._name).set(1)
            log.error("provider.breaker_opened", provider=self._name, failures=self._failures)

    def _answered(self, outcome: str) -> None:
        CALLS.labels(self._name, outcome).inc()
        self._failures = 0
        OPEN.labels(self._name).set(0)
