"""What the model reads in the pictures: cards, with a confidence and a place."""

import random
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from tests.simulators.jetson.clock import DeviceClock, text
from tests.simulators.jetson.identity import Identity
from tests.simulators.jetson.setup import Setup
from tests.simulators.jetson.spool import Spool

MODEL = "amigok-sim-1"


class Sight:
    """Each look at a camera is a signed batch in the spool."""

    def __init__(self, identity: Identity, setup: Setup, clock: DeviceClock, spool: Spool) -> None:
        self._identity, self._setup, self._clock, self._spool = identity, setup, clock, spool
        self._dice = random.Random()
        self.model = MODEL

    def look(self) -> None:
        """Reads every card that is in view."""
        for view in self._setup.views:
            if view.cards:
                self.see(view.camera_id, view.cards)

    def see(
        self, camera_id: str, cards: Sequence[str], *, confidence: float | None = None, image: bool = False
    ) -> list[str]:
        """Reads these cards now. Returns the ids of the detections."""
        now = text(self._clock.now())
        found = [self._detection(camera_id, card, now, confidence, image) for card in cards]
        self._spool.add_detections(self._identity, found, now)
        return [each["event_id"] for each in found]

    def _detection(self, camera_id: str, card: str, now: str, confidence: float | None, image: bool) -> dict[str, Any]:
        x, y = (round(self._dice.uniform(0, 0.6), 4) for _ in range(2))
        return {
            "event_id": str(uuid4()),
            "camera_id": camera_id,
            "card": card,
            "confidence": confidence or round(self._dice.uniform(0.85, 0.99), 4),
            "detected_at": now,
            "box": {"x": x, "y": y, "width": 0.3, "height": 0.35},
            "model_version": self.model,
            "image": image,
        }
