"""Deletions as administrators see them."""

from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field


class DeletionOut(BaseModel):
    """What became of the wish to delete a user."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    user_id: UUID
    state: Literal["checking", "refused", "done"]
    obstacles: dict[str, list[str]] = Field(
        description="What keeps the person, as codes, by service: settle it, then ask anew",
        examples=[{"wallet": ["balance"]}],
    )
    requested_by: UUID
    requested_at: AwareDatetime
    ended_at: AwareDatetime | None
