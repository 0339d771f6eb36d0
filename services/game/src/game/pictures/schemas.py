"""Photos of entries over HTTP."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from amigok_chassis.schemas import Out


class EntryPhotoOut(Out):
    """A photo of an entry."""

    id: UUID
    media_type: Literal["image/jpeg", "image/png"]
    size: int
    digest: str = Field(
        description="SHA-256 of the picture as it is kept, without metadata",
        examples=["9f2c1f0f6a5f1d6b1a3f0f4b7a1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c"],
    )
    added_at: datetime


class EntryPhotosOut(Out):
    """The photos of an entry, oldest first."""

    items: list[EntryPhotoOut]
