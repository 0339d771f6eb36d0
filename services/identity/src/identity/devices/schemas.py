"""How a session is shown to its user."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field


class SessionOut(BaseModel):
    """One signing in that has not ended."""

    id: UUID
    device: str = Field(description='From what the program says of itself, such as "Firefox on Android"')
    address: str | None = Field(description="The network address it was last used from")
    opened_at: datetime
    last_used_at: datetime = Field(description="When it last got tokens")
    ends_at: datetime = Field(description="When it ends, unless it gets tokens before")
    current: bool = Field(description="Whether it is the one that asks")
