"""The newest segment of a live session, from the media server."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from uuid import UUID

import httpx

from amigok_chassis import clock
from amigok_chassis.context import Context
from stream.playback.playlists import signer
from stream.playback.segments import segments_of
from stream.settings import Settings

LARGEST = 16 * 1024 * 1024
"""Bytes of a segment: two seconds of video at 64 Mbit/s."""

LONGEST = 10.0
"""Seconds; a segment lasts no longer."""


@dataclass(frozen=True)
class Segment:
    """A segment of MPEG-TS video whose first frame was shown at `began_at`."""

    content: bytes
    began_at: datetime


async def newest(context: Context, session_id: UUID) -> Segment | None:
    """The newest segment of a session; None where the media server has none that is fresh."""
    found = await segments_of(context, session_id, "source")
    if not found:
        return None
    number, seconds = found[-1]
    content, ended_at = await _fetch(context, f"/media/source/{session_id}/{number}.ts")
    if content is None or ended_at is None:
        return None
    return Segment(content, ended_at - timedelta(seconds=min(seconds, LONGEST)) + clock.offset())


async def _fetch(context: Context, path: str) -> tuple[bytes | None, datetime | None]:
    """A segment and when it was whole, by the media server's clock, which is real."""
    settings = context.settings(Settings)
    signed = signer(settings.link_secret.get_secret_value(), (clock.now() - clock.offset()).timestamp())
    try:
        async with context.http.stream("GET", f"{settings.media_url}{signed(path)}", timeout=2) as answer:
            if answer.status_code != httpx.codes.OK:
                return None, None
            ended_at = parsedate_to_datetime(answer.headers["Last-Modified"])
            return await _bounded(answer), ended_at
    except (httpx.HTTPError, KeyError, ValueError):
        return None, None


async def _bounded(answer: httpx.Response) -> bytes | None:
    content = bytearray()
    async for chunk in answer.aiter_bytes():
        content += chunk
        if len(content) > LARGEST:
            return None
    return bytes(content)
