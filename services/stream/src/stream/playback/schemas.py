"""What is shown of live video."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from amigok_chassis.schemas import Out


class StreamOut(Out):
    """A camera that shows the animal now. `live_since` is null while it is offline."""

    camera_id: UUID
    name: str = Field(examples=["Barn 1, gate"])
    location: str | None = Field(examples=["Barn 1, north gate"])
    live: bool
    live_since: datetime | None
    token_url: str = Field(
        description="Where to get a link with which any player plays it",
        examples=["/api/v1/streams/livestock/01a22b85-688b-75ab-b779-15931cd985dd/token"],
    )


class StreamsOut(Out):
    """The cameras that show an animal, and by which right you see them."""

    livestock_id: UUID
    basis: str = Field(examples=["owner"])
    streams: list[StreamOut]


class PlaybackLink(Out):
    """A link for players, which send neither headers nor cookies. Ask again before it expires.

    It ends before that with the right to it. While the camera is offline it shows a slate.
    """

    livestock_id: UUID
    camera_id: UUID
    live: bool
    playlist_url: str = Field(examples=["https://api.example.com/api/v1/streams/play/index.m3u8?link=eyJ..."])
    expires_at: datetime
