"""Asks each service whether it works. However many ask the portal, a service is asked every few seconds."""

import asyncio
import time
from collections.abc import Iterable

import httpx

from amigok_chassis import clock
from amigok_chassis.context import Context
from portal.docs import catalogue
from portal.settings import Settings
from portal.status.schemas import State, StatusOut

SECONDS = 5
"""How long an answer is kept."""

TIMEOUT = 2
"""A service that takes longer to answer, in seconds, counts as down."""

WORST: tuple[State, ...] = ("down", "degraded", "up")


class Watch:
    """The last status, and the one round of questions that may be under way."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._asking = asyncio.Lock()
        self._last: StatusOut | None = None
        self._asked_at = 0.0

    async def status(self) -> StatusOut:
        """The status, at most `SECONDS` old. Whoever asks meanwhile waits for the same round."""
        async with self._asking:
            if self._last is None or time.monotonic() - self._asked_at >= SECONDS:
                self._last = await self._ask()
                self._asked_at = time.monotonic()
            return self._last

    async def _ask(self) -> StatusOut:
        own, http = self._context.settings(Settings), self._context.http
        addresses = _addresses(own)
        states = await asyncio.gather(*(_state(http, url, own.workers.get(name)) for name, url in addresses.items()))
        return StatusOut(
            status=_worst(states), services=dict(zip(addresses, states, strict=True)), checked_at=clock.now()
        )


def _addresses(own: Settings) -> dict[str, str]:
    """Each service's URL: as it is set, else as the gateway finds it by default."""
    return own.services or {name: f"http://{name}:8000" for name in catalogue.services(own.docs_path)}


def _worst(states: Iterable[State]) -> State:
    return min(states, key=WORST.index, default="up")


async def _state(http: httpx.AsyncClient, url: str, worker: str | None) -> State:
    """How a service is. A worker of its own serves nobody: without it, the service is degraded."""
    if worker is None:
        return await _asked(http, url)
    states = await asyncio.gather(_asked(http, url), _asked(http, worker))
    return "down" if states[0] == "down" else "up" if set(states) == {"up"} else "degraded"


async def _asked(http: httpx.AsyncClient, url: str) -> State:
    try:
        answer = await http.get(f"{url}/health/ready", timeout=TIMEOUT)
        waiting = answer.json()["worker"]
    except (httpx.HTTPError, ValueError, LookupError, TypeError):
        return "down"
    if not answer.is_success:
        return "down"
    return "degraded" if waiting else "up"
