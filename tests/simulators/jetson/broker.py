"""Readings go by MQTT while there is a session with the broker, else into the spool."""

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from aiomqtt import Client, MqttError, ProtocolVersion

from tests.simulators.jetson.identity import Identity
from tests.simulators.jetson.network import Network
from tests.simulators.jetson.spool import Spool

KEEP_ALIVE = 30
"""Seconds."""


class Broker:
    """The device's session. `called` is set when a command came over it."""

    def __init__(self, address: str, identity: Identity, network: Network, spool: Spool) -> None:
        self._address, self._identity, self._network, self._spool = address, identity, network, spool
        self._session: Client | None = None
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
        try:
            async with self._client() as session:
                await session.subscribe(f"devices/{self._identity.id}/commands", qos=1)
                self._session = session
                await self._listen(session)
        except MqttError as lost:
            raise ConnectionError(str(lost)) from lost
        finally:
            self._session = None

    def _client(self) -> Client:
        host, _, port = self._address.rpartition(":")
        name, secret = self._identity.id, self._identity.secret
        login = {"identifier": name, "username": name, "password": secret}
        return Client(host, int(port), **login, protocol=ProtocolVersion.V311, keepalive=KEEP_ALIVE)

    async def _listen(self, session: Client) -> None:
        while self._network.is_up:
            with suppress(TimeoutError):
                await asyncio.wait_for(anext(session.messages), 0.2)
                self.called.set()

    async def publish(self, readings: Sequence[dict[str, Any]]) -> None:
        """What the broker does not acknowledge goes by HTTP: the service knows readings that come twice."""
        if session := self._session:
            with suppress(MqttError):
                await session.publish(f"devices/{self._identity.id}/readings", json.dumps(readings), qos=1)
                self.sent += len(readings)
                return
        self._spool.add_readings(readings)
