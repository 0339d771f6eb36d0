"""Files as they go out: compressed, and not again to who has them already."""

import gzip
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from fastapi import Request, Response

from portal.docs.catalogue import file

DOCUMENT_SECONDS = 60
ASSET_SECONDS = 3600


@dataclass(frozen=True)
class Served:
    """A file in memory: as it is, and compressed."""

    plain: bytes
    compressed: bytes
    etag: str
    media_type: str


def document(request: Request, folder: Path, name: str) -> Response:
    """A generated document. Raises ServiceDown when it is missing."""
    return served(request, file(folder, name), seconds=DOCUMENT_SECONDS)


def served(request: Request, path: Path, *, seconds: int) -> Response:
    """The file, which clients may keep for so many seconds and then only ask whether it changed."""
    found = _read(path, path.stat().st_mtime_ns)
    compressed = "gzip" in request.headers.get("accept-encoding", "")
    etag = f'"{found.etag}-gzip"' if compressed else f'"{found.etag}"'
    headers = {"ETag": etag, "Cache-Control": f"public, max-age={seconds}", "Vary": "Accept-Encoding"}
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if compressed:
        headers["Content-Encoding"] = "gzip"
    content = found.compressed if compressed else found.plain
    return Response(content, media_type=found.media_type, headers=headers)


@lru_cache(maxsize=16)
def _read(path: Path, _: int) -> Served:
    plain = path.read_bytes()
    kind = guess_type(path.name)[0] or "application/octet-stream"
    return Served(plain, gzip.compress(plain, mtime=0), sha256(plain).hexdigest()[:16], kind)
