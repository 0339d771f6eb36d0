"""Photos over HTTP."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from amigok_chassis.schemas import Out
from amigok_chassis.uploads import PHOTOS
from amigok_contracts.values import known


class PhotoOut(Out):
    """A photo. Its picture is at `url` and has `size` bytes. An animal with photos has one cover."""

    id: UUID
    url: str
    media_type: Annotated[str, known(*PHOTOS)]
    size: int
    is_cover: bool
    added_at: datetime


class PhotosOut(Out):
    """All photos of an animal, oldest first."""

    items: list[PhotoOut]
