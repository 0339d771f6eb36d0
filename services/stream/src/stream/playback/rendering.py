"""The playlists that viewers are given now: rendered once for all who watch a camera."""

import asyncio
import time
from dataclasses import dataclass
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.context import Context
from stream.playback import playlists
from stream.playback.errors import MediaUnavailable, RenditionNotFound
from stream.playback.grants import Grant
from stream.playback.live import LiveSession, session_of
from stream.playback.playlists import Entry
from stream.playback.segments import segments_of
from stream.settings import Settings

FRESH = 0.5
"""For so many seconds a rendered list is given."""
MOST = 10_000
OVERLAP = 5
"""So many numbers that were given to slates a session leaves out; where it is further behind, players start anew."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What was given last: of a session, or a slate (None). `above` is the last number of what was given before that.

    `at` is in monotonic seconds.
    """

    text: str = ""
    source: UUID | None = None
    newest: int = 0
    above: int = 0
    at: float = float("-inf")


_NOTHING = _Shown()
Cache = dict[tuple[UUID, str], _Shown]


def _made(_: Context) -> Cache:
    return {}


async def index(context: Context, grant: Grant) -> str:
    """What players open: the list of segments, or of qualities where the camera has several now."""
    if context.settings(Settings).renditions and (session := await session_of(context, grant.camera_id)):
        names = list(playlists.BANDWIDTHS)
        lists = await asyncio.gather(*(segments_of(context, session.id, name) for name in names))
        there = [name for name, segments in zip(names, lists, strict=True) if segments]
        if len(there) > 1:
            return playlists.master(there, token=grant.token)
    return await _given(context, grant, "source")


async def rendition(context: Context, grant: Grant, name: str) -> str:
    """One quality. Raises RenditionNotFound where the service has one only."""
    if name != "source" and not context.settings(Settings).renditions:
        raise RenditionNotFound
    return await _given(context, grant, name)


async def _given(context: Context, grant: Grant, name: str) -> str:
    """The segments of a camera now; a slate while it has none. Raises MediaUnavailable."""
    return playlists.counted_from(grant.since, await _rendered(context, grant.camera_id, name))


async def _rendered(context: Context, camera_id: UUID, name: str) -> str:
    """The list that all viewers share."""
    cache, key = context.once(_made), (camera_id, name)
    if time.monotonic() - cache.get(key, _NOTHING).at < FRESH:
        return cache[key].text
    session = await session_of(context, camera_id)
    segments = await segments_of(context, session.id, name) if session else ()
    before = cache.get(key, _NOTHING)
    if time.monotonic() - before.at > FRESH:  # nobody else has rendered it meanwhile
        listed = playlists.live(session.id, _began(session), segments, rendition=name) if session else []
        if len(cache) > MOST:
            cache.clear()
        cache[key] = _next(before, session, listed, _secret(context))
    return cache[key].text


def _next(before: _Shown, session: LiveSession | None, listed: list[Entry], secret: str) -> _Shown:
    """What is given now: nothing with a number that something else has had."""
    if session is not None and listed:
        above = before.above if before.source == session.id else before.newest
        fresh = [entry for entry in listed if entry.number > above]
        if fresh or above - listed[-1].number > OVERLAP:
            above = above if fresh else 0
            run = max(playlists.first_number(_began(session)), above + 1)
            return _shown(fresh or listed, session.id, above, run, secret)
    above, newest = (before.above, before.newest) if before.source is None else (before.newest, 0)
    below = playlists.first_number(_began(session)) if session else None
    slates = playlists.slates(clock.now().timestamp(), above=above, below=below, newest=newest)
    return _shown(slates, None, above, slates[0].number, secret)


def _shown(entries: list[Entry], source: UUID | None, above: int, discontinuity: int, secret: str) -> _Shown:
    real = (clock.now() - clock.offset()).timestamp()  # the media server's clock, which nobody moves
    signed = playlists.signer(secret, real)
    text = playlists.text(entries, discontinuity=discontinuity, signed=signed)
    return _Shown(text, source, entries[-1].number, above, time.monotonic())


def _began(session: LiveSession) -> float:
    return session.started_at.timestamp()


def _secret(context: Context) -> str:
    secret = context.settings(Settings).link_secret.get_secret_value()
    if not secret:
        raise MediaUnavailable
    return secret
