"""Which cameras are live, in the memory of a process: asked at most once a second for those that are watched."""

import asyncio
import time
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import structlog

from amigok_chassis.context import Context

log = structlog.get_logger()

FRESH = 1.0
"""For so many seconds an answer is believed."""
WATCHED = 30.0
"""After so many seconds without a viewer nothing is asked about a camera."""

_LIVE = "SELECT camera_id, id, started_at FROM publishers WHERE camera_id = ANY($1) AND state = 'live'"


@dataclass(frozen=True, slots=True)
class LiveSession:
    """The session of a camera that is live."""

    id: UUID
    started_at: datetime


@dataclass
class Watch:
    """The cameras that somebody watches, each with when it was last asked for. Times are monotonic seconds."""

    asked: dict[UUID, float] = field(default_factory=dict)
    live: dict[UUID, LiveSession] = field(default_factory=dict)
    known: set[UUID] = field(default_factory=set)
    read_at: float = float("-inf")
    reading: asyncio.Task[None] | None = None


def made(_: Context) -> Watch:
    return Watch()


async def session_of(context: Context, camera_id: UUID) -> LiveSession | None:
    """The live session of a camera, as of a second ago; None while it is offline.

    While the database does not answer it is what was known before; whether that is still a right, revocations say.
    """
    watch = context.once(made)
    watch.asked[camera_id] = time.monotonic()
    for _ in range(2):  # what is being read now may have been asked before this camera was watched
        if camera_id in watch.known and time.monotonic() - watch.read_at < FRESH:
            break
        if watch.reading is None or watch.reading.done():
            watch.reading = asyncio.create_task(_read(context, watch))
        await asyncio.wait({watch.reading}, timeout=FRESH)
    return watch.live.get(camera_id)


async def _read(context: Context, watch: Watch) -> None:
    now = time.monotonic()
    watch.asked = {camera_id: at for camera_id, at in watch.asked.items() if now - at < WATCHED}
    cameras = set(watch.asked)
    try:
        rows = await context.db.fetch(_LIVE, list(cameras))
    except Exception as error:
        log.warning("live.unread", error=type(error).__name__)
        return
    watch.live = {row["camera_id"]: LiveSession(row["id"], row["started_at"]) for row in rows}
    watch.known, watch.read_at = cameras, now
