"""What devices send and are told about publishing."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from amigok_chassis.schemas import In, Out


class StreamIn(In):
    """Which of the device's cameras is meant."""

    camera_id: UUID


class StreamOffer(Out):
    """Where to publish, and the key for it, which is shown this once. It works once, for this camera."""

    session_id: UUID
    camera_id: UUID
    rtmp_url: str = Field(
        description="The address without the key: publish to it, a slash and the key",
        examples=["rtmp://media.example.com:1935/live"],
    )
    stream_key: str = Field(examples=["mzxw6ytboi4dsnzrgi2tqmzu"])
    expires_at: datetime = Field(description="Begin to publish before then")


class StreamStopped(Out):
    """How many sessions of the camera were ended: one, or none if there was none."""

    ended: int
