"""Signs batches of detections, each linked to the one before. The reference for whoever writes devices."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from math import floor
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FIRST = "0" * 64
"""What the first batch names as the hash of the one before."""


def seal(
    detections: Sequence[dict[str, Any]],
    *,
    device_id: str,
    key: Ed25519PrivateKey,
    counter: int,
    previous: str,
    model_digest: str,
    sent_at: str,
) -> tuple[dict[str, Any], str]:
    """The request with a signed batch, and its hash, which the next one names as `previous`."""
    public = key.public_key().public_bytes_raw().hex()
    content = sha256(b"".join(map(line, detections))).hexdigest()
    stated = ("amigok-evidence-1", device_id, public, counter, previous, model_digest)
    statement = "".join(f"{each}\n" for each in (*stated, microseconds(sent_at), len(detections), content)).encode()
    evidence = {
        "key": public,
        "counter": counter,
        "previous": previous,
        "model_digest": model_digest,
        "signature": key.sign(statement).hex(),
    }
    return {"detections": list(detections), "sent_at": sent_at, "evidence": evidence}, sha256(statement).hexdigest()


def line(detection: dict[str, Any]) -> bytes:
    """A detection as it is hashed: eleven fields with tabs between; what is absent is empty."""
    box = detection.get("box")
    sides = [ten_thousandths(box[side]) if box else "" for side in ("x", "y", "width", "height")]
    fields = (
        detection["event_id"],
        detection["camera_id"],
        detection["card"],
        ten_thousandths(detection["confidence"]),
        *sides,
        detection.get("area", ""),
        detection.get("model_version", ""),
        microseconds(detection["detected_at"]),
    )
    return ("\t".join(map(str, fields)) + "\n").encode()


def ten_thousandths(fraction: float) -> int:
    return floor(fraction * 10_000 + 0.5)


def microseconds(at: str) -> int:
    """Since 1970, in UTC."""
    moment = datetime.fromisoformat(at)
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
