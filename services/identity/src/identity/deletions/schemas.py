"""Deletions over HTTP."""

from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field


class DeletionOut(BaseModel):
    """The state of a deletion."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    user_id: UUID
    state: Literal["checking", "refused", "done"]
    obstacles: dict[str, list[str]] = Field(
        description="What prevents the deletion, as codes by service. Settle it, then ask again",
        examples=[{"wallet": ["balance"]}],
    )
    requested_by: UUID
    requested_at: AwareDatetime
    ended_at: AwareDatetime | None
