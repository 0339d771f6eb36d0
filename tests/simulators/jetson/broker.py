"""Readings go by MQTT while there is a session with the broker, else into the spool."""

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from tests.simulators.jetson import mqtt
from tests.simulators.jetson.identity import Identity
from tests.simulators.jetson.network import Network
from tests.simulators.jetson.spool import Spool


class Broker:
    """The device's session. `called` is set when a command came over it."""

    def __init__(self, address: str, identity: Identity, network: Network, spool: Spool) -> None:
        self._address, self._identity, self._network, self._spool = address, identity, network, spool
        self._session: mqtt.Connection | None = None
        self.called = asyncio.Event()
        self.sent = 0
        """Readings that the broker has acknowledged."""

    @property
    def is_connected(self) -> bool:
        return self._session is not None

    async def hold(self) -> None:
        """Keeps a session as long as the network lasts. Raises OSError when it is lost."""
        if not self._address or not self._network.is_up:
            return
        name = self._identity.id
        async with mqtt.connected(self._address, name=name, secret=self._identity.secret) as session:
            await session.subscribe(f"devices/{name}/commands")
            self._session = session
            try:
                while self._network.is_up:
                    with suppress(TimeoutError):
                        await asyncio.wait_for(session.heard.get(), 0.2)
                        self.called.set()
            finally:
                self._session = None

    async def publish(self, readings: Sequence[dict[str, Any]]) -> None:
        """What the broker does not acknowledge goes by HTTP: the service knows readings that come twice."""
        if session := self._session:
            with suppress(OSError, TimeoutError):
                content = json.dumps(readings).encode()
                await session.publish(f"devices/{self._identity.id}/readings", content)
                self.sent += len(readings)
                return
        self._spool.add_readings(readings)
