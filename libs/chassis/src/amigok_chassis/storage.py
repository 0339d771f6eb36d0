"""Objects by key: in a folder (`file:///var/objects`) or a bucket (`s3://bucket/prefix`).

They are written as a whole or not at all. Large ones come from a file and are read in chunks, from any byte on.
Nothing of this belongs in a transaction: plan the erasure, commit, put, then keep the object; see `files`.
"""

import asyncio
import shutil
from collections.abc import AsyncIterable, AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import obstore
import structlog
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, from_url

from amigok_chassis import sealing
from amigok_chassis.errors import NotFound, Unavailable

log = structlog.get_logger()

SECONDS = 20

SLOWEST = 1_000_000
"""Bytes a second that a large object comes with at least."""

CHUNK_BYTES = 256 * 1024


class Storage:
    """The objects of one service; opened when it is first used. A `secret` of 32 bytes seals an object to its key."""

    def __init__(self, url: str) -> None:
        if not url:
            raise ValueError("AMIGOK_STORAGE_URL is missing: a folder (file:///...) or a bucket (s3://...)")
        self._url = url

    @cached_property
    def _store(self) -> ObjectStore:
        place = urlsplit(self._url)
        if place.scheme == "file":
            folder = Path(unquote(place.path))
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            return LocalStore(folder)
        return from_url(
            self._url,
            client_options={"timeout": "10s"},
            retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=SECONDS)},
        )

    async def put(self, key: str, data: bytes, *, secret: bytes | None = None) -> None:
        """Stores an object as a whole, replacing any with the same key. Raises Unavailable."""
        if secret is not None:
            data = sealing.seal(secret, data, bound=key)
        async with _reached():
            await obstore.put_async(self._store, key, data, use_multipart=False)

    async def put_file(self, key: str, path: Path) -> None:
        """Stores a file's content as an object, without reading it into memory as a whole. Raises Unavailable."""
        size = await asyncio.to_thread(lambda: path.stat().st_size)
        async with _reached(SECONDS + size // SLOWEST):
            await obstore.put_async(self._store, key, path, chunk_size=8 * 1024 * 1024, max_concurrency=2)

    async def chunks(self, key: str, start: int, end: int) -> AsyncIterator[bytes]:
        """Bytes of an object from `start` until before `end`, in chunks: it is there once this returns.

        Raises NotFound, Unavailable; the iterator raises Unavailable. The object was not sealed.
        """
        async with _reached():
            try:
                found = await obstore.get_async(self._store, key, options={"range": (start, end)})
            except FileNotFoundError as error:
                log.error("storage.missing", key=key)
                raise NotFound("There is no such object.") from error
        return _chunks(found.stream(min_chunk_size=CHUNK_BYTES))

    def disk(self) -> tuple[int, int] | None:
        """How many bytes the disk of the folder has left, and in all; None for a bucket, which has no end."""
        place = urlsplit(self._url)
        if place.scheme != "file":
            return None
        folder = Path(unquote(place.path))
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        usage = shutil.disk_usage(folder)
        return usage.free, usage.total

    async def get(self, key: str, *, secret: bytes | None = None) -> bytes:
        """The object. Raises NotFound, Unavailable; ValueError when it is not what was sealed for this key."""
        async with _reached():
            try:
                found = await obstore.get_async(self._store, key)
            except FileNotFoundError as error:
                log.error("storage.missing", key=key)
                raise NotFound("There is no such object.") from error
            data = bytes(await found.bytes_async())
        return data if secret is None else sealing.unseal(secret, data, bound=key)

    async def delete(self, key: str) -> None:
        """Removes the object, if there is one. Raises Unavailable."""
        async with _reached():
            with suppress(FileNotFoundError):
                await obstore.delete_async(self._store, key)


async def _chunks(stream: AsyncIterable[Any]) -> AsyncIterator[bytes]:
    following = aiter(stream)
    while True:
        async with _reached():
            chunk = await anext(following, None)
        if chunk is None:
            return
        yield bytes(chunk)


@asynccontextmanager
async def _reached(seconds: float = SECONDS) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(seconds):
            yield
    except (BaseError, OSError) as error:
        log.warning("storage.unreachable", error=type(error).__name__)
        raise Unavailable("Files can be neither kept nor read now; try again soon.") from error
