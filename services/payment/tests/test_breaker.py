"""When the breaker of a provider opens."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from payment.providers.breaker import FAILURES, PAUSE_SECONDS, Breaker
from payment.providers.protocol import NotAsked, ProviderRefused, ProviderUnavailable


class Provider:
    """Counts its calls."""

    def __init__(self) -> None:
        self.asked = 0
        self.now = 0.0
        self.guarded = Breaker("stripe", now=lambda: self.now)

    async def answers(self) -> str:
        self.asked += 1
        return "yes"

    async def refuses(self) -> str:
        self.asked += 1
        raise ProviderRefused("declined")

    async def is_silent(self) -> str:
        self.asked += 1
        raise ProviderUnavailable

    async def fail(self, work: Callable[[], Awaitable[str]], error: type[Exception], times: int = 1) -> None:
        for _ in range(times):
            with pytest.raises(error):
                await self.guarded.call(work)


async def test_a_provider_that_does_not_answer_is_left_alone_and_then_tried_by_one() -> None:
    provider = Provider()
    await provider.fail(provider.is_silent, ProviderUnavailable, FAILURES)
    await provider.fail(provider.answers, NotAsked)
    assert provider.asked == FAILURES
    provider.now += PAUSE_SECONDS
    gate = asyncio.Event()

    async def slow() -> str:
        await gate.wait()
        return "yes"

    probe = asyncio.create_task(provider.guarded.call(slow))
    await asyncio.sleep(0)
    await provider.fail(provider.answers, NotAsked)
    gate.set()
    assert await probe == "yes"
    assert await provider.guarded.call(provider.answers) == "yes"


async def test_a_failed_try_leaves_it_alone_again() -> None:
    provider = Provider()
    await provider.fail(provider.is_silent, ProviderUnavailable, FAILURES)
    provider.now += PAUSE_SECONDS
    await provider.fail(provider.is_silent, ProviderUnavailable)
    with pytest.raises(NotAsked) as refusal:
        await provider.guarded.call(provider.answers)
    assert (refusal.value.status, refusal.value.code) == (503, "provider_unavailable")
    assert refusal.value.members["retry_after"] == PAUSE_SECONDS


async def test_a_refusal_is_an_answer() -> None:
    provider = Provider()
    await provider.fail(provider.is_silent, ProviderUnavailable, FAILURES - 1)
    await provider.fail(provider.refuses, ProviderRefused)
    await provider.fail(provider.is_silent, ProviderUnavailable, FAILURES - 1)
    assert await provider.guarded.call(provider.answers) == "yes"


async def test_a_call_that_takes_too_long_is_unavailable() -> None:
    provider = Provider()
    provider.guarded = Breaker("stripe", seconds=0.01)

    async def forever() -> str:
        await asyncio.Event().wait()
        return ""

    await provider.fail(forever, ProviderUnavailable)
