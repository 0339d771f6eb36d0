"""Photos of entries over HTTP."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from amigok_chassis.schemas import Out


class PhotoOut(Out):
    """A photo of an entry."""

    id: UUID
    media_type: str = Field(examples=["image/jpeg"])
    size: int
    digest: str = Field(description="SHA-256 of the picture as it is kept, without metadata")
    added_at: datetime


class PhotosOut(Out):
    """The photos of an entry, oldest first."""

    items: list[PhotoOut]
