"""Leaderboards over HTTP."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

Parts = dict[str, Any]


class RankOut(BaseModel):
    """An entry and its rank; null while the facts do not suffice. `position` counts on where ranks are shared.

    `lost`: whoever entered the animal has lost it, and nothing counts any more for it. Which animal it is, its owner
    is told: with the result file everybody would know what was paid for it.
    """

    rank: int | None
    position: int
    entry_id: UUID
    value: Decimal | None = Field(examples=["0.182143"])
    lost: bool
    computed_at: AwareDatetime


class MyRankOut(RankOut):
    """An entry of yours, how its score came about, and who is just before and after it."""

    livestock_id: UUID
    parts: Parts = Field(examples=[{"days": "28.000000", "weighings": 4}])
    around: list[RankOut]
