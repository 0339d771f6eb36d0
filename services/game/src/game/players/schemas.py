"""Players over HTTP."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from amigok_chassis.schemas import In, Out, Version
from game.players.days import zones
from game.players.handles import Handle


def _known(zone: str) -> str:
    if zone not in zones():
        raise ValueError("this is no time zone of the IANA database, such as Europe/Berlin")
    return zone


Visibility = Literal["everyone", "friends", "nobody"]
TimeZone = Annotated[str, Field(min_length=1, max_length=60, examples=["Europe/Berlin"]), AfterValidator(_known)]


class JoinIn(In):
    """How you play. Without a `handle` you are given one; it must not tell who you are."""

    time_zone: TimeZone
    handle: Handle | None = None
    visibility: Visibility = Field("friends", description="Who sees you on leaderboards")
    is_minor: bool = Field(False, strict=True)


class PlayerChange(In):
    """How you play from now on. Another time zone counts from the end of your day on."""

    version: Version
    time_zone: TimeZone
    handle: Handle
    visibility: Visibility
    is_minor: bool = Field(strict=True)


class PlayerOut(Out):
    """How you play, and the day that it is for you."""

    user_id: UUID
    version: int
    handle: str = Field(examples=["CalmHeifer-k4tz"])
    time_zone: str = Field(examples=["Europe/Berlin"])
    visibility: Visibility
    is_minor: bool
    badge_id: UUID | None
    title_id: UUID | None
    local_day: date
    day_ends_at: datetime
    joined_at: datetime
