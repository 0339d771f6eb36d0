"""The activity log as it is shown."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict


class ActivityOut(BaseModel):
    """Something that happened to an account, with the address and client it came from."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    action: str
    at: datetime
    address: str | None
    user_agent: str | None
    details: dict[str, Any]
