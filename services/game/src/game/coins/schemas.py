"""Coins over HTTP."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from amigok_chassis.schemas import Out


class CoinEntryOut(Out):
    """Coins that you got, or, below zero, spent. The id is that of the earning or the purchase."""

    id: UUID
    kind: str = Field(examples=["task"], description="`task`, `achievement`, `challenge` or `purchase`; more may come")
    amount: int
    created_at: datetime
