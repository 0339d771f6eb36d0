"""Notices over HTTP."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from amigok_chassis.schemas import In


class NoticeOut(BaseModel):
    """What you were told, in your language. It stands for `size` facts; `data` are the words of the first."""

    id: UUID
    kind: str = Field(examples=["order_completed"])
    category: str = Field(examples=["orders"])
    title: str = Field(examples=["Order completed"])
    text: str = Field(examples=["The animal is yours. You paid $240.00."])
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
