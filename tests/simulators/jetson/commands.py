"""What operators want of the device: it asks for commands, does them, and acknowledges each once it is done."""

from typing import Any

from tests.simulators.jetson.identity import Identity
from tests.simulators.jetson.network import Network
from tests.simulators.jetson.setup import Setup
from tests.simulators.jetson.sight import Sight
from tests.simulators.jetson.video import Video

CAPABILITIES = ["detection", "restart_stream", "take_snapshot", "update_model"]
"""What an administrator states at enrolment."""


class Commands:
    """A command may come twice: `done` has those that are not done again, with what became of them."""

    def __init__(self, identity: Identity, network: Network, setup: Setup, video: Video, sight: Sight) -> None:
        self._identity, self._network = identity, network
        self._setup, self._video, self._sight = setup, video, sight
        self.done: dict[str, str] = {}

    async def obey(self) -> None:
        """Raises httpx.HTTPError."""
        path = f"/api/v1/jetson/devices/{self._identity.id}/commands"
        answer = await self._network.send("GET", path)
        answer.raise_for_status()
        for command in answer.json()["items"]:
            if command["id"] not in self.done:
                self.done[command["id"]] = await self._do(command["kind"], command["payload"])
            result = {"result": self.done[command["id"]]}
            (await self._network.send("POST", f"{path}/{command['id']}/acknowledge", json=result)).raise_for_status()

    async def _do(self, kind: str, payload: dict[str, Any]) -> str:
        wanted = payload.get("camera_id")
        views = [each for each in self._setup.views if wanted in (None, each.camera_id)]
        match kind:
            case "restart" | "restart_stream":
                for view in views:
                    await self._video.restart(view.camera_id)
            case "take_snapshot":
                for view in views:
                    self._sight.see(view.camera_id, view.cards, image=True)
            case "update_model" if payload.get("model_version"):
                self._sight.model = payload["model_version"]
            case _:
                return "failed"
        return "done"
