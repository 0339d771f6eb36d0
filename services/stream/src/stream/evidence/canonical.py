"""The bytes that a device signs. docs/evidence.md describes them for whoever writes devices, in any language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from math import floor
from uuid import UUID

FORM = "amigok-evidence-1"
NOTHING = bytes(32)
"""What the first batch of a chain names as the hash of the one before."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of a signed batch: whose it is, its number in the chain and what is in it. Digests have 32 bytes."""

    device_id: UUID
    key: bytes
    counter: int
    previous: bytes
    model_digest: bytes
    sent_at: datetime
    count: int
    batch_digest: bytes

    @property
    def signed(self) -> bytes:
        """The bytes that are signed: nine lines of ASCII, each ended by a line feed."""
        lines = (
            FORM,
            self.device_id,
            self.key.hex(),
            self.counter,
            self.previous.hex(),
            self.model_digest.hex(),
            microseconds(self.sent_at),
            self.count,
            self.batch_digest.hex(),
        )
        return "".join(f"{line}\n" for line in lines).encode("ascii")

    @property
    def hash(self) -> bytes:
        """By which the next batch of the chain names this one."""
        return sha256(self.signed).digest()


def line(
    *,
    event_id: UUID,
    camera_id: UUID,
    card: str,
    confidence: int,
    box: tuple[int | None, int | None, int | None, int | None],
    area: str | None,
    model_version: str | None,
    device_at: datetime,
) -> bytes:
    """One detection: eleven fields in UTF-8 with tabs between, ended by a line feed. What is absent is empty."""
    sides = "\t".join("" if side is None else str(side) for side in box)
    text = f"{event_id}\t{camera_id}\t{card}\t{confidence}\t{sides}\t{area or ''}\t{model_version or ''}"
    return f"{text}\t{microseconds(device_at)}\n".encode()


def digest(lines: Iterable[bytes]) -> bytes:
    """SHA-256 of the detections of a batch, in its order."""
    hashed = sha256()
    for each in lines:
        hashed.update(each)
    return hashed.digest()


def ten_thousandths(fraction: float) -> int:
    """A confidence or a part of the frame as it is signed and stored: `floor(fraction * 10000 + 0.5)` in binary64."""
    return floor(fraction * 10_000 + 0.5)


def microseconds(at: datetime) -> int:
    """Since 1970 in UTC; what is finer is cut off."""
    return (at - _EPOCH) // _MICROSECOND
