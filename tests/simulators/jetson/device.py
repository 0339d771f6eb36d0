"""The device: what it does again and again, while it has power."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from datetime import datetime

import httpx

from tests.simulators.jetson.broker import Broker
from tests.simulators.jetson.clock import DeviceClock, text
from tests.simulators.jetson.commands import Commands
from tests.simulators.jetson.delivery import Delivery
from tests.simulators.jetson.identity import Identity
from tests.simulators.jetson.network import Network
from tests.simulators.jetson.options import Options
from tests.simulators.jetson.sensors import Sensors
from tests.simulators.jetson.setup import Setup, View
from tests.simulators.jetson.sight import Sight
from tests.simulators.jetson.spool import Spool
from tests.simulators.jetson.video import Video

AGAIN = 1.0
"""Seconds after which it tries again what has failed."""


class Device:
    """All parts of a device, and when each acts."""

    def __init__(self, options: Options) -> None:
        self._options = options
        folder = options.state
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.clock, self.sensors = DeviceClock(), Sensors()
        self.identity, self.setup, self.spool = Identity(folder), Setup(folder), Spool(folder)
        self.network = Network(options.api, self.identity)
        self.video = Video(self.network, self.setup, self.clock, folder, size=options.size, frames=options.frames)
        self.sight = Sight(self.identity, self.setup, self.clock, self.spool)
        self.delivery = Delivery(self.network, self.spool, self.video.still)
        self.broker = Broker(options.mqtt, self.identity, self.network, self.spool)
        self.commands = Commands(self.identity, self.network, self.setup, self.video, self.sight)
        self._running, self._registered = asyncio.Event(), asyncio.Event()
        self._running.set()

    async def run(self) -> None:
        """Until it is cancelled; then its cameras end with it."""
        try:
            async with asyncio.TaskGroup() as group:
                for pause, act in self._habits():
                    group.create_task(self._again_and_again(pause, act))
                if self.identity.is_registered:
                    self._registered.set()
                elif self._options.claim:
                    group.create_task(self._register_some_time())
        finally:
            await self.video.stop()
            await self.network.close()

    async def begin(self, serial: str, claim: str) -> None:
        """A new life: this serial, a new key, nothing from before. Raises httpx.HTTPError."""
        self._registered.clear()
        self.set_up([])
        await self.video.stop()
        self.spool.forget()
        self.identity.begin(serial)
        await self._register(claim)

    def set_up(self, views: list[View]) -> None:
        """Other cameras, or other cards in view."""
        self.setup.change(views)
        self.video.follow()

    def connect(self, is_up: bool) -> None:
        """The network is there, or not."""
        self.network.is_up = is_up
        self.video.follow()

    def hang(self) -> None:
        """Nothing moves, though nothing has ended."""
        self._running.clear()
        self.video.freeze(signal.SIGSTOP)

    def resume(self) -> None:
        self._running.set()
        self.video.freeze(signal.SIGCONT)

    async def report(self) -> None:
        """A sign of life, and how the device and its cameras are."""
        publishing = self.video.publishing
        cameras = [
            {"camera_id": each.camera_id, "state": "online" if each.camera_id in publishing else "offline"}
            for each in self.setup.views
        ]
        health = {"clock": text(self.clock.now()), "model_version": self.sight.model, "cameras": cameras}
        answer = await self.network.send("POST", "/api/v1/jetson/health-status", json=health)
        answer.raise_for_status()
        self.clock.heard(datetime.fromisoformat(answer.json()["server_time"]))

    async def measure(self) -> None:
        await self.broker.publish(self.sensors.measure(self.clock.now()))

    async def look(self) -> None:
        self.sight.look()

    async def _follow(self) -> None:
        self.video.follow()

    def _habits(self) -> tuple[tuple[float, Callable[[], Awaitable[None]]], ...]:
        """What is done, and after how many seconds again."""
        given = self._options
        return (
            (given.heartbeat, self.report),
            (given.detect, self.look),
            (given.measure, self.measure),
            (given.poll, self.commands.obey),
            (0.2, self.delivery.all),
            (AGAIN, self._follow),
            (AGAIN, self.broker.hold),
        )

    async def _again_and_again(self, pause: float, act: Callable[[], Awaitable[None]]) -> None:
        while True:
            await self._registered.wait()
            await self._running.wait()
            try:
                await act()
            except (httpx.HTTPError, OSError, EOFError):
                await asyncio.sleep(AGAIN)
            await asyncio.sleep(pause)

    async def _register_some_time(self) -> None:
        while not self._registered.is_set():
            try:
                await self._register(self._options.claim)
            except httpx.HTTPError:
                await asyncio.sleep(AGAIN)

    async def _register(self, claim: str) -> None:
        if not self.identity.serial:
            self.identity.begin(self._options.serial)
        answer = await self.network.send("POST", "/api/v1/jetson/devices/register", json=self.identity.claim(claim))
        answer.raise_for_status()
        given = answer.json()
        self.identity.receive(given["device_id"], given["secret"])
        self._registered.set()
