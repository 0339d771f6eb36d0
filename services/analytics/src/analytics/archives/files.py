"""The files of the archive: gzip of one JSON object a line, in the order of arrival, and a manifest beside each."""

import gzip
import hashlib
import json
import zlib
from collections.abc import AsyncIterable, AsyncIterator, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any
from uuid import UUID

from pydantic_core import from_json, to_json

FIELDS = (
    "position",
    "event_id",
    "type",
    "major",
    "source",
    "subject",
    "occurred_at",
    "arrived_at",
    "correlation_id",
    "causation_id",
    "data",
)
"""Of a line. `data` is the text of the event as it is in the facts, people as pseudonyms."""


class Damaged(Exception):
    """A file of the archive is not what its manifest says."""


PART_BYTES = 16_000_000
"""A file ends with the events that make it larger: a day has as many as it needs."""


def key(day: date, number: int) -> str:
    return f"days/{day:%Y/%m}/{day.isoformat()}.{number:04}.jsonl.gz"


def manifest_key(day: date) -> str:
    return f"days/{day:%Y/%m}/{day.isoformat()}.json"


class Part:
    """A file that is being written, in memory."""

    def __init__(self, key: str) -> None:
        self.key = key
        self._buffer = BytesIO()
        self._file = gzip.GzipFile(fileobj=self._buffer, mode="wb", compresslevel=6, mtime=0)
        self._count = self._first = self._last = 0

    @property
    def is_full(self) -> bool:
        return self._buffer.tell() >= PART_BYTES

    def add(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Adds events. Takes a while: not for the event loop."""
        self._file.write(b"".join(to_json({name: row[name] for name in FIELDS}) + b"\n" for row in rows))
        self._first = self._first or rows[0]["position"]
        self._last = rows[-1]["position"]
        self._count += len(rows)

    def close(self) -> tuple[bytes, dict[str, Any]]:
        """Ends the file. Returns it, and what the manifest says of it."""
        self._file.close()
        data = self._buffer.getvalue()
        return data, {
            "key": self.key,
            "count": self._count,
            "first_position": self._first,
            "last_position": self._last,
            "bytes": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
        }


def manifest(day: date, parts: Sequence[Mapping[str, Any]], at: datetime) -> bytes:
    """What stands beside the files of a day, to be read by people and programs."""
    count = sum(part["count"] for part in parts)
    said = {"day": day.isoformat(), "count": count, "sealed_at": at.isoformat(), "parts": parts}
    return json.dumps(said, indent=2).encode()


async def read(chunks: AsyncIterable[bytes], sha256: str, *, most: int = 1000) -> AsyncIterator[list[dict[str, Any]]]:
    """The events of a file, up to so many at once. Raises Damaged when it is another file than the digest says.

    The last events come after the digest was compared, so that nobody takes a part of a file for the whole.
    """
    unpacking, digest, rest = zlib.decompressobj(zlib.MAX_WBITS | 16), hashlib.sha256(), b""
    waiting: list[dict[str, Any]] = []
    async for chunk in chunks:
        digest.update(chunk)
        *lines, rest = (rest + unpacking.decompress(chunk)).split(b"\n")
        waiting.extend(map(_event, lines))
        while len(waiting) > most:
            yield waiting[:most]
            del waiting[:most]
    if digest.hexdigest() != sha256:
        raise Damaged(f"{digest.hexdigest()} instead of {sha256}")
    if waiting:
        yield waiting


def _event(line: bytes) -> dict[str, Any]:
    event: dict[str, Any] = from_json(line)
    moments = {name: datetime.fromisoformat(event[name]) for name in ("occurred_at", "arrived_at")}
    return {**event, **moments, "event_id": UUID(event["event_id"])}
