"""Sends what waits in the spool until the service has acknowledged it: the newest first, since people look at now."""

import copy
from collections.abc import Awaitable, Callable
from typing import Any

import httpx

from tests.simulators.jetson import storing
from tests.simulators.jetson.evidence import ten_thousandths
from tests.simulators.jetson.network import Network
from tests.simulators.jetson.spool import Spool

PATHS = {"detections": "/api/v1/jetson/detection-events", "readings": "/api/v1/jetson/sensor-readings"}


class Delivery:
    """`flip` damages the next signed batch on its way. `refused` has what the service will never take."""

    def __init__(self, network: Network, spool: Spool, picture: Callable[[], Awaitable[bytes]]) -> None:
        self._network, self._spool, self._picture = network, spool, picture
        self.flip = False
        self.refused: list[str] = []

    async def all(self) -> None:
        """Raises httpx.TransportError where the service does not answer; then the rest waits."""
        for path in reversed(self._spool.waiting()):
            entry = storing.read(path)
            answer = await self._network.send("POST", PATHS[entry["kind"]], json=self._sent(entry))
            if answer.status_code in (401, 403):
                raise httpx.TransportError(f"refused: {answer.status_code}")
            if answer.is_success:
                await self._upload(answer.json())
            else:
                self.refused.append(answer.text)
            self._spool.done(path)

    async def replay(self) -> Any:
        """Sends the last signed batch once more, as somebody would who has recorded it. Returns the answer."""
        answer = await self._network.send("POST", PATHS["detections"], json=self._spool.last())
        return answer.json()

    def _sent(self, entry: dict[str, Any]) -> Any:
        if not (self.flip and entry["kind"] == "detections"):
            return entry["body"]
        self.flip = False
        return flipped(entry["body"])

    async def _upload(self, answer: dict[str, Any]) -> None:
        """The pictures that the service wants. One that is lost is announced with the next detection."""
        paths = [each["image_path"] for each in answer.get("items", ()) if each.get("image_path")]
        for path in paths:
            await self._network.send("PUT", path, content=await self._picture(), headers={"Content-Type": "image/jpeg"})


def flipped(body: dict[str, Any]) -> dict[str, Any]:
    """The batch with one bit of its first confidence changed, after it was signed."""
    damaged = copy.deepcopy(body)
    first = damaged["detections"][0]
    first["confidence"] = (ten_thousandths(first["confidence"]) ^ 1) / 10_000
    return damaged
