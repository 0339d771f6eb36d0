"""Seasons over HTTP."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from amigok_chassis.schemas import Out


class SeasonOut(Out):
    """A season. Once it is closed its ranks stay as they are; `players` had won experience in it by then."""

    id: UUID
    kind: Literal["week", "month", "ever"]
    starts_at: datetime
    ends_at: datetime | None
    closed_at: datetime | None
    players: int | None
