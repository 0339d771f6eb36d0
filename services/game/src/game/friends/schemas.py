"""Friends over HTTP."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from amigok_chassis.schemas import In

HandleSought = Annotated[
    str, Field(min_length=3, max_length=20, pattern=r"^[A-Za-z0-9_-]+$", examples=["CalmEwe-k4tz"])
]


class HandleIn(In):
    """The handle of a player."""

    handle: HandleSought


HandleSeen = Annotated[str, Field(examples=["CalmEwe-k4tz"])]


class FriendOut(BaseModel):
    """A friend, as far as they let friends see them."""

    id: UUID = Field(description="Of the friendship")
    handle: HandleSeen
    level: int | None
    xp: int | None
    since: datetime


class FriendRequestOut(BaseModel):
    """A request that waits for an answer: `received` from this player, or `sent` to them."""

    id: UUID
    handle: HandleSeen
    direction: Literal["received", "sent"]
    asked_at: datetime


class BlockedPlayerOut(BaseModel):
    """A player whom you have blocked."""

    id: UUID
    handle: HandleSeen
    blocked_at: datetime
