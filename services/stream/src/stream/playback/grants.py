"""Grants: who was let to see which animal by which camera, in a link. Nothing is stored."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query

from amigok_chassis.context import Context, InContext
from amigok_chassis.problems import raising
from stream import links
from stream.playback.errors import PlaybackEnded
from stream.revocations import memory
from stream.revocations.errors import RevocationsUnknown
from stream.revocations.memory import Given
from stream.settings import Settings

PURPOSE = "playback"
LONGEST_LINK = 6000
"""A snapshot names the transactions that run; usually a link has 300 characters."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What a link says. `since` is when it was made, in seconds since 1970."""

    token: str
    camera_id: UUID
    since: float


def make(
    key: bytes, *, moment: str, user_id: UUID, livestock_id: UUID, camera_id: UUID, basis: str, expires_at: datetime
) -> str:
    """The token of a link. `moment` was asked for before the right was looked at."""
    claims = {"u": user_id.hex, "a": livestock_id.hex, "c": camera_id.hex, "b": basis, "m": moment}
    return links.make(key, PURPOSE, claims, expires_at=expires_at)


async def read(context: Context, token: str) -> Grant:
    """The grant of a link, if it is still good: looked at in memory. Raises LinkInvalid, LinkExpired, PlaybackEnded.

    Raises RevocationsUnknown while nobody can say what was revoked.
    """
    claims = links.read(context.db.data_key, PURPOSE, token)
    camera_id = UUID(claims["c"])
    given = Given(claims["m"], UUID(claims["a"]), UUID(claims["u"]), camera_id)
    if (await memory.current(context)).ends(given):
        raise PlaybackEnded
    lasts = context.settings(Settings).playback_lifetime
    return Grant(token, camera_id, claims["exp"] - lasts.total_seconds())


@raising(links.LinkInvalid, links.LinkExpired, PlaybackEnded, RevocationsUnknown)
async def granted(context: InContext, link: Annotated[str, Query(max_length=LONGEST_LINK)]) -> Grant:
    return await read(context, link)


Granted = Annotated[Grant, Depends(granted)]
