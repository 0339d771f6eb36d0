"""The ownership history of animals over HTTP."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from amigok_chassis.schemas import Out
from amigok_contracts import Money


class OwnershipOut(Out):
    """The time of one owner; `owner_id` is null for the platform, `ended_at` while it lasts."""

    owner_id: UUID | None
    started_at: datetime
    ended_at: datetime | None
    reason: Literal["registered", "purchased", "born", "reclaimed", "returned"]
    order_id: UUID | None
    price: Money | None
