"""What the device has to say and the service has not acknowledged: in order, on the disk, signed when it was made."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.simulators.jetson import evidence, storing
from tests.simulators.jetson.identity import Identity

MODEL_DIGEST = sha256(b"amigok simulator model 1").hexdigest()


class Spool:
    """Batches that wait, named by number; detections are signed and linked, readings are not.

    A batch is on the disk before it is sent and before the chain goes on, so no power cut makes the device use a
    counter twice.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "spool"
        self._folder.mkdir(mode=0o700, exist_ok=True)
        self._chain_file, self._last_file = folder / "chain.json", folder / "last.json"
        chain = storing.read(self._chain_file) or {"counter": 0, "hash": evidence.FIRST}
        waiting = [storing.read(path) for path in self.waiting()]
        newest = max([chain, *(each["chain"] for each in waiting if each["chain"])], key=lambda each: each["counter"])
        self.counter: int = newest["counter"]
        self._hash: str = newest["hash"]
        self._number = max((int(path.stem) for path in self.waiting()), default=0)

    def waiting(self) -> list[Path]:
        """The oldest first."""
        return sorted(self._folder.glob("[0-9]*.json"))

    def forget(self) -> None:
        """A new identity has a new chain."""
        for path in (*self.waiting(), self._chain_file, self._last_file):
            path.unlink(missing_ok=True)
        self.counter, self._hash = 0, evidence.FIRST

    def add_detections(self, identity: Identity, detections: Sequence[dict[str, Any]], sent_at: str) -> None:
        """Signs a batch and puts it at the end."""
        body, hash = evidence.seal(
            detections,
            device_id=identity.id,
            key=identity.key,
            counter=self.counter + 1,
            previous=self._hash,
            model_digest=MODEL_DIGEST,
            sent_at=sent_at,
        )
        chain = {"counter": self.counter + 1, "hash": hash}
        self._add("detections", body, chain)
        storing.write(self._chain_file, chain)
        self.counter, self._hash = chain["counter"], hash

    def add_readings(self, readings: Sequence[dict[str, Any]]) -> None:
        self._add("readings", {"readings": list(readings)}, None)

    def done(self, path: Path) -> None:
        """The service has this batch. The last signed one is kept for a replay."""
        if storing.read(path)["kind"] == "detections":
            path.replace(self._last_file)
        else:
            path.unlink()

    def last(self) -> dict[str, Any] | None:
        """The signed batch that was acknowledged last."""
        found = storing.read(self._last_file)
        body: dict[str, Any] | None = found and found["body"]
        return body

    def _add(self, kind: str, body: dict[str, Any], chain: dict[str, Any] | None) -> None:
        self._number += 1
        storing.write(self._folder / f"{self._number:09}.json", {"kind": kind, "body": body, "chain": chain})
