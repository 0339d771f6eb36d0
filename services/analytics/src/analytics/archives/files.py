"""The files of the archive: gzip of one JSON object a line, in the order of arrival, and a manifest beside each."""

import gzip
import hashlib
import json
import zlib
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
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


def key(day: date) -> str:
    return f"days/{day:%Y/%m}/{day.isoformat()}.jsonl.gz"


def manifest_key(day: date) -> str:
    return f"days/{day:%Y/%m}/{day.isoformat()}.json"


class Writer:
    """A file that is being written, and what its manifest will say."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = gzip.GzipFile(path, "wb", compresslevel=6, mtime=0)
        self.count = self.first = self.last = 0

    def add(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Adds events. Takes a while: not for the event loop."""
        for row in rows:
            self._file.write(to_json({name: row[name] for name in FIELDS}) + b"\n")
            self.first = self.first or row["position"]
            self.last = row["position"]
            self.count += 1

    def close(self) -> dict[str, Any]:
        """Ends the file. Returns the values of `ArchiveDay` for it."""
        self._file.close()
        with self._path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return {
            "count": self.count,
            "first_position": self.first,
            "last_position": self.last,
            "bytes": self._path.stat().st_size,
            "sha256": digest,
        }


def manifest(day: date, sealed: Mapping[str, Any], at: datetime) -> bytes:
    """What stands beside a file, to be read by people and programs."""
    return json.dumps({"day": day.isoformat(), **sealed, "sealed_at": at.isoformat()}, indent=2).encode()


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
