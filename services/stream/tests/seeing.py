"""What devices send of animals that they see, as tests write it."""

from datetime import datetime
from hashlib import sha256
from typing import Any, Self
from uuid import UUID

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from services.stream.tests.conftest import Yard
from services.stream.tests.machines import Machine

EVENTS = "jetson/detection-events"
MODEL = sha256(b"sheep-cards 4.2").hexdigest()


def tag(livestock_id: UUID) -> str:
    """The ear tag that the yard gives an animal."""
    return f"T{livestock_id.hex[-6:]}"


def seen(camera_id: UUID, card: UUID | str, *, at: datetime | None = None, **more: Any) -> dict[str, Any]:
    """A detection of a card, or of the ear tag of an animal."""
    read = card if isinstance(card, str) else tag(card)
    known = {"event_id": str(new_id()), "camera_id": str(camera_id), "card": read, "confidence": 0.93}
    return known | {"detected_at": (at or clock.now()).isoformat()} | more


async def send(machine: Machine, *detections: dict[str, Any], **batch: Any) -> httpx.Response:
    answer = await machine.send("POST", EVENTS, {"detections": detections} | batch)
    assert answer.status_code == 200, answer.text
    return answer


async def marks(machine: Machine, *detections: dict[str, Any], **batch: Any) -> list[list[str]]:
    """Sends detections and returns the marks of each."""
    return [item["marks"] for item in (await send(machine, *detections, **batch)).json()["items"]]


class Chain:
    """A device that signs, written from docs/evidence.md and from nothing else."""

    def __init__(self, device_id: UUID, key: Ed25519PrivateKey) -> None:
        self.device_id, self.key = device_id, key
        self.counter, self.previous = 0, "0" * 64

    def sign(self, detections: list[dict[str, Any]], *, at: datetime | None = None, **other: Any) -> dict[str, Any]:
        """The next batch of the chain. `other` replaces what is stated before it is signed."""
        self.counter += 1
        sent_at = at or clock.now()
        stated = {"counter": self.counter, "previous": self.previous, "model_digest": MODEL} | other
        public = self.key.public_key().public_bytes_raw().hex()
        batch = sha256("".join(map(written, detections)).encode()).hexdigest()
        lines = [
            "amigok-evidence-1",
            str(self.device_id),
            public,
            str(stated["counter"]),
            stated["previous"],
            stated["model_digest"],
            str(micros(sent_at.isoformat())),
            str(len(detections)),
            batch,
        ]
        signed = "".join(f"{line}\n" for line in lines).encode()
        self.previous = sha256(signed).hexdigest()
        evidence = stated | {"key": public, "signature": self.key.sign(signed).hex()}
        return {"detections": detections, "sent_at": sent_at.isoformat(), "evidence": evidence}


def micros(written_at: str) -> int:
    at = datetime.fromisoformat(written_at)
    return int(at.timestamp()) * 1_000_000 + at.microsecond


def written(detection: dict[str, Any]) -> str:
    def parts(fraction: float) -> str:
        return str(int(fraction * 10_000 + 0.5))

    box = detection.get("box")
    sides = [parts(box[name]) if box else "" for name in ("x", "y", "width", "height")]
    fields = [
        detection["event_id"],
        detection["camera_id"],
        detection["card"],
        parts(detection["confidence"]),
        *sides,
        detection.get("area", ""),
        detection.get("model_version", ""),
        str(micros(detection["detected_at"])),
    ]
    return "\t".join(fields) + "\n"


class Signing:
    """A device of the yard that signs what its camera sees."""

    def __init__(self, yard: Yard, machine: Machine, camera: UUID) -> None:
        self.yard, self.machine, self.camera = yard, machine, camera
        self.chain = Chain(machine.id, machine.key)

    @classmethod
    async def made(cls, yard: Yard) -> Self:
        machine = await yard.machine()
        return cls(yard, machine, await yard.camera(machine))

    def batch(self, count: int = 2, **other: Any) -> dict[str, Any]:
        return self.chain.sign([seen(self.camera, f"CARD-{at}") for at in range(count)], **other)

    async def send(self, body: dict[str, Any]) -> tuple[str, bool]:
        answer = await self.machine.send("POST", EVENTS, body)
        assert answer.status_code == 200, answer.text
        found = answer.json()["evidence"]
        return found["verdict"], found["replay"]

    async def listed(self) -> dict[str, Any]:
        answer = await self.yard.as_admin("GET", f"admin/jetson/devices/{self.machine.id}/evidence")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def gaps(self) -> list[tuple[int, int]]:
        return [(gap["first"], gap["last"]) for gap in (await self.listed())["gaps"]]

    async def disputed(self) -> int:
        return len((await self.yard.as_admin("GET", "admin/jetson/detections?mark=disputed")).json()["items"])
