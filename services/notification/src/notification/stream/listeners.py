"""One client that listens: what waits for it, and why it is let go."""

import asyncio
from collections.abc import AsyncIterator

from fastapi.sse import format_sse_event

from amigok_chassis.auth import Principal

BUFFERED = 200
"""So many events may wait for a client that reads slowly. One that falls behind further resumes later."""

HEARTBEAT_SECONDS = 15.0
HEARTBEAT = b": \n\n"


class Listener:
    """What hears of entries for a user puts them here; what writes to the client takes them out.

    `position` is that of the newest entry that the client knows.
    """

    def __init__(self, principal: Principal) -> None:
        self.principal = principal
        self.position = 0
        self.ended = ""
        self._waiting: list[tuple[int, bytes]] = []
        self._wake = asyncio.Event()

    def offer(self, position: int, frame: bytes) -> None:
        """Has the client told this, unless too much waits for it already."""
        if len(self._waiting) >= BUFFERED:
            self.end("slow")
        if not self.ended:
            self._waiting.append((position, frame))
            self._wake.set()

    def end(self, reason: str) -> None:
        """Lets the client go. What still waits for it, it is told when it resumes."""
        if not self.ended:
            self.ended = reason
            self._waiting.clear()
            self._wake.set()

    async def frames(self) -> AsyncIterator[bytes]:
        """What is to be written, as it comes, until the client is let go; heartbeats meanwhile."""
        while not self.ended:
            try:
                async with asyncio.timeout(HEARTBEAT_SECONDS):
                    await self._wake.wait()
            except TimeoutError:
                yield HEARTBEAT
            else:
                self._wake.clear()
                if taken := self._taken():
                    yield taken

    def _taken(self) -> bytes:
        fresh = [(position, frame) for position, frame in self._waiting if position > self.position]
        self._waiting.clear()
        self.position = max([self.position, *(position for position, _ in fresh)])
        return b"".join(frame for _, frame in fresh)


def ready(position: int, *, retry_ms: int) -> bytes:
    """Says that all that was missed is told, from where to resume, and how long to wait before that."""
    return format_sse_event(event="ready", data_str="{}", id=str(position), retry=retry_ms)


def reset() -> bytes:
    """Says that more was missed than can be told."""
    return format_sse_event(event="reset", data_str="{}")


def end(reason: str) -> bytes:
    """Says why the stream ends."""
    return format_sse_event(event="end", data_str=f'{{"reason": "{reason}"}}')
