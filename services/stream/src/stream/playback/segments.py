"""Which segments a session has, as the media server lists them: asked at most once a second for all viewers."""

import asyncio
import time
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from uuid import UUID

import httpx

from amigok_chassis.context import Context
from stream.settings import Settings

FRESH = 0.7
"""For so many seconds a list is believed."""
STALE = 20.0
"""A list that the media server has not changed for so many seconds is of a stream that has stalled."""
KEPT = 6.0
"""For so many seconds what was read last is given on while the media server does not answer."""
FORGOTTEN = 60.0
LONGEST_LIST = 65_536


class Segment(NamedTuple):
    """A segment: its number within the session, and how many seconds it lasts."""

    number: int
    seconds: float


@dataclass
class _Listed:
    """What was read of one list, when it was last asked for and when there was an answer (monotonic seconds)."""

    segments: tuple[Segment, ...] = ()
    read_at: float = float("-inf")
    found_at: float = float("-inf")
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


Lists = dict[tuple[UUID, str], _Listed]


def _made(_: Context) -> Lists:
    return {}


async def segments_of(context: Context, session_id: UUID, rendition: str) -> tuple[Segment, ...]:
    """The newest segments of a session in one quality; none where it has none yet, or has stalled."""
    lists = context.once(_made)
    listed = lists.setdefault((session_id, rendition), _Listed())
    if time.monotonic() - listed.read_at > FRESH:
        async with listed.lock:
            if time.monotonic() - listed.read_at > FRESH:
                await _refresh(context, listed, session_id, rendition)
                _forget(lists)
    return listed.segments


def _forget(lists: Lists) -> None:
    over = [key for key, listed in lists.items() if FORGOTTEN < time.monotonic() - listed.read_at < float("inf")]
    for key in over:
        del lists[key]


async def _refresh(context: Context, listed: _Listed, session_id: UUID, rendition: str) -> None:
    found = await _fetch(context, session_id, rendition)
    now = listed.read_at = time.monotonic()
    if found is not None:
        listed.segments, listed.found_at = found, now
    elif now - listed.found_at > KEPT:
        listed.segments = ()


async def _fetch(context: Context, session_id: UUID, rendition: str) -> tuple[Segment, ...] | None:
    """What the media server lists; None where it does not answer."""
    settings = context.settings(Settings)
    headers = {"X-Media-Secret": settings.callback_secret.get_secret_value()}
    url = f"{settings.media_url}/lists/{rendition}/{session_id}"
    try:
        answer = await context.http.get(url, headers=headers, timeout=2)
    except httpx.HTTPError:
        return None
    if answer.status_code != httpx.codes.OK or len(answer.content) > LONGEST_LIST or _age(answer) > STALE:
        return ()
    return parsed(answer.text)


def _age(answer: httpx.Response) -> float:
    """Seconds since the list was last changed, both by the media server's clock."""
    try:
        now, changed = (parsedate_to_datetime(answer.headers[name]) for name in ("Date", "Last-Modified"))
    except (KeyError, ValueError):
        return float("inf")
    return (now - changed).total_seconds()


def parsed(playlist: str) -> tuple[Segment, ...]:
    """The segments of a playlist of the media server's: `#EXTINF:2.000,` and `17.ts`, each on a line of its own."""
    found: list[Segment] = []
    seconds = 0.0
    for line in playlist.splitlines():
        if line.startswith("#EXTINF:"):
            seconds = float(line[8:].split(",")[0])
        elif line.endswith(".ts") and line[:-3].isdecimal():
            found.append(Segment(int(line[:-3]), seconds))
    return tuple(found)
