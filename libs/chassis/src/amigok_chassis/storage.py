"""Objects by key, whole ones only: in a folder (`file:///var/objects`) or a bucket (`s3://bucket/prefix`).

Nothing of this belongs in a transaction: plan the erasure, commit, put, then keep the object; see `files`.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import obstore
import structlog
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, from_url

from amigok_chassis import sealing
from amigok_chassis.errors import NotFound, Unavailable

log = structlog.get_logger()

SECONDS = 20


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


@asynccontextmanager
async def _reached() -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(SECONDS):
            yield
    except (BaseError, OSError) as error:
        log.warning("storage.unreachable", error=type(error).__name__)
        raise Unavailable("Files can be neither kept nor read now; try again soon.") from error
