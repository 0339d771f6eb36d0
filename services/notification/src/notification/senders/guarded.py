"""A provider that is slow or down holds up nobody but itself."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from uuid import UUID

from amigok_chassis import clock
from notification.addresses.values import Address
from notification.senders.sending import AddressDead, Rendered, Sender, TryLater

AT_ONCE = 8
"""So many messages wait for a provider that is slow: fewer than a worker sends at once, some for other providers."""

SLOW_SECONDS = 2.0
"""A provider is slow when a message has waited for it so long."""

SECONDS = 20.0
"""So long each of them may take."""

FAILURES = 5
"""After so many in a row the provider is left alone for a while."""

PAUSE = timedelta(seconds=30)


class Guarded:
    """A sender with a limit on what waits for its provider, and a circuit that opens when it fails."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self._under_way: dict[object, float] = {}
        self._failures = 0
        self._open_until = datetime.min.replace(tzinfo=UTC)

    @property
    def channel(self) -> str:
        return self._sender.channel

    async def send(self, message: Rendered, address: Address, *, delivery_id: UUID) -> None:
        """As the sender does. Raises TryLater at once, too, where the provider is left alone or has enough to do."""
        self._refuse()
        self._under_way[me := object()] = time.monotonic()
        try:
            async with asyncio.timeout(SECONDS):
                await self._sender.send(message, address, delivery_id=delivery_id)
        except AddressDead:
            self._failures = 0
            raise
        except Exception:
            self._failed()
            raise
        else:
            self._failures = 0
        finally:
            del self._under_way[me]

    def _refuse(self) -> None:
        if (left := self._open_until - clock.now()) > timedelta():
            raise TryLater("the provider is failing", retry_after=left)
        if len(self._under_way) >= AT_ONCE and time.monotonic() - min(self._under_way.values()) >= SLOW_SECONDS:
            raise TryLater("the provider is slow", retry_after=timedelta(seconds=1))

    def _failed(self) -> None:
        self._failures += 1
        if self._failures >= FAILURES:
            self._open_until = clock.now() + PAUSE
