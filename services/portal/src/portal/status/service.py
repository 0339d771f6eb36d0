"""Asks each service whether it works. However many ask the portal, a service is asked every few seconds."""

import asyncio
import time

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
        addresses = _addresses(self._context.settings(Settings))
        states = await asyncio.gather(*(_state(self._context.http, url) for url in addresses.values()))
        worst = next((state for state in WORST if state in states), "up")
        return StatusOut(status=worst, services=dict(zip(addresses, states, strict=True)), checked_at=clock.now())


def _addresses(own: Settings) -> dict[str, str]:
    """Each service's URL: as it is set, else as the gateway finds it by default."""
    return own.services or {name: f"http://{name}:8000" for name in catalogue.services(own.docs_path)}


async def _state(http: httpx.AsyncClient, url: str) -> State:
    try:
        answer = await http.get(f"{url}/health/ready", timeout=TIMEOUT)
        waiting = answer.json()["worker"]
    except (httpx.HTTPError, ValueError, LookupError, TypeError):
        return "down"
    if not answer.is_success:
        return "down"
    return "degraded" if waiting else "up"
