"""Publishes what the cameras see: asks for a stream key, publishes with it, and asks anew when that has ended."""

import asyncio
import signal
from contextlib import suppress
from pathlib import Path

import httpx

from tests.simulators.jetson.camera import Camera
from tests.simulators.jetson.clock import DeviceClock
from tests.simulators.jetson.network import Network
from tests.simulators.jetson.setup import Setup, View

AGAIN = 1.0
"""Seconds between attempts to publish."""


class Video:
    """A task for each camera. `wrong_key` has the next attempt of each made with a key that nobody has given."""

    def __init__(
        self, network: Network, setup: Setup, clock: DeviceClock, folder: Path, *, size: str, frames: int
    ) -> None:
        self._network, self._setup = network, setup
        self._make = lambda: Camera(folder, clock, size=size, frames=frames)
        self._cameras: dict[str, Camera] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self.rejected = 0
        """Attempts with a wrong key that were cut."""

    @property
    def publishing(self) -> list[str]:
        return [name for name, camera in self._cameras.items() if camera.is_publishing]

    def follow(self) -> None:
        """Begins and ends what the setup and the network ask for."""
        wanted = {each.camera_id: each for each in self._setup.views if each.publish and self._network.is_up}
        for name in self._tasks.keys() - wanted.keys():
            self._tasks.pop(name).cancel()
        for name in wanted.keys() - self._tasks.keys():
            self._tasks[name] = asyncio.create_task(self._publish(wanted[name]))

    async def stop(self) -> None:
        """Ends all, as pulling the plug does."""
        tasks = list(self._tasks.values())
        self._tasks.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def restart(self, camera_id: str) -> None:
        """What is published now ends, and begins again with a new key."""
        if camera := self._cameras.get(camera_id):
            await camera.stop()

    def freeze(self, number: signal.Signals) -> None:
        for camera in self._cameras.values():
            camera.signal(number)

    async def still(self) -> bytes:
        return await self._make().still()

    async def attempt(self, camera_id: str) -> bool:
        """Publishes with a key that nobody has given. Whether the server cut it."""
        offer = await self._offer(camera_id)
        camera = self._make()
        await camera.publish(f"{offer['rtmp_url']}/{'x' * len(offer['stream_key'])}", ["wrong key"])
        try:
            await asyncio.wait_for(camera.ended(), 5)
        except TimeoutError:
            return False
        finally:
            await camera.stop(signal.SIGKILL)
        return True

    async def _publish(self, view: View) -> None:
        camera = self._cameras[view.camera_id] = self._make()
        try:
            while True:
                with suppress(httpx.HTTPError):
                    offer = await self._offer(view.camera_id)
                    await camera.publish(f"{offer['rtmp_url']}/{offer['stream_key']}", view.cards)
                    await camera.ended()
                await asyncio.sleep(AGAIN)
        finally:
            await asyncio.shield(camera.stop(signal.SIGKILL))
            if self._cameras.get(view.camera_id) is camera:
                del self._cameras[view.camera_id]

    async def _offer(self, camera_id: str) -> dict[str, str]:
        answer = await self._network.send("POST", "/api/v1/jetson/stream/start", json={"camera_id": camera_id})
        answer.raise_for_status()
        offer: dict[str, str] = answer.json()
        return offer
