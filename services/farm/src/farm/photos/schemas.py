"""Photos over HTTP."""

from datetime import datetime
from uuid import UUID

from farm.schemas import Out


class PhotoOut(Out):
    """A photo. Its picture is at `url` and has `size` bytes. An animal with photos has one cover."""

    id: UUID
    url: str
    media_type: str
    size: int
    is_cover: bool
    added_at: datetime


class PhotosOut(Out):
    """All photos of an animal, oldest first."""

    items: list[PhotoOut]
