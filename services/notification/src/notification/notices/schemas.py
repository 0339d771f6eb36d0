"""Notices over HTTP."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from amigok_chassis.schemas import In, Out


class NoticeOut(Out):
    """What you were told. `size` is how many facts it stands for; `data` has the particulars of the first."""

    id: UUID
    kind: str = Field(examples=["order_completed"])
    data: dict[str, Any]
    size: int
    created_at: datetime
    read_at: datetime | None


class UnreadOut(BaseModel):
    """How many notices you have not read."""

    unread: int


class ReadUpToIn(In):
    """The newest notice that you have seen: those that came later stay unread."""

    last_id: UUID
